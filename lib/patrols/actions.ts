"use server";
import { act } from "@/lib/acting";
import { reportDanger } from "./commands";

export const submitDanger = async (input: unknown) => act(reportDanger, input);
