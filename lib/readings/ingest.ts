import { may, mayActFor, type Viewer } from "@/lib/auth/roles";
import { recordTime } from "@/lib/clock";
import { audit } from "@/lib/command";
import { db } from "@/lib/db";
import { type Refusal, refuse } from "@/lib/errors";
import { isoTime } from "@/lib/format";
import { clockNow } from "@/lib/live/store";
import { type BatchInput, MOST_LISTED, type Opened, openBatch, sourceNumber, type Verdict } from "./batch";
import { admit, Chunk, checkSteps, type Fields, type Gate, reject, unknownBases } from "./chunk";
import { type RowGroup, Unreadable } from "./csv";
import { withConnection } from "./pool";
import { COMPARED_WITHIN_MS } from "./rules";
import { readStations } from "./stations";
import { Hope, type Stored, storeChunk } from "./store";

/** Rows of one transaction. More are hardly quicker, fewer lose to the commit; memory holds two such chunks. */
const CHUNK_ROWS = 20_000;
/** A chunk takes a second or two, and may wait for others; a database that needs longer is taken for lost. */
const CHUNK_MS = 120_000;
/** Bad rows kept of one delivery; what a broken file holds beyond them is counted only. */
const MOST_QUARANTINED = 100_000;

export interface Delivery {
  /** The rows, from where an earlier attempt ended when `opened` says so. */
  rows: (opened: Opened) => AsyncIterable<RowGroup>;
  batch: Omit<BatchInput, "sourceNo" | "user">;
  /** `gauge`, or the sender's own name for another observer of the same stations. */
  source?: string;
  /** Minutes of the zone of times that name none. */
  zone?: number;
  /** Rows are taken as they are: an officer or the simulator answers for them. */
  trusted?: boolean;
  quality?: number;
  opened?: Opened;
  onChunk?: (so_far: Verdict, bytes: number) => void;
}

const blank = (malformed: string): Fields => ({
  station: malformed.split(/[,;\t]/, 1)[0] ?? "",
  at: "",
  stage: "",
  flow: "",
  datum: "",
});

/** One delivery in work: fills one chunk while PostgreSQL writes the other. */
class Ingest {
  private chunk = new Chunk(CHUNK_ROWS);
  private spare = new Chunk(CHUNK_ROWS);
  private writing: Promise<void> = Promise.resolve();
  private readonly hope = new Hope();
  private row: number;
  private seq: number;
  private bytes: number;
  private kept = 0;
  readonly verdict: Verdict;

  constructor(
    private readonly opened: Opened,
    private readonly gate: Gate,
    private readonly names: { rates: Map<number, number>; names: Map<number, string> },
    private readonly delivery: Delivery,
  ) {
    // An import goes on where it ended; a request comes again from its first row.
    this.row = delivery.opened ? opened.rows : 0;
    this.seq = opened.seq;
    this.bytes = delivery.opened ? opened.bytes : 0;
    this.verdict = {
      accepted: 0,
      duplicates: 0,
      rejected: [],
      rejectedCount: 0,
      rows: 0,
      version: 0,
      batch: opened.batchId,
    };
    this.chunk.quality = this.spare.quality = delivery.quality ?? 0;
  }

  async take(group: RowGroup): Promise<void> {
    // A chunk ends where a group ends: there an import can go on.
    if (this.chunk.read && this.chunk.read + group.rows.length > CHUNK_ROWS) await this.flush(false);
    for (const row of group.rows) {
      this.row++;
      if ("malformed" in row) {
        this.chunk.read++;
        reject(this.chunk, this.gate, this.row, blank(row.malformed), "malformed_row", row.malformed);
      } else admit(this.chunk, this.gate, this.row, row);
      if (this.chunk.full) await this.flush(false);
    }
    this.bytes = group.bytes;
  }

  /** Hands the chunk over to be written, once the one before is; the last one is waited for. */
  async flush(last: boolean): Promise<void> {
    const { chunk } = this;
    if (!this.delivery.trusted) {
      await this.fetchBases(chunk);
      checkSteps(chunk, this.gate, this.names.rates, this.names.names);
    }
    await this.writing;
    const place = { batchId: this.opened.batchId, seq: this.seq++, bytes: this.bytes, last };
    this.writing = this.write(chunk, place);
    // A failure is met where it is waited for; until then it must not count as unhandled.
    this.writing.catch(() => undefined);
    [this.chunk, this.spare] = [this.spare, chunk];
    this.chunk.clear();
    this.chunk.quiet = this.kept >= MOST_QUARANTINED;
    if (last) await this.writing;
  }

  settle = () => this.writing;

  private async write(chunk: Chunk, place: { batchId: number; seq: number; bytes: number; last: boolean }) {
    const stored = await withConnection(CHUNK_MS, (client) =>
      storeChunk(client, chunk, place, this.hope, this.names.names),
    );
    this.count(stored, chunk);
    this.delivery.onChunk?.(this.verdict, place.bytes);
  }

  private count(stored: Stored, chunk: Chunk): void {
    const { verdict } = this;
    this.kept += stored.rejected.length;
    verdict.rows += chunk.read;
    verdict.accepted += stored.accepted;
    verdict.duplicates += stored.duplicates;
    verdict.rejectedCount += stored.rejected.length + chunk.dropped;
    verdict.version = Math.max(verdict.version, stored.version);
    for (const one of stored.rejected.slice(0, MOST_LISTED - verdict.rejected.length))
      verdict.rejected.push({
        row: one.row,
        reason: one.reason,
        station: one.station,
        at: one.at === null ? null : isoTime(one.at),
      });
  }

  private async fetchBases(chunk: Chunk): Promise<void> {
    const wanted = unknownBases(chunk, this.gate);
    if (!wanted.size) return;
    const { rows } = await withConnection(CHUNK_MS, (client) =>
      client.query<{ no: number; at: number; stage: number; datum: number }>(
        `select u.no, extract(epoch from b.at)::float8 * 1000 as at, round(b.stage * 100)::int as stage, b.datum
       from unnest($1::int[], $2::timestamptz[]) u(no, at)
       cross join lateral (
         select r.at, r.stage, r.datum from "StageReading" r
         where r.section = u.no and r.at <= u.at and r.at >= u.at - $3 * interval '1 millisecond' and r.at >= $4 and r.at <= $5
           and r.stage is not null
         order by r.at desc limit 1) b`,
        [
          [...wanted.keys()],
          [...wanted.values()].map((at) => new Date(at)),
          COMPARED_WITHIN_MS,
          // Bounds that hold for all: only the months they lie in are looked at.
          new Date(Math.min(...wanted.values()) - COMPARED_WITHIN_MS),
          new Date(Math.max(...wanted.values())),
        ],
      ),
    );
    for (const { no, ...base } of rows) this.gate.last.set(no, base);
  }
}

async function openGate(
  viewer: Viewer,
  delivery: Delivery,
): Promise<Gate & { names: Map<number, string>; rates: Map<number, number> }> {
  const stations = await withConnection(CHUNK_MS, readStations);
  const names = new Map([...stations].map(([name, { no }]) => [no, name]));
  const rates = new Map(
    [...stations.values()].flatMap(({ no, rate }) => (rate === null ? [] : [[no, rate] as const])),
  );
  const key = delivery.source ?? "gauge";
  return {
    stations,
    zone: delivery.zone,
    now: Math.max(recordTime(), clockNow()),
    mayWrite: ({ provinces }) => viewer.national || provinces.every((one) => mayActFor(viewer, one)),
    source: await sourceNumber(key, { kind: "GAUGE", name: key }),
    syntheticSource: await sourceNumber("synthetic", { kind: "SYNTHETIC", name: "合成数据" }),
    last: new Map(),
    names,
    rates,
  };
}

const SOURCE_KEY = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u;

/**
 * Takes in a delivery of readings, chunk by chunk, each of them one transaction: what was written stays when the rest
 * fails, and sending all of it again adds nothing twice. One audit row tells of the whole. Throws Unreadable when the
 * delivery has no shape, and what the stream or the database throws when one of them breaks off.
 */
export async function ingest(viewer: Viewer, delivery: Delivery): Promise<Verdict | Refusal> {
  const { batch } = delivery;
  const told = { origin: batch.origin, name: batch.name, source: delivery.source ?? "gauge" };
  const note = (outcome: "DONE" | "FORBIDDEN" | "INVALID" | "FAILED", detail: string, verdict?: Verdict) =>
    audit(db(), viewer, {
      command: "readings.ingest",
      outcome,
      detail,
      input: told,
      result: verdict && { ...verdict, rejected: verdict.rejected.slice(0, 20) },
      version: verdict && BigInt(verdict.version),
    });
  const denied = async (refusal: Refusal, outcome: "FORBIDDEN" | "INVALID" = "FORBIDDEN") => {
    await note(outcome, refusal.refusal);
    return refusal;
  };
  if (!viewer.user) return denied(refuse("not_signed_in"));
  if (viewer.user.mustChangePassword) return denied(refuse("password_must_change"));
  if (!may(viewer, "readings:write")) return denied(refuse("forbidden"));
  if (!SOURCE_KEY.test(told.source) || told.source === "synthetic")
    return denied(refuse("bad_input", undefined, { source: "field_invalid_format" }), "INVALID");
  const gate = await openGate(viewer, delivery);
  const key = batch.key && `${viewer.user.id}|${batch.key}`;
  const opened =
    delivery.opened ??
    (await openBatch({
      ...batch,
      key,
      sourceNo: gate.source,
      user: { id: viewer.user.id, name: viewer.user.username },
    }));
  if (opened.finished) return opened.finished;
  const work = new Ingest(opened, gate, gate, delivery);
  try {
    for await (const group of delivery.rows(opened)) await work.take(group);
    await work.flush(true);
  } catch (error) {
    await work.settle().catch(() => undefined);
    const detail = error instanceof Error ? error.message : String(error);
    await note(error instanceof Unreadable ? "INVALID" : "FAILED", detail, work.verdict).catch(
      () => undefined,
    );
    throw Object.assign(error instanceof Error ? error : new Error(detail), { soFar: work.verdict });
  }
  await note("DONE", "", work.verdict);
  return work.verdict;
}
