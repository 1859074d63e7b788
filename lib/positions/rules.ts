import { distanceKm } from "@/lib/geo/distance";

/** Why a position is not believed; each is a message key under `positions.reason`. */
export const POSITION_REASONS = [
  "malformed_row",
  "unknown_deployment",
  "forbidden_deployment",
  "withdrawn_deployment",
  "bad_time",
  "time_without_zone",
  "time_in_future",
  "out_of_range",
  "at_sea",
  "implausible_jump",
  "duplicate_other_value",
] as const;
export type PositionReason = (typeof POSITION_REASONS)[number];

export interface Fix {
  at: number;
  lat: number;
  lon: number;
}

/** km/h that a deployment may move: by high-speed rail, or in the air. */
export const MOST_SPEED = { ground: 400, air: 1000 } as const;
/** A step of this many km is let pass however short the time: a receiver that finds its satellites again. */
const LEAST_STEP_KM = 2;

/** Whether something can have gone from one fix to another at `speed` km/h; the order in time does not matter. */
export function plausibleMove(a: Fix, b: Fix, speed: number): boolean {
  const hours = Math.abs(b.at - a.at) / 3_600_000;
  return distanceKm(a, b) <= Math.max(LEAST_STEP_KM, speed * hours);
}

/** The index before which a fix of this time belongs in fixes sorted by time. */
function placeOf(fixes: readonly Fix[], at: number): number {
  let [low, high] = [0, fixes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fixes[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Judges a new fix against the good ones (sorted by time) and adds it to them when it is good. The same fix again is
 * a duplicate; one at the same time elsewhere, or too far from its neighbours in time, is not believed.
 */
export function judgeFix(good: Fix[], fix: Fix, speed: number): "good" | "duplicate" | PositionReason {
  const index = placeOf(good, fix.at);
  const same = good[index];
  if (same?.at === fix.at)
    return same.lat === fix.lat && same.lon === fix.lon ? "duplicate" : "duplicate_other_value";
  for (const neighbour of [good[index - 1], good[index]])
    if (neighbour && !plausibleMove(neighbour, fix, speed)) return "implausible_jump";
  good.splice(index, 0, fix);
  return "good";
}
