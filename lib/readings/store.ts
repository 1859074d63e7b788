import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { recordTime } from "@/lib/clock";
import type { Chunk, Rejected } from "./chunk";
import { encodeChunk } from "./encode";

/** What became of a chunk. `version` is the change that its readings belong to. */
export interface Stored {
  chunkId: number;
  version: number;
  accepted: number;
  duplicates: number;
  rejected: Rejected[];
}

export interface ChunkPlace {
  batchId: number;
  seq: number;
  /** How far the delivery was read when the chunk ended, bytes after decompression. */
  bytes: number;
  last: boolean;
}

const COLUMNS = "at, chunk, section, source, flow, datum, quality, stage";
const INCOMING = `create temp table if not exists reading_incoming (
  i int, at timestamptz(0), chunk bigint, section int, source int, flow real, datum smallint, quality smallint, stage numeric(7,2)
) on commit delete rows`;

/** Months whose partition is known to be there; in a process the question is asked once. */
const months = new Set<string>();

async function ensureMonths(client: pg.ClientBase, chunk: Chunk): Promise<void> {
  const wanted = new Map<string, number>();
  for (let i = 0; i < chunk.count; i++) {
    const at = chunk.at[i] ?? 0;
    const local = new Date(at + 8 * 3_600_000);
    const key = `${local.getUTCFullYear()}-${local.getUTCMonth()}`;
    if (!months.has(key)) wanted.set(key, at);
  }
  for (const [key, at] of wanted) {
    // Outside of the chunk's transaction: an empty month is no fact, and its lock must not be held for long.
    await client.query("select ensure_reading_month($1)", [new Date(at)]);
    months.add(key);
  }
}

async function copy(client: pg.PoolClient, table: string, columns: string, bytes: Buffer): Promise<void> {
  await pipeline(
    Readable.from([bytes]),
    client.query(copyFrom(`copy ${table} (${columns}) from stdin with (format binary)`)),
  );
}

const isCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && "code" in error && codes.includes(String(error.code));

/** Remembers, for each delivery, whether its rows are new so far: then COPY writes them straight to their table. */
export class Hope {
  private wait = 0;
  get straight(): boolean {
    return this.wait === 0;
  }
  /** A known row was among them: the next chunks go by way of the temporary table, which sorts them out. */
  disappointed(): void {
    this.wait = 16;
  }
  passed(): void {
    if (this.wait > 0) this.wait--;
  }
}

/** Writes the good rows by way of a temporary table; returns how many were new and which say another value than what is there. */
async function sortOut(
  client: pg.PoolClient,
  chunk: Chunk,
  chunkId: number,
): Promise<{ accepted: number; other: number[] }> {
  await client.query(INCOMING);
  await copy(client, "reading_incoming", `i, ${COLUMNS}`, encodeChunk(chunk, chunkId, true));
  // In the order of the key, so that two deliveries of the same rows wait for each other and never in a circle.
  const inserted = await client.query(
    `insert into "StageReading" (${COLUMNS}) select ${COLUMNS} from reading_incoming order by section, at, source, i on conflict do nothing`,
  );
  const accepted = inserted.rowCount ?? 0;
  if (accepted === chunk.count) return { accepted, other: [] };
  // One probe a row: `limit 1` keeps the planner from reading the whole history into a hash.
  const { rows } = await client.query<{ i: number }>(
    `select n.i from reading_incoming n
     cross join lateral (select r.* from "StageReading" r where r.section = n.section and r.at = n.at and r.source = n.source limit 1) r
     where (r.stage, r.flow, r.datum) is distinct from (n.stage, n.flow, n.datum) order by n.i`,
  );
  return { accepted, other: rows.map((row) => row.i) };
}

const fingerprint = (one: Rejected) =>
  createHash("md5")
    .update(
      JSON.stringify([
        one.reason,
        one.station,
        one.at,
        one.stage,
        one.flow,
        one.datum,
        one.source,
        one.at === null || one.raw !== "" ? one.raw : "",
      ]),
    )
    .digest("hex");

async function quarantine(
  client: pg.PoolClient,
  chunkId: number,
  rejected: readonly Rejected[],
): Promise<void> {
  if (!rejected.length) return;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const rows = rejected.map((one) => ({
    row: one.row,
    station: one.station,
    section: one.section,
    at: iso(one.at),
    stage: one.stage === null ? null : one.stage / 100,
    flow: one.flow !== null && Math.abs(one.flow) < 1e12 ? one.flow : null,
    datum: one.datum,
    sourceNo: one.source,
    raw: one.raw,
    reason: one.reason,
    detail: one.detail,
    fingerprint: fingerprint(one),
  }));
  await client.query(
    `insert into "ReadingQuarantine" ("chunkId", "row", station, section, at, stage, flow, datum, "sourceNo", raw, reason, detail, fingerprint)
     select $1, q."row", q.station, q.section, q.at, q.stage, q.flow, q.datum, q."sourceNo", q.raw, q.reason, q.detail, q.fingerprint
     from jsonb_to_recordset($2::jsonb) as q("row" bigint, station text, section int, at timestamptz, stage numeric(9,2), flow real,
       datum smallint, "sourceNo" int, raw text, reason text, detail text, fingerprint text)
     order by q.fingerprint on conflict do nothing`,
    [chunkId, JSON.stringify(rows)],
  );
}

function otherValues(
  chunk: Chunk,
  places: readonly number[],
  names: ReadonlyMap<number, string>,
): Rejected[] {
  return places.map((i): Rejected => {
    const [section, stage, flow] = [
      chunk.section[i] ?? 0,
      chunk.stage[i] ?? Number.NaN,
      chunk.flow[i] ?? Number.NaN,
    ];
    return {
      row: chunk.row[i] ?? 0,
      reason: "duplicate_other_value",
      detail: null,
      station: names.get(section) ?? String(section),
      section,
      at: chunk.at[i] ?? null,
      stage: Number.isNaN(stage) ? null : stage,
      flow: Number.isNaN(flow) ? null : flow,
      datum: chunk.datum[i] ?? 0,
      source: chunk.source[i] ?? 0,
      raw: "",
    };
  });
}

async function attempt(
  client: pg.PoolClient,
  chunk: Chunk,
  place: ChunkPlace,
  straight: boolean,
  names: ReadonlyMap<number, string>,
): Promise<Stored> {
  await client.query("begin");
  const { rows: ids } = await client.query<{ id: string }>(`select nextval('"ReadingChunk_id_seq"') as id`);
  const chunkId = Number(ids[0]?.id);
  let [accepted, other]: [number, number[]] = [chunk.count, []];
  if (chunk.count && straight)
    await copy(client, '"StageReading"', COLUMNS, encodeChunk(chunk, chunkId, false));
  else if (chunk.count) ({ accepted, other } = await sortOut(client, chunk, chunkId));
  const rejected = [...chunk.rejected, ...otherValues(chunk, other, names)].sort((a, b) => a.row - b.row);
  await quarantine(client, chunkId, rejected);
  const sections = accepted ? [...new Set(chunk.section.subarray(0, chunk.count))] : [];
  const duplicates = chunk.count - accepted - other.length;
  // The lock on the version comes last and goes with the commit: commands wait for a moment, not for the rows.
  const recordedAt = new Date(recordTime());
  const { rows: state } = accepted
    ? await client.query<{ version: string }>(
        `update "SystemVersion" set version = version + 1, "recordedAt" = $1 where id = 1 returning version`,
        [recordedAt],
      )
    : await client.query<{ version: string }>(`select version from "SystemVersion" where id = 1`);
  const version = Number(state[0]?.version ?? 0);
  const counts = [chunk.read, accepted, duplicates, rejected.length + chunk.dropped];
  await client.query(
    `insert into "ReadingChunk" (id, "batchId", seq, version, "recordedAt", rows, accepted, duplicates, rejected, sections, bytes, last)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [chunkId, place.batchId, place.seq, version, recordedAt, ...counts, sections, place.bytes, place.last],
  );
  await client.query("commit");
  return { chunkId, version, accepted, duplicates, rejected };
}

const TRIES = 6;

/**
 * Writes one chunk in one transaction: all of it or nothing. New rows go straight to their month by COPY; when one of
 * them is there already, the chunk is written anew by way of a temporary table. Deadlocks are tried again.
 */
export async function storeChunk(
  client: pg.PoolClient,
  chunk: Chunk,
  place: ChunkPlace,
  hope: Hope,
  names: ReadonlyMap<number, string>,
): Promise<Stored> {
  await ensureMonths(client, chunk);
  for (let tries = 1; ; tries++) {
    try {
      const stored = await attempt(client, chunk, place, hope.straight, names);
      hope.passed();
      return stored;
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      if (isCode(error, "23505") && hope.straight) hope.disappointed();
      // A month that another process has just made, or that a restored copy lacks.
      else if (isCode(error, "23514") && tries === 1) months.clear();
      else if (!isCode(error, "40P01", "40001") || tries >= TRIES) throw error;
      if (months.size === 0) await ensureMonths(client, chunk);
    }
  }
}
