"use server";
import { act } from "@/lib/acting";
import { issueToken, revokeToken } from "./commands";

export const submitToken = async (input: unknown) => act(issueToken, input);
export const submitTokenRevocation = async (input: unknown) => act(revokeToken, input);
