"use server";
import { act } from "@/lib/acting";
import { recordDirective, recordProgress } from "./commands";

export const submitDirective = async (input: unknown) => act(recordDirective, input);
export const submitProgress = async (input: unknown) => act(recordProgress, input);
