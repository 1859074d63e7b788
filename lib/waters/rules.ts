import type { Judged, MarkKind, WaterState } from "./schema";

/** A mark as the rules see it: metres above a datum (number 0: not stated), valid from an instant (epoch ms) on. */
export interface Mark {
  kind: MarkKind;
  stage: number;
  datum: number;
  validFrom: number | null;
}

const HOUR = 3_600_000;
/** Metres under the warning mark from which a water counts as near it. */
export const NEAR_METRES = 0.5;
/** A trend is read against the last reading at least 3 and at most 24 hours older; under 0.02 m it is steady. */
export const TREND = { leastHours: 3, mostHours: 24, steadyMetres: 0.02 } as const;
/** A report and a gauge are held against each other when heard within this time. */
export const CONFLICT_HOURS = 12;

/** A stage in metres to the centimetre. */
export const metres = (value: number) => Math.round(value * 100) / 100;

/** For each kind the mark of the day: the one with the latest beginning that is not after `at`. */
export function marksAt<M extends Mark>(marks: readonly M[], at: number): M[] {
  const found = new Map<MarkKind, M>();
  for (const mark of marks) {
    if (mark.validFrom !== null && mark.validFrom > at) continue;
    const known = found.get(mark.kind);
    if (!known || (mark.validFrom ?? -Infinity) >= (known.validFrom ?? -Infinity)) found.set(mark.kind, mark);
  }
  return [...found.values()];
}

/** Reaching a mark counts as over it (达到或超过), but a record is broken only by a higher water. */
const ORDER: readonly [MarkKind, Judged, (stage: number, mark: number) => boolean][] = [
  ["record", "above_record", (stage, mark) => stage > mark],
  ["guarantee", "above_guarantee", (stage, mark) => stage >= mark],
  ["warning", "above_warning", (stage, mark) => stage >= mark],
  ["flood_limit", "above_flood_limit", (stage, mark) => stage > mark],
];

export interface Judgement<M extends Mark> {
  state: Judged;
  why: "no_mark" | "no_stage" | "datum_differs" | null;
  mark: M | null;
  exceedance: number | null;
  datumBasis: "same" | "assumed" | "differs" | null;
}

/** How a stage stands to the marks of its day. A datum that is stated and another one than the mark's is never compared. */
export function judge<M extends Mark>(
  reading: { stage: number | null; datum: number; at: number },
  marks: readonly M[],
): Judgement<M> {
  const nothing = { mark: null, exceedance: null, datumBasis: null } as const;
  const { stage } = reading;
  if (stage === null) return { state: "unknown", why: "no_stage", ...nothing };
  const ofDay = marksAt(marks, reading.at).filter((mark) => mark.kind !== "guard");
  if (!ofDay.length) return { state: "unknown", why: "no_mark", ...nothing };
  const usable = ofDay.filter((mark) => !mark.datum || !reading.datum || mark.datum === reading.datum);
  if (!usable.length)
    return { state: "datum_differs", why: "datum_differs", ...nothing, datumBasis: "differs" };
  const against = (mark: M, state: Judged): Judgement<M> => ({
    state,
    why: null,
    mark,
    exceedance: metres(stage - mark.stage),
    datumBasis: mark.datum && reading.datum ? "same" : "assumed",
  });
  for (const [kind, state, over] of ORDER) {
    const mark = usable.find((one) => one.kind === kind);
    if (mark && over(stage, mark.stage)) return against(mark, state);
  }
  const lowest = (["warning", "flood_limit", "guarantee"] as const)
    .map((kind) => usable.find((one) => one.kind === kind))
    .find((mark) => mark !== undefined);
  // A record alone says nothing of what is normal.
  if (!lowest) return { state: "unknown", why: "no_mark", ...nothing };
  const near = lowest.kind === "warning" && metres(lowest.stage - stage) <= NEAR_METRES;
  // Under a guarantee mark alone, the warning mark may well be passed: that is not "normal".
  if (lowest.kind === "guarantee") return { ...against(lowest, "unknown"), why: "no_mark" };
  return against(lowest, near ? "near_warning" : "normal");
}

/**
 * Whether the water rises, falls or stands, by a reading and the one before it (`hours` between them, `change` in m);
 * null when the two cannot be compared.
 */
export function trendOf(
  now: { at: number; stage: number | null },
  before: { at: number; stage: number } | null,
): { trend: "rising" | "falling" | "steady"; hours: number; change: number } | null {
  if (!before || now.stage === null) return null;
  const hours = (now.at - before.at) / HOUR;
  if (hours < TREND.leastHours || hours > TREND.mostHours) return null;
  const change = metres(now.stage - before.stage);
  const trend = Math.abs(change) < TREND.steadyMetres ? "steady" : change > 0 ? "rising" : "falling";
  return { trend, hours: Math.round(hours * 10) / 10, change };
}

const RANK: Partial<Record<string, number>> = {
  normal: 0,
  near_warning: 0,
  above_flood_limit: 1,
  above_warning: 2,
  above_guarantee: 3,
  above_record: 4,
};

/**
 * Whether a report's words and a gauge's number, heard close together, cannot both be true: the gauge is below what was
 * said, or over a mark where all was said to be normal. "Over warning" is true of a water over guarantee as well.
 */
export function contradicts(
  report: { status: string; at: number; precision: "DAY" | "MINUTE" },
  reading: { state: string; at: number },
): boolean {
  const [said, measured] = [RANK[report.status], RANK[reading.state]];
  if (said === undefined || measured === undefined) return false;
  if (measured >= said && !(said === 0 && measured > 0)) return false;
  const until = report.precision === "DAY" ? report.at + 24 * HOUR : report.at;
  return reading.at >= report.at - CONFLICT_HOURS * HOUR && reading.at <= until + CONFLICT_HOURS * HOUR;
}

/** Of a report and a reading, what a section shows: the younger of those that are not stale. */
export function shownState(
  report: { status: Judged; at: number; precision: "DAY" | "MINUTE"; stale: boolean } | null,
  reading: { state: Judged; at: number; stale: boolean } | null,
  now: number,
): WaterState {
  const said = report && report.status !== "unknown" ? report : null;
  const saidAt = said ? Math.min(now, said.precision === "DAY" ? said.at + 24 * HOUR - 60_000 : said.at) : 0;
  const told = [
    ...(said && !said.stale ? [{ at: saidAt, state: said.status }] : []),
    ...(reading && !reading.stale && RANK[reading.state] !== undefined
      ? [{ at: reading.at, state: reading.state }]
      : []),
  ].sort((a, b) => b.at - a.at)[0];
  if (told) return told.state;
  if (reading && !reading.stale) return reading.state;
  if (reading || said) return "stale";
  return report ? "unknown" : "no_reading";
}

/** A stretch of readings over a stage, epoch ms; `to` null when the last reading still stands there. */
export interface Over {
  from: number;
  to: number | null;
  highest: number;
  highestAt: number;
}

/** Readings as columns in the order of time: epoch ms, and metres or NaN. */
export interface Stages {
  length: number;
  at: ArrayLike<number>;
  stage: ArrayLike<number>;
}

/**
 * The stretches in which consecutive readings, no further apart than `gap` ms, stand at or over a stage. Readings for
 * which `counts` says no are passed over. A year has a hundred thousand of them: nothing is made for each.
 */
export function timesOver(
  series: Stages,
  stage: number,
  gap: number,
  counts: (index: number) => boolean = () => true,
): Over[] {
  const found: Over[] = [];
  let open: Over | undefined;
  let last = 0;
  for (let i = 0; i < series.length; i++) {
    const height = series.stage[i] ?? Number.NaN;
    if (Number.isNaN(height) || !counts(i)) continue;
    const at = series.at[i] ?? 0;
    if (open && at - last > gap) {
      open.to = last;
      open = undefined;
    }
    if (height < stage) {
      if (open) open.to = at;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { from: at, to: null, highest: height, highestAt: at };
      found.push(open);
    } else if (height > open.highest) {
      open.highest = height;
      open.highestAt = at;
    }
    last = at;
  }
  return found;
}
