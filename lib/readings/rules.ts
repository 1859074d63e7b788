/** Why a row is not believed; each is a message key under `readings.reason`. */
export const REASONS = [
  "malformed_row",
  "unknown_station",
  "forbidden_station",
  "bad_time",
  "time_without_zone",
  "time_in_future",
  "time_too_old",
  "not_a_number",
  "no_value",
  "sentinel",
  "out_of_range",
  "far_from_marks",
  "negative_flow",
  "unknown_datum",
  "implausible_jump",
  "duplicate_other_value",
] as const;
export type Reason = (typeof REASONS)[number];

const NOTHING = [-999, -999.9, -999.99, -9999, -9999.9, -9999.99, -888, -888.8, -888.88, -8888];
const STAGE_NOTHING = new Set(
  [...NOTHING, 9999, 9999.9, 9999.99, 99999].map((value) => Math.round(value * 100)),
);
const FLOW_NOTHING = new Set([...NOTHING, 9999, 99999, 999999]);

/** Whether a stage (hundredths) is a number that gauges and databases write for "no value". */
export const isNoStage = (hundredths: number) => STAGE_NOTHING.has(hundredths);
/** Whether a flow (m³/s) is one of the numbers by which stations say that they have none. */
export const isNoFlow = (flow: number) => FLOW_NOTHING.has(flow);

/** Hundredths of a metre: from below the shore of Lake Ayding (−154 m) to above the highest gauged rivers. */
export const STAGE_RANGE = { low: -20_000, high: 600_000 } as const;
/** What a section's marks of one datum span, hundredths of a metre; datum 0 is not stated. */
export interface MarkSpan {
  datum: number;
  low: number;
  high: number;
}
/** No water here has stood so far over its highest mark; below the lowest a reservoir may be drawn down a long way. */
const OVER_MARKS_CM = 2000;
const UNDER_MARKS_CM = 15_000;

/** Whether a stage (hundredths) is too far from every mark it may be compared with to be this section's. */
export function farFromMarks(marks: readonly MarkSpan[] | undefined, stage: number, datum: number): boolean {
  const near = marks?.filter((mark) => mark.datum === datum || mark.datum === 0 || datum === 0) ?? [];
  return (
    near.length > 0 &&
    near.every((mark) => stage > mark.high + OVER_MARKS_CM || stage < mark.low - UNDER_MARKS_CM)
  );
}

/** m³/s; the greatest flood of the Yangtze on record was 110,000. */
export const MOST_FLOW = 1_000_000;

/** Metres an hour that a water may rise or fall when its station names no rate of its own. */
export const DEFAULT_RATE = 3;
/** A step of half a metre is let pass however short the time: waves, gates, ships. */
export const LEAST_STEP_CM = 50;
/** Readings further apart are not held against each other. */
export const COMPARED_WITHIN_MS = 12 * 3_600_000;

/** Whether a water can have gone from one stage (hundredths) to another in the time between (ms), at `rate` m/h. */
export function plausibleStep(
  from: { at: number; stage: number },
  to: { at: number; stage: number },
  rate: number,
): boolean {
  const apart = Math.abs(to.at - from.at);
  if (apart > COMPARED_WITHIN_MS) return true;
  return Math.abs(to.stage - from.stage) <= Math.max(LEAST_STEP_CM, (rate * 100 * apart) / 3_600_000);
}

/** A gauge's clock may run ahead of ours by ten minutes. */
export const AHEAD_MS = 10 * 60_000;
export const OLDEST_MS = Date.UTC(1949, 9, 1) - 8 * 3_600_000;
