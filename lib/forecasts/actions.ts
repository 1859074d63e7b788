"use server";
import { act } from "@/lib/acting";
import { recordForecast } from "./commands";

export const submitForecast = async (input: unknown) => act(recordForecast, input);
