import type { WaterState } from "@/lib/waters/schema";

export interface WaterStyle {
  /** A custom property of app/tokens.css, without `var()`, so that a canvas can read it too. */
  ink: string;
  weight: number;
  dash: string;
  mark: string;
}

const style = (ink: string, weight: number, dash: string, mark: string): WaterStyle => ({
  ink,
  weight,
  dash,
  mark,
});

/** Water states in blue-violet with weight, dash and mark, so that they cannot be taken for levels. */
export const WATER_STYLE: Record<WaterState, WaterStyle> = {
  above_record: style("--water-record", 5, "", "●"),
  above_guarantee: style("--water-guarantee", 4, "", "▲▲"),
  above_flood_limit: style("--water-warning", 3, "3 3", "◆"),
  above_warning: style("--water-warning", 3, "8 4", "▲"),
  near_warning: style("--water-warning", 2, "2 4", "△"),
  normal: style("--accent", 1.5, "", "•"),
  datum_differs: style("--muted", 2, "8 3", "≠"),
  stale: style("--muted", 2, "1 5", "◌"),
  unknown: style("--muted", 2, "6 3 1 3", "–"),
  no_reading: style("--muted", 1, "1 3", "○"),
};

export const inkOf = (state: WaterState): string => `var(${WATER_STYLE[state].ink})`;
