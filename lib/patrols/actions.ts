"use server";
import { act } from "@/lib/acting";
import { recordPatrol, reportDanger } from "./commands";

export const submitPatrol = async (input: unknown) => act(recordPatrol, input);
export const submitDanger = async (input: unknown) => act(reportDanger, input);
