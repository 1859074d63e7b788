/** How a section stands, gravest first. `stale` and `no_reading` are states of their own: unknown is never drawn as calm. */
export const WATER_STATES = [
  "above_record",
  "above_guarantee",
  "above_flood_limit",
  "above_warning",
  "near_warning",
  "normal",
  "stale",
  "unknown",
  "no_reading",
] as const;
export type WaterState = (typeof WATER_STATES)[number];

export const gravity = (state: WaterState): number => WATER_STATES.indexOf(state);
/** Whether the state is one that people are called for. */
export const isOver = (state: WaterState): boolean => gravity(state) <= gravity("above_warning");
