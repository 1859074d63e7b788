"use server";
import { act } from "@/lib/acting";
import { recordConsultation } from "./commands";

export const submitConsultation = async (input: unknown) => act(recordConsultation, input);
