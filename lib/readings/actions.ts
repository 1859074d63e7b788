"use server";
import { act } from "@/lib/acting";
import { correctReading, fileReading, judgeQuarantine } from "./commands";

export const submitReading = async (input: unknown) => act(fileReading, input);
export const submitReadingCorrection = async (input: unknown) => act(correctReading, input);
export const submitJudgement = async (input: unknown) => act(judgeQuarantine, input);
