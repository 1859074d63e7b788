import type { WaterState } from "./schema";

/** Gravest first. What is unknown stands below what is known, and is never drawn as calm. */
export const BY_GRAVITY = [
  "above_record",
  "above_guarantee",
  "above_warning",
  "above_flood_limit",
  "near_warning",
  "normal",
  "datum_differs",
  "stale",
  "unknown",
  "no_reading",
] as const satisfies readonly WaterState[];

/** The rank of a state; the gravest is the least. */
export const gravity = (state: WaterState): number => BY_GRAVITY.indexOf(state);

const OVER = ["above_record", "above_guarantee", "above_warning", "above_flood_limit"] as const;
export type OverState = (typeof OVER)[number];
/** Whether the state is one that people are called for. */
export const isOver = (state: WaterState): state is OverState => OVER.some((over) => over === state);
