import { z } from "zod";

export const DeploymentState = z.enum(["PREPOSITIONED", "SENT", "ARRIVED", "WORKING", "WITHDRAWN"]);
export type DeploymentState = z.infer<typeof DeploymentState>;

/** The states a deployment may go to from each: always on, never back from withdrawal. */
export const NEXT_STATES: Record<DeploymentState, readonly DeploymentState[]> = {
  PREPOSITIONED: ["SENT", "ARRIVED", "WORKING", "WITHDRAWN"],
  SENT: ["ARRIVED", "WORKING", "WITHDRAWN"],
  ARRIVED: ["WORKING", "WITHDRAWN"],
  WORKING: ["WITHDRAWN"],
  WITHDRAWN: [],
};
