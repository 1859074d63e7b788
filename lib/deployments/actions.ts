"use server";
import { act } from "@/lib/acting";
import { deploy, reportStatus } from "./commands";

export const submitDeployment = async (input: unknown) => act(deploy, input);
export const submitStatus = async (input: unknown) => act(reportStatus, input);
