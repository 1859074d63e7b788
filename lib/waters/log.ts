import { worldTime } from "@/lib/clock";
import type { db as Db } from "@/lib/db";
import { type Latest, latestReadings } from "@/lib/readings/latest";
import { withReader } from "@/lib/readings/pool";
import type { Source } from "@/lib/responses/schema";
import { type EventLog, readReference } from "@/lib/snapshot/log";
import { source } from "@/lib/snapshot/recorded";
import { datumNamed, NOT_STATED } from "./datums";
import { MARK_OF } from "./names";
import type { Mark } from "./rules";

type Client = ReturnType<typeof Db>;

/** A mark with what a page shows of it. */
export interface MarkEntry extends Mark {
  datumName: string;
  status: "sourced" | "derived" | "unverified";
  note: string | null;
  source: Source;
}

export interface ReadingSourceEntry {
  id: number;
  kind: "gauge" | "desk" | "cited" | "synthetic";
  name: string;
  source: Source | null;
}

/** A source's own words on a time over a mark; epoch ms, null where it does not say. */
export interface Spell {
  kind: Mark["kind"];
  from: number | null;
  to: number | null;
  days: number | null;
  note: string | null;
  source: Source;
}

export interface Crest {
  id: number;
  stage: number;
  datum: number;
  at: number;
  precision: "DAY" | "MINUTE";
  issuedAt: number;
  recordedAt: number;
  source: Source;
}

/** What the picture needs of marks and readings: never a history, only the last reading of each section. */
export interface WaterLog {
  version: number;
  marks: Map<string, MarkEntry[]>;
  marksSeen: Date;
  sources: Map<number, ReadingSourceEntry>;
  /** By section number, as of `latestAt`. */
  latest: Map<number, Latest>;
  latestAt: number;
  spells: Map<string, Spell[]>;
  crests: Map<string, Crest[]>;
}

export const emptyWaters = (): WaterLog => ({
  version: -1,
  marks: new Map(),
  marksSeen: new Date(0),
  sources: new Map(),
  latest: new Map(),
  latestAt: 0,
  spells: new Map(),
  crests: new Map(),
});

/** A gauge's clock may run a little ahead of ours. */
export const AHEAD_MS = 10 * 60_000;
const LIMIT_MS = 8000;

const add = <K, V>(map: Map<K, V[]>, key: K, value: V) => map.set(key, [...(map.get(key) ?? []), value]);

async function addMarks(client: Client, waters: WaterLog): Promise<void> {
  const rows = await client.stageMark.findMany({
    where: { recordedAt: { gt: waters.marksSeen } },
    include: { source: true },
    orderBy: { recordedAt: "asc" },
  });
  for (const row of rows) {
    waters.marksSeen = row.recordedAt;
    add(waters.marks, row.sectionId, {
      kind: MARK_OF[row.kind],
      stage: Number(row.stage),
      datum: datumNamed(row.datum)?.id ?? NOT_STATED,
      datumName: row.datum,
      // A day begins in China.
      validFrom: row.validFrom ? row.validFrom.getTime() - 8 * 3_600_000 : null,
      status: ({ SOURCED: "sourced", DERIVED: "derived", UNVERIFIED: "unverified" } as const)[row.status],
      note: row.note,
      source: source(row.source),
    });
  }
}

async function addFacts(client: Client, waters: WaterLog): Promise<void> {
  const newer = { where: { version: { gt: waters.version } }, include: { source: true } } as const;
  for (const row of await client.markSpell.findMany(newer))
    add(waters.spells, row.sectionId, {
      kind: MARK_OF[row.kind],
      from: row.fromAt?.getTime() ?? null,
      to: row.toAt?.getTime() ?? null,
      days: row.days,
      note: row.note,
      source: source(row.source),
    });
  for (const row of await client.crestForecast.findMany(newer))
    add(waters.crests, row.sectionId, {
      id: Number(row.id),
      stage: Number(row.stage),
      datum: row.datum,
      at: row.at.getTime(),
      precision: row.precision,
      issuedAt: row.issuedAt.getTime(),
      recordedAt: row.recordedAt.getTime(),
      source: source(row.source),
    });
}

async function addSources(client: Client, waters: WaterLog): Promise<void> {
  const seen = Math.max(0, ...waters.sources.keys());
  const rows = await client.readingSource.findMany({
    where: { id: { gt: seen } },
    include: { source: true },
  });
  const kinds = { GAUGE: "gauge", DESK: "desk", CITED: "cited", SYNTHETIC: "synthetic" } as const;
  for (const row of rows)
    waters.sources.set(row.id, {
      id: row.id,
      kind: kinds[row.kind],
      name: row.name,
      source: row.source ? source(row.source) : null,
    });
}

/** The sections that readings or corrections recorded after the version speak of. */
async function touchedSince(client: Client, version: number): Promise<number[]> {
  const rows = await client.$queryRaw<{ no: number }[]>`
    select distinct unnest(sections) as no from "ReadingChunk" where version > ${version}
    union select section from "ReadingCorrection" where version > ${version}`;
  return rows.map((row) => row.no);
}

/**
 * Brings marks, sources and each section's last reading up to the log's version. A live clock asks only for the
 * sections that were heard of; a clock that was set, or that runs on its own, asks for all: one probe a section.
 */
export async function extendWaters(client: Client, log: EventLog): Promise<void> {
  const { waters } = log;
  const news = waters.version !== log.version;
  const touched = news && waters.version >= 0 ? await touchedSince(client, waters.version) : [];
  if (news) {
    const numbers = new Set([...log.reference.sections.values()].map((row) => row.no));
    if (touched.some((no) => !numbers.has(no))) log.reference = await readReference(client);
    await addMarks(client, waters);
    await addFacts(client, waters);
    await addSources(client, waters);
  }
  const live = log.clock.mode === "live";
  const at = worldTime(log.clock) + (live ? AHEAD_MS : 0);
  const all = waters.version < 0 || (live ? at < waters.latestAt : at !== waters.latestAt);
  const sections = all ? [...log.reference.sections.values()].map((row) => row.no) : touched;
  if (sections.length) {
    const found = await withReader(LIMIT_MS, (reader) => latestReadings(reader, sections, at));
    if (all) waters.latest = found;
    else
      for (const no of sections) {
        const latest = found.get(no);
        if (latest) waters.latest.set(no, latest);
        else waters.latest.delete(no);
      }
  }
  waters.latestAt = at;
  waters.version = log.version;
}
