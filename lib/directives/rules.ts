import type { ProgressState } from "./categories";

type Precision = "DAY" | "MINUTE";
const RANK: Record<ProgressState, number> = { RECEIVED: 1, IN_HAND: 2, DONE: 3 };
const DAY = 24 * 3_600_000;

/** Why an answer cannot follow what is known; null when it can. Times are epoch milliseconds. */
export function progressAllowed(
  directive: { at: number; precision: Precision },
  last: { state: ProgressState; at: number } | undefined,
  next: { state: ProgressState; at: number; precision: Precision },
): "progress_goes_back" | "before_last_status" | "before_directive" | null {
  // An answer known only to the day may bear the morning of the day whose evening the order has.
  const latest = next.precision === "DAY" ? next.at + DAY - 1 : next.at;
  if (latest < directive.at) return "before_directive";
  if (last && RANK[next.state] < RANK[last.state]) return "progress_goes_back";
  if (last && latest < last.at) return "before_last_status";
  return null;
}
