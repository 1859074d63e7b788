import type { Cut } from "./schema";

export interface Restoration {
  cuts: readonly Cut[];
  at: number;
}

/** When each thing that was cut works again, epoch ms; null while it does not. */
export function restoredAt(
  cuts: readonly Cut[],
  restorations: readonly Restoration[],
): Map<Cut, number | null> {
  return new Map(
    cuts.map((cut) => {
      const times = restorations.filter((one) => one.cuts.includes(cut)).map((one) => one.at);
      return [cut, times.length ? Math.min(...times) : null];
    }),
  );
}

/** The end of an outage: when the last of its cuts works again; null while one does not. */
export function endOfOutage(cuts: readonly Cut[], restorations: readonly Restoration[]): number | null {
  const ends = [...restoredAt(cuts, restorations).values()];
  return ends.some((end) => end === null) ? null : Math.max(...ends.map((end) => end ?? 0));
}

/** [longitude, latitude] in degrees. */
type Corner = readonly [number, number];

/** The middle of a closed ring of [lon, lat] by its area (shoelace); of a ring without area, the mean of its points. */
export function middleOf(ring: readonly Corner[]): { lat: number; lon: number } {
  let [area, x, y] = [0, 0, 0];
  // From the first point, so that small rings far from 0° keep their digits.
  const [x0, y0] = ring[0] ?? [0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [(ring[i]?.[0] ?? 0) - x0, (ring[i]?.[1] ?? 0) - y0];
    const [bx, by] = [(ring[i + 1]?.[0] ?? 0) - x0, (ring[i + 1]?.[1] ?? 0) - y0];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (Math.abs(area) > 1e-12) return { lon: x0 + x / (3 * area), lat: y0 + y / (3 * area) };
  const mean = (at: 0 | 1) => ring.reduce((sum, point) => sum + point[at], 0) / Math.max(1, ring.length);
  return { lon: mean(0), lat: mean(1) };
}

const side = (a: Corner, b: Corner, p: Corner) =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Whether the line of a closed ring crosses itself, so that it encloses nothing that can be told. */
export function crossesItself(ring: readonly Corner[]): boolean {
  for (let i = 0; i + 1 < ring.length; i++)
    for (let j = i + 2; j + 1 < ring.length; j++) {
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      // The last side ends where the first begins.
      if (!a || !b || !c || !d || (i === 0 && j + 2 === ring.length)) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  return false;
}

export interface NetworkLoss {
  id: string;
  /** The network was cut from `since`, until it worked again or a communication asset stood there; null: still. */
  since: number;
  until: number | null;
}

export interface SeasonLine {
  outages: number;
  /** Whole hours of the longest time without command communication, and the outage it was in. */
  longestHours: number;
  longest: string | null;
  longLoss: boolean;
}

const HOUR = 3_600_000;

/**
 * Whether command communication was lost for long this season, up to a world time. A loss is the time from the cut of
 * a place's network until the network works again or a communication asset has arrived there, whichever is first.
 */
export function seasonLine(losses: readonly NetworkLoss[], at: number, longHours: number): SeasonLine {
  let longest: { id: string; ms: number } | null = null;
  for (const { id, since, until } of losses) {
    if (since > at) continue;
    const ms = Math.min(until ?? at, at) - since;
    if (!longest || ms > longest.ms) longest = { id, ms };
  }
  return {
    outages: losses.filter((loss) => loss.since <= at).length,
    longestHours: Math.floor((longest?.ms ?? 0) / HOUR),
    longest: longest?.id ?? null,
    longLoss: (longest?.ms ?? 0) >= longHours * HOUR,
  };
}
