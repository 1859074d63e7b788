import type { Series } from "./series";

const MINUTE = 60_000;
/** A line joins two readings at most this far apart, whatever the rhythm of the series. */
export const LONGEST_GAP = 6 * 60 * MINUTE;
const SHORTEST_GAP = 60 * MINUTE;

/** The rhythm of a series: the median step between its readings, ms; of the first thousand steps, which is enough to tell. */
function medianStep(series: Series): number {
  const steps = Array.from(
    { length: Math.min(series.length - 1, 1000) },
    (_, i) => (series.at[i + 1] ?? 0) - (series.at[i] ?? 0),
  ).sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? LONGEST_GAP;
}

/** Readings further apart than this (ms) have a gap between them: three steps, at least an hour, at most six. */
export const gapOf = (series: Series): number =>
  Math.min(LONGEST_GAP, Math.max(SHORTEST_GAP, 3 * medianStep(series)));

/** The gaps, as pairs of the readings before and after. */
export function gapsIn(series: Series, gap: number): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 1; i < series.length; i++) {
    const [before, after] = [series.at[i - 1] ?? 0, series.at[i] ?? 0];
    if (after - before > gap) found.push([before, after]);
  }
  return found;
}

/**
 * Which readings to draw so that no more than `points` are: in equal spans of time the lowest and the highest stage
 * (flow, where there is no stage), and of all the first and the last. Every extreme of the series is among them.
 */
export function reduceMinMax(series: Series, points: number): Uint32Array {
  const { length } = series;
  if (length <= points) return Uint32Array.from({ length }, (_, i) => i);
  const buckets = Math.max(1, (points - 2) >> 1);
  const [first, last] = [series.at[0] ?? 0, series.at[length - 1] ?? 0];
  const width = (last - first) / buckets || 1;
  const chosen = new Uint32Array(points);
  let count = 0;
  const take = (index: number) => {
    if (count === 0 || (chosen[count - 1] ?? 0) < index) chosen[count++] = index;
  };
  take(0);
  let i = 0;
  for (let bucket = 0; bucket < buckets && i < length; bucket++) {
    const end = bucket === buckets - 1 ? Number.POSITIVE_INFINITY : first + (bucket + 1) * width;
    let [low, high] = [-1, -1];
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (; i < length && (series.at[i] ?? 0) < end; i++) {
      const stage = series.stage[i] ?? Number.NaN;
      const value = Number.isNaN(stage) ? (series.flow[i] ?? Number.NaN) : stage;
      if (value < lowest) {
        lowest = value;
        low = i;
      }
      if (value > highest) {
        highest = value;
        high = i;
      }
    }
    if (low < 0) continue;
    take(Math.min(low, high));
    take(Math.max(low, high));
  }
  take(length - 1);
  return chosen.subarray(0, count);
}
