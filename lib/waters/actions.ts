"use server";
import { act } from "@/lib/acting";
import { reportWater } from "./commands";

export const submitReport = async (input: unknown) => act(reportWater, input);
