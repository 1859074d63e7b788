import { worldTime } from "@/lib/clock";
import { type Latest, latestReadings } from "@/lib/readings/latest";
import { withReader } from "@/lib/readings/pool";
import type { EventLog } from "@/lib/snapshot/log";

export type Readings = ReadonlyMap<number, Latest>;

const shared = globalThis as typeof globalThis & {
  xuntuPast?: { kept: Map<string, Readings>; asked: Map<string, Promise<Readings>> };
};
const past = () => {
  shared.xuntuPast ??= { kept: new Map(), asked: new Map() };
  return shared.xuntuPast;
};

/** So many last readings are kept of other times, about 30 MB; and so many questions may be open at once. */
const KEPT_ENTRIES = 200_000;
const OPEN_QUESTIONS = 8;
const LIMIT_MS = 3000;

const keyOf = (log: EventLog, at: number, known?: number) =>
  `${log.waters.version}|${Math.floor(at / 1000)}|${known ?? ""}`;

function keep(key: string, readings: Readings): void {
  const { kept } = past();
  kept.set(key, readings);
  let entries = [...kept.values()].reduce((sum, one) => sum + one.size + 1, 0);
  for (const [old, { size }] of kept) {
    if (entries <= KEPT_ENTRIES || old === key) break;
    kept.delete(old);
    entries -= size + 1;
  }
}

/** The last readings as of another time, when they are at hand; `loadPast` fetches them. */
export const pastReadings = (log: EventLog, at?: number, known?: number): Readings | undefined =>
  past().kept.get(keyOf(log, at ?? worldTime(log.clock), known));

/**
 * Fetches each section's last reading as of a time (epoch ms): one question whatever the length of the history, asked
 * once for all who wait for it. Readers cannot pile up work: with eight questions open, or no answer within 3 s, it throws.
 */
export async function loadPast(log: EventLog, at?: number, known?: number): Promise<Readings> {
  const when = at ?? worldTime(log.clock);
  const key = keyOf(log, when, known);
  const { kept, asked } = past();
  const found = kept.get(key);
  if (found) return found;
  let question = asked.get(key);
  if (!question) {
    if (asked.size >= OPEN_QUESTIONS) throw new Error("too many questions about the past at once");
    const sections = [...log.reference.sections.values()].map((row) => row.no);
    question = withReader(LIMIT_MS, (reader) => latestReadings(reader, sections, when, known)).finally(() =>
      asked.delete(key),
    );
    asked.set(key, question);
  }
  const readings = await question;
  keep(key, readings);
  return readings;
}
