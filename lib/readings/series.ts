import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** Readings of one section as columns, in the order of time; NaN where there is none. Times are epoch ms. */
export interface Series {
  length: number;
  at: Float64Array;
  /** Metres above the datum of the row. */
  stage: Float64Array;
  /** m³/s */
  flow: Float64Array;
  datum: Int16Array;
  source: Int32Array;
  quality: Int16Array;
}

/** A flow is kept in four bytes: seven digits are true, the rest is noise. Null where there is none. */
export const plainFlow = (value: number): number | null =>
  Number.isNaN(value) ? null : Number(value.toPrecision(7));

/** PostgreSQL counts microseconds from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const HEADER_BYTES = 19;

function emptySeries(room: number): Series {
  return {
    length: 0,
    at: new Float64Array(room),
    stage: new Float64Array(room),
    flow: new Float64Array(room),
    datum: new Int16Array(room),
    source: new Int32Array(room),
    quality: new Int16Array(room),
  };
}

/** The binary form of numeric: groups of four decimal digits, the first of them worth 10000^weight. */
function readNumeric(view: DataView, offset: number): number {
  const groups = view.getInt16(offset);
  const weight = view.getInt16(offset + 2);
  const sign = view.getUint16(offset + 4);
  let value = 0;
  for (let i = 0; i < groups; i++) value = value * 10_000 + view.getInt16(offset + 8 + 2 * i);
  const power = weight - groups + 1;
  if (power < 0) value /= 10_000 ** -power;
  else value *= 10_000 ** power;
  // Two decimals: what the division leaves beyond them is noise of the floating point.
  value = Math.round(value * 100) / 100;
  return sign === 0x4000 ? -value : value;
}

/** Decodes `COPY (select at, stage, flow, datum, source, quality …) TO STDOUT (FORMAT binary)`. */
export function decodeSeries(chunks: readonly Buffer[]): Series {
  const bytes = Buffer.concat(chunks);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A row has at least 2 + 6 × 4 + 8 + 2 + 4 + 2 bytes.
  const found = emptySeries(Math.ceil(bytes.length / 42) + 1);
  let offset = HEADER_BYTES;
  while (offset + 2 <= bytes.length && view.getInt16(offset) === 6) {
    const row = found.length++;
    offset += 2;
    const field = () => {
      const size = view.getInt32(offset);
      const start = offset + 4;
      offset = start + Math.max(size, 0);
      return size < 0 ? -1 : start;
    };
    const at = field();
    found.at[row] = EPOCH_MS + (view.getInt32(at) * 4_294_967_296 + view.getUint32(at + 4)) / 1000;
    const stage = field();
    found.stage[row] = stage < 0 ? Number.NaN : readNumeric(view, stage);
    const flow = field();
    found.flow[row] = flow < 0 ? Number.NaN : view.getFloat32(flow);
    found.datum[row] = view.getInt16(field());
    found.source[row] = view.getInt32(field());
    found.quality[row] = view.getInt16(field());
  }
  return found;
}

interface Correction {
  at: number;
  source: number;
  stage: number | null;
  flow: number | null;
  datum: number;
  withdrawn: boolean;
}

/** Puts corrections in the place of what they correct, and of two sources at one time keeps the first (gauges come first). */
function settle(series: Series, corrections: readonly Correction[]): Series {
  const fixed = new Map(corrections.map((row) => [`${row.at}|${row.source}`, row]));
  let kept = 0;
  for (let i = 0; i < series.length; i++) {
    const at = series.at[i] ?? 0;
    const right = fixed.size ? fixed.get(`${at}|${series.source[i]}`) : undefined;
    if (right?.withdrawn) continue;
    if (kept > 0 && series.at[kept - 1] === at) continue;
    series.at[kept] = at;
    series.stage[kept] = right ? (right.stage ?? Number.NaN) : (series.stage[i] ?? Number.NaN);
    series.flow[kept] = right ? (right.flow ?? Number.NaN) : (series.flow[i] ?? Number.NaN);
    series.datum[kept] = right ? right.datum : (series.datum[i] ?? 0);
    series.source[kept] = series.source[i] ?? 0;
    series.quality[kept] = series.quality[i] ?? 0;
    kept++;
  }
  series.length = kept;
  return series;
}

/**
 * All readings of a section in [from, to] (epoch ms), corrections in force, one a time. Rows come in PostgreSQL's binary
 * form, which costs neither side the writing and reading of text.
 */
export async function readSeries(
  client: pg.PoolClient,
  section: number,
  from: number,
  to: number,
): Promise<Series> {
  const iso = (ms: number) => new Date(ms).toISOString();
  const where = `section = ${Math.trunc(section)} and at >= '${iso(from)}' and at <= '${iso(to)}'`;
  const stream = client.query(
    copyTo(
      `copy (select at, stage, flow, datum, source, quality from "StageReading" where ${where} order by at, source) to stdout (format binary)`,
    ),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const { rows } = await client.query<Correction>(
    `select distinct on (at, source) extract(epoch from at)::float8 * 1000 as at, source, stage::float8, flow::float8, datum, withdrawn
     from "ReadingCorrection" where ${where} order by at, source, id desc`,
  );
  return settle(decodeSeries(chunks), rows);
}
