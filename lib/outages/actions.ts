"use server";
import { act } from "@/lib/acting";
import { recordOutage, restoreOutage } from "./commands";

export const submitOutage = async (input: unknown) => act(recordOutage, input);
export const submitRestoration = async (input: unknown) => act(restoreOutage, input);
