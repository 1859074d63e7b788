"use server";
import { act } from "@/lib/acting";
import { actOnResponse, correctResponse } from "./commands";

export const submitAction = async (input: unknown) => act(actOnResponse, input);
export const submitCorrection = async (input: unknown) => act(correctResponse, input);
