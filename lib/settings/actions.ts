"use server";
import { act } from "@/lib/acting";
import { setClock } from "./commands";

export const submitClock = async (input: unknown) => act(setClock, input);
