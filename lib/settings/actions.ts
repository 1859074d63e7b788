"use server";
import { act } from "@/lib/acting";
import { setClock, setTextRight, setThresholds } from "./commands";

export const submitClock = async (input: unknown) => act(setClock, input);
export const submitTextRight = async (input: unknown) => act(setTextRight, input);
export const submitThresholds = async (input: unknown) => act(setThresholds, input);
