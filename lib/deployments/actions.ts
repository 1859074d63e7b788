"use server";
import { act } from "@/lib/acting";
import { deploy, reportStatus } from "./commands";
import { addKind } from "./kinds";

export const submitDeployment = async (input: unknown) => act(deploy, input);
export const submitStatus = async (input: unknown) => act(reportStatus, input);
export const submitKind = async (input: unknown) => act(addKind, input);
