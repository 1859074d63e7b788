import type { RainGrade } from "@/lib/forecasts/grades";

/** Grades of rain as slanting strokes in the accent colour, closer and heavier for more: never a colour of a level. */
export const RAIN_STYLE: Record<RainGrade, { gap: number; weight: number; fill: number }> = {
  LIGHT: { gap: 16, weight: 0.6, fill: 0.04 },
  MODERATE: { gap: 14, weight: 0.8, fill: 0.06 },
  HEAVY: { gap: 11, weight: 1, fill: 0.08 },
  STORM: { gap: 9, weight: 1.4, fill: 0.12 },
  HEAVY_STORM: { gap: 7, weight: 1.9, fill: 0.16 },
  EXTREME_STORM: { gap: 6, weight: 2.6, fill: 0.2 },
};
/** Where the source names no grade. */
export const NO_GRADE = { gap: 12, weight: 0.8, fill: 0.06 };
