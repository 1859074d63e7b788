"use server";
import { act } from "@/lib/acting";
import { reportWater } from "./commands";
import { recordCrest, recordMark } from "./marks";

export const submitReport = async (input: unknown) => act(reportWater, input);
export const submitMark = async (input: unknown) => act(recordMark, input);
export const submitCrest = async (input: unknown) => act(recordCrest, input);
