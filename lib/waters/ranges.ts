import { isoTime } from "@/lib/format";

/** The spans a hydrograph can show; all end at the clock's now but `season` and `all`. */
export const RANGES = ["24h", "3d", "7d", "season", "all"] as const;
export type Range = (typeof RANGES)[number];

/** Epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

const HOUR = 3_600_000;
const BACK: Record<"24h" | "3d" | "7d", number> = { "24h": 24 * HOUR, "3d": 72 * HOUR, "7d": 168 * HOUR };
/** The readings of more years are not asked for at once. */
const MOST_YEARS = 10;
/** China's flood season by the Flood Control Law's usual reading: May to September. */
const SEASON = { from: "05-01T00:00:00+08:00", to: "10-01T00:00:00+08:00" };

export const parseRange = (text: string | null | undefined): Range =>
  RANGES.find((range) => range === text) ?? "7d";

const yearOf = (ms: number) => isoTime(ms).slice(0, 4);

/** What a range covers at a time; `all` needs to know when the first and last readings are, and is undefined until then. */
export function spanOf(
  range: Range,
  now: number,
  extent: { first: number; last: number } | null,
): Span | undefined {
  if (range === "season")
    return {
      from: Date.parse(`${yearOf(now)}-${SEASON.from}`),
      to: Date.parse(`${yearOf(now)}-${SEASON.to}`),
    };
  if (range !== "all") return { from: now - BACK[range], to: now };
  if (!extent) return undefined;
  const to = Math.max(extent.last, extent.first + HOUR);
  return { from: Math.max(extent.first, to - MOST_YEARS * 366 * 24 * HOUR), to };
}

/** The same days of another year; 29 February becomes 1 March where there is none. */
export function shifted(ms: number, years: number): number {
  const text = isoTime(ms);
  const year = String(Number(text.slice(0, 4)) + years);
  const moved = Date.parse(year + text.slice(4));
  return Number.isNaN(moved) ? Date.parse(`${year}-03-01${text.slice(10)}`) : moved;
}

/** Other years that have readings, youngest first: how many years to go back (negative). */
export function otherYears(
  span: Span,
  extent: { first: number; last: number } | null,
  most: number,
): number[] {
  if (!extent || span.to - span.from > 366 * 24 * HOUR) return [];
  const found: number[] = [];
  for (let back = 1; back <= MOST_YEARS && found.length < most; back++)
    if (shifted(span.to, -back) >= extent.first && shifted(span.from, -back) <= extent.last)
      found.push(-back);
  return found;
}
