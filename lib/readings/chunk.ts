import { DATUMS, datumNamed } from "@/lib/waters/datums";
import {
  AHEAD_MS,
  DEFAULT_RATE,
  farFromMarks,
  isNoFlow,
  isNoStage,
  MOST_FLOW,
  OLDEST_MS,
  plausibleStep,
  type Reason,
  STAGE_RANGE,
} from "./rules";
import type { Station } from "./stations";
import { decimal, hundredths, moment } from "./values";

/** A row that is not believed. Numbers as far as they could be read: stage in hundredths, times epoch ms. */
export interface Rejected {
  row: number;
  reason: Reason;
  detail: string | null;
  station: string;
  section: number | null;
  at: number | null;
  stage: number | null;
  flow: number | null;
  datum: number | null;
  source: number;
  raw: string;
}

/** The rows of one transaction as columns: a hundred thousand small objects would cost more than the reading of them. */
export class Chunk {
  count = 0;
  /** Rows read so far, good or bad. */
  read = 0;
  readonly row: Float64Array;
  readonly at: Float64Array;
  readonly section: Int32Array;
  readonly source: Int32Array;
  /** Hundredths of a metre; NaN where there is none. */
  readonly stage: Float64Array;
  readonly flow: Float64Array;
  readonly datum: Int16Array;
  rejected: Rejected[] = [];
  /** 0 as it came; 1 let in by an officer although a rule had doubted it; 2 worked out by the source, not read. */
  quality = 0;
  /** Set when enough bad rows of a delivery are kept: further ones are counted only. */
  quiet = false;
  /** Room for its binary form, used again for each transaction. */
  bytes: Buffer | undefined;
  dropped = 0;

  constructor(readonly room: number) {
    this.row = new Float64Array(room);
    this.at = new Float64Array(room);
    this.section = new Int32Array(room);
    this.source = new Int32Array(room);
    this.stage = new Float64Array(room);
    this.flow = new Float64Array(room);
    this.datum = new Int16Array(room);
  }

  get full(): boolean {
    return this.read >= this.room;
  }

  clear(): void {
    this.count = 0;
    this.read = 0;
    this.rejected = [];
    this.dropped = 0;
  }

  /** Moves row `from` to place `to`. */
  move(from: number, to: number): void {
    if (from === to) return;
    for (const column of [this.row, this.at, this.section, this.source, this.stage, this.flow, this.datum])
      column[to] = column[from] ?? 0;
  }
}

/** A row's five texts; a missing one is "". */
export interface Fields {
  station: string;
  at: string;
  stage: string;
  flow: string;
  datum: string;
}

/** What rows of one delivery are held against. */
export interface Gate {
  stations: ReadonlyMap<string, Station>;
  /** Minutes of the zone that times without one are in, when the sender has said so. */
  zone: number | undefined;
  /** Epoch ms of the latest "now" in force: real time, or the exercise's when that is later. */
  now: number;
  mayWrite: (station: Station) => boolean;
  /** The sources' numbers: readings of made-up stations are synthetic whatever the sender says. */
  source: number;
  syntheticSource: number;
  /** By section number, the last believed reading of this delivery. */
  last: Map<number, { at: number; stage: number; datum: number }>;
}

const datums = new Map<string, number | undefined>(DATUMS.map((row) => [row.name, row.id]));
function datumNumber(text: string): number | undefined {
  if (datums.has(text)) return datums.get(text);
  const id = datumNamed(text)?.id;
  if (datums.size < 500) datums.set(text, id);
  return id;
}

const MOST_RAW = 500;
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** Reads one row into the chunk, or turns it away with a reason. `row` counts from 1, a header not among them. */
export function admit(chunk: Chunk, gate: Gate, row: number, fields: Fields): void {
  chunk.read++;
  const station = gate.stations.get(fields.station) ?? gate.stations.get(fields.station.trim());
  const at = moment(fields.at, gate.zone);
  const stage = hundredths(fields.stage);
  const flow = decimal(fields.flow);
  const datum = datumNumber(fields.datum);
  const reason = refusal(gate, { station, at, stage, flow, datum });
  if (reason !== undefined || station === undefined || typeof at !== "number" || datum === undefined) {
    reject(chunk, gate, row, fields, reason ?? "malformed_row");
    return;
  }
  const place = chunk.count++;
  chunk.row[place] = row;
  chunk.at[place] = at;
  chunk.section[place] = station.no;
  chunk.source[place] = station.synthetic ? gate.syntheticSource : gate.source;
  chunk.stage[place] = Number.isFinite(stage) ? stage : Number.NaN;
  chunk.flow[place] = Number.isFinite(flow) ? flow : Number.NaN;
  chunk.datum[place] = datum;
}

function refusal(
  gate: Gate,
  read: {
    station: Station | undefined;
    at: number | "bad_time" | "time_without_zone";
    stage: number;
    flow: number;
    datum: number | undefined;
  },
): Reason | undefined {
  const { station, at, stage, flow, datum } = read;
  if (!station) return "unknown_station";
  if (!gate.mayWrite(station)) return "forbidden_station";
  if (typeof at !== "number") return at;
  if (at > gate.now + AHEAD_MS) return "time_in_future";
  if (at < OLDEST_MS) return "time_too_old";
  if (Number.isNaN(stage) || Number.isNaN(flow)) return "not_a_number";
  if (!Number.isFinite(stage) && !Number.isFinite(flow)) return "no_value";
  if (isNoStage(stage) || isNoFlow(flow)) return "sentinel";
  if (Number.isFinite(stage) && (stage < STAGE_RANGE.low || stage > STAGE_RANGE.high)) return "out_of_range";
  if (flow < 0) return "negative_flow";
  if (Number.isFinite(flow) && flow > MOST_FLOW) return "out_of_range";
  if (datum === undefined) return "unknown_datum";
  if (Number.isFinite(stage) && farFromMarks(station.marks, stage, datum)) return "far_from_marks";
  return undefined;
}

/** Turns a row away, keeping what could be read of it. */
export function reject(
  chunk: Chunk,
  gate: Gate,
  row: number,
  fields: Fields,
  reason: Reason,
  raw?: string,
): void {
  if (chunk.quiet) {
    chunk.dropped++;
    return;
  }
  const station = gate.stations.get(fields.station.trim());
  const at = moment(fields.at, gate.zone);
  const text = raw ?? [fields.station, fields.at, fields.stage, fields.flow, fields.datum].join(",");
  chunk.rejected.push({
    row,
    reason,
    detail: null,
    station: fields.station.replaceAll("\u0000", "").slice(0, 100),
    section: station?.no ?? null,
    at: typeof at === "number" && at > OLDEST_MS && at < Date.UTC(2200, 0, 1) ? at : null,
    stage: inRoom(orNull(hundredths(fields.stage))),
    flow: orNull(decimal(fields.flow)),
    datum: datumNumber(fields.datum) ?? null,
    source: station?.synthetic ? gate.syntheticSource : gate.source,
    raw: text.replaceAll("\u0000", "\uFFFD").slice(0, MOST_RAW),
  });
}

/** What the quarantine's column of nine digits can hold. */
const inRoom = (stage: number | null) => (stage !== null && Math.abs(stage) < 999_999_999 ? stage : null);

/** The sections of the chunk whose last reading is not known yet, with the time of their first row. */
export function unknownBases(chunk: Chunk, gate: Gate): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < chunk.count; i++) {
    const section = chunk.section[i] ?? 0;
    if (!gate.last.has(section) && !found.has(section)) found.set(section, chunk.at[i] ?? 0);
  }
  return found;
}

/** Turns away the rows to which no water can have gone from the last believed one. The rates of stations are metres an hour. */
export function checkSteps(
  chunk: Chunk,
  gate: Gate,
  rates: ReadonlyMap<number, number>,
  names: ReadonlyMap<number, string>,
): void {
  let kept = 0;
  for (let i = 0; i < chunk.count; i++) {
    const section = chunk.section[i] ?? 0;
    const stage = chunk.stage[i] ?? Number.NaN;
    const at = chunk.at[i] ?? 0;
    const datum = chunk.datum[i] ?? 0;
    if (!Number.isNaN(stage)) {
      const last = gate.last.get(section);
      if (!last) gate.last.set(section, { at, stage, datum });
      else if (
        last.datum === datum &&
        last.at !== at &&
        !plausibleStep(last, { at, stage }, rates.get(section) ?? DEFAULT_RATE)
      ) {
        const flow = chunk.flow[i] ?? Number.NaN;
        chunk.rejected.push({
          row: chunk.row[i] ?? 0,
          reason: "implausible_jump",
          detail: `${(last.stage / 100).toFixed(2)} → ${(stage / 100).toFixed(2)} m, ${Math.round(Math.abs(at - last.at) / 60_000)} min`,
          station: names.get(section) ?? String(section),
          section,
          at,
          stage,
          flow: Number.isNaN(flow) ? null : flow,
          datum,
          source: chunk.source[i] ?? gate.source,
          raw: "",
        });
        continue;
      } else {
        last.at = at;
        last.stage = stage;
        last.datum = datum;
      }
    }
    chunk.move(i, kept++);
  }
  chunk.count = kept;
}
