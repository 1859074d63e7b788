import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { recordTime, worldTime } from "@/lib/clock";
import { dataDir } from "@/lib/env";
import { isoTime } from "@/lib/format";
import { buildSnapshot, clockOf } from "@/lib/snapshot/build";
import type { EventLog } from "@/lib/snapshot/log";
import { type LiveFrame, Snapshot } from "@/lib/snapshot/schema";
import { loadPast, pastReadings, type Readings } from "@/lib/waters/past";

/** A snapshot with its bytes made once, in each encoding a client may ask for. */
export interface Prepared {
  snapshot: Snapshot;
  etag: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

interface Store {
  log?: EventLog;
  current?: Prepared;
  revision: string;
  database: "up" | "down";
  others: Map<string, Prepared>;
  listeners: Set<(frame: LiveFrame) => void>;
  /** Real time of the last successful word from the database. */
  heardAt: number;
  /** Refreshes one after another, across all copies of the modules: two at once would add the same rows twice. */
  queue: Promise<void>;
  /** The last of them while its turn has not come. */
  waiting?: Promise<void>;
}

const shared = globalThis as typeof globalThis & { xuntuStore?: Store };
const KEPT = 400;

/** The live state of this process. It lives on globalThis: pages and routes hold different copies of this module. */
export function store(): Store {
  shared.xuntuStore ??= {
    revision: "0",
    database: "down",
    others: new Map(),
    listeners: new Set(),
    heardAt: 0,
    queue: Promise.resolve(),
  };
  return shared.xuntuStore;
}

const copyFile = () => join(dataDir(), "snapshot.json");

function prepare(snapshot: Snapshot): Prepared {
  const body = Buffer.from(JSON.stringify(snapshot));
  const etag = `"${snapshot.version}-${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
  return {
    snapshot,
    etag,
    body,
    gzip: gzipSync(body, { level: 6 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  };
}

/**
 * What every listener is told: the version now shown, when it was recorded, the clock, and whether the
 * database answers.
 */
export function frame(): LiveFrame {
  const { log, current, revision, database } = store();
  return {
    version: current?.snapshot.version ?? 0,
    recordedAt: current?.snapshot.recordedAt ?? isoTime(0),
    revision,
    database,
    clock: log ? clockOf(log) : (current?.snapshot.clock ?? null),
  };
}

/** Tells every listener of this process how things stand now. */
export function announce(): void {
  const now = frame();
  for (const listener of store().listeners) listener(now);
}

/** Puts a newer log in force: builds the picture of now once, keeps a copy on disk, tells every listener. */
export function publish(log: EventLog): void {
  const state = store();
  const snapshot = buildSnapshot(log);
  // What a reader sees, without the ticking clock: only a change of this is news.
  const { clock, at: _at, ...picture } = snapshot;
  const revision = `${snapshot.version}-${createHash("sha256")
    .update(JSON.stringify([picture, clock.mode, clock.rate, log.clock]))
    .digest("base64url")
    .slice(0, 12)}`;
  const changed = revision !== state.revision;
  state.log = log;
  state.current = prepare(snapshot);
  if (!changed) return;
  state.revision = revision;
  state.others.clear();
  keepCopy(state.current.body);
  announce();
}

function keepCopy(body: Buffer): void {
  try {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(`${copyFile()}.new`, body);
    renameSync(`${copyFile()}.new`, copyFile());
  } catch (error) {
    console.error("the snapshot could not be kept on disk:", error instanceof Error ? error.message : error);
  }
}

/** With no database at start, the last copy on disk is served, with its age. */
export function loadCopy(): boolean {
  try {
    const snapshot = Snapshot.parse(JSON.parse(readFileSync(copyFile(), "utf8")));
    store().current = prepare(snapshot);
    store().revision = `copy-${snapshot.version}`;
    return true;
  } catch {
    return false;
  }
}

const keyOf = (at?: number, known?: number) => `${at ?? ""}|${known ?? ""}`;

/**
 * The prepared picture of now, or of another world time and record time (epoch ms); undefined when it cannot be told.
 * Readings of another time are in it when they were fetched before (`pictureOf` does).
 */
export function preparedSnapshot(at?: number, known?: number, given?: Readings): Prepared | undefined {
  const { log, current, others } = store();
  if (at === undefined && known === undefined) return current;
  if (!log) return undefined;
  const key = keyOf(at, known);
  const found = others.get(key);
  if (found && at !== undefined) return found;
  const readings = given ?? pastReadings(log, at, known);
  const made = prepare(buildSnapshot(log, { at, known, readings }));
  if (!readings) return made;
  if (others.size >= KEPT) others.delete(others.keys().next().value ?? key);
  others.set(key, made);
  return made;
}

/** The picture of another time with its readings; without them when the database does not answer in time. */
export async function pictureOf(at?: number, known?: number): Promise<Prepared | undefined> {
  const { log, database } = store();
  const now = at === undefined && known === undefined;
  const made = at !== undefined && store().others.has(keyOf(at, known));
  if (!log || database === "down" || now || made) return preparedSnapshot(at, known);
  const readings = await loadPast(log, at, known).catch((error) =>
    console.error("past readings:", error.message),
  );
  return preparedSnapshot(at, known, readings ?? undefined);
}

/** The picture of the clock's now; undefined until the database or a copy on disk has been read. */
export const snapshotNow = (): Snapshot | undefined => store().current?.snapshot;

/** The clock's now, epoch ms, also when only a copy is at hand. */
export function clockNow(): number {
  const { log, current } = store();
  if (log) return worldTime(log.clock);
  return current ? Date.parse(current.snapshot.clock.now) : recordTime();
}
