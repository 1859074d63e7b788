"use server";
import { act } from "@/lib/acting";
import { decideProposals, publishBulletin, receiveBulletin } from "./commands";

export const submitBulletin = async (input: unknown) => act(receiveBulletin, input);
export const submitDecisions = async (input: unknown) => act(decideProposals, input);
export const submitPublication = async (input: unknown) => act(publishBulletin, input);
