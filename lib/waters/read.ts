import { worldTime } from "@/lib/clock";
import { withReader } from "@/lib/readings/pool";
import { readSeries, type Series } from "@/lib/readings/series";
import type { EventLog } from "@/lib/snapshot/log";
import { buildHydrograph, type Hydrograph } from "./hydrograph";
import type { Section } from "./list";
import { AHEAD_MS } from "./log";

const LIMIT_MS = 15_000;
const AT_ONCE = 4;
const WAITING = 32;
const KEPT = 200;

interface Desk {
  open: number;
  waiting: (() => void)[];
  kept: Map<string, Promise<Hydrograph>>;
}
const shared = globalThis as typeof globalThis & { xuntuHydrographs?: Desk };
const desk = () => {
  shared.xuntuHydrographs ??= { open: 0, waiting: [], kept: new Map() };
  return shared.xuntuHydrographs;
};

export class TooBusy extends Error {}

/** Lets four questions read at a time and 32 wait; more are turned away, so that readers cannot pile up work. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const state = desk();
  if (state.open >= AT_ONCE) {
    if (state.waiting.length >= WAITING) throw new TooBusy("too many hydrographs are being read");
    await new Promise<void>((resolve) => state.waiting.push(resolve));
  } else state.open++;
  try {
    return await work();
  } finally {
    const next = state.waiting.shift();
    if (next) next();
    else state.open--;
  }
}

export interface Span {
  from: number;
  to: number;
}

/** All readings of a section in a span (epoch ms), and when its first and last reading of all are. */
export async function readSpan(
  section: Section,
  span: Span,
): Promise<{ series: Series; extent: { first: number; last: number } | null }> {
  return inTurn(() =>
    withReader(LIMIT_MS, async (client) => {
      const series = await readSeries(client, section.no, span.from, span.to);
      const { rows } = await client.query<{ first: number | null; last: number | null }>(
        `select extract(epoch from (select at from "StageReading" where section = $1 order by at limit 1))::float8 * 1000 as first,
                extract(epoch from (select at from "StageReading" where section = $1 order by at desc limit 1))::float8 * 1000 as last`,
        [section.no],
      );
      const { first, last } = rows[0] ?? { first: null, last: null };
      return { series, extent: first === null || last === null ? null : { first, last } };
    }),
  );
}

/** How far a question without an end reaches, epoch ms. */
export const latestTo = (log: EventLog) => worldTime(log.clock) + AHEAD_MS;

/** A section's hydrograph; the same question about the same version is answered once. Throws TooBusy, or when the database is away. */
export function readHydrograph(
  log: EventLog,
  section: Section,
  asked: Span & { points: number },
): Promise<Hydrograph> {
  const { kept } = desk();
  const now = worldTime(log.clock);
  const key = [log.version, section.id, asked.from, asked.to, asked.points, Math.floor(now / 60_000)].join(
    "|",
  );
  const found = kept.get(key);
  if (found) return found;
  const made = readSpan(section, asked).then(({ series, extent }) =>
    buildHydrograph(log, section, series, { ...asked, now, extent }),
  );
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? key);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
