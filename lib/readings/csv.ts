import Papa from "papaparse";
import type { Fields } from "./chunk";
import { type Column, mapColumns } from "./columns";
import type { Piece } from "./decode";

/** Rows of a delivery; a row that has no fields to speak of is there as its text alone. */
export interface RowGroup {
  rows: (Fields | { malformed: string })[];
  /** Bytes of the delivery at the end of these rows. */
  bytes: number;
}

/** The delivery as a whole cannot be read. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: "no_columns" | "not_json" | "empty_delivery",
    detail: string,
  ) {
    super(detail);
  }
}

const DELIMITERS = [",", "\t", ";", "，"];

function delimiterOf(header: string): string {
  const counted = DELIMITERS.map((one) => [header.split(one).length, one] as const);
  return counted.sort((a, b) => b[0] - a[0])[0]?.[1] ?? ",";
}

interface Shape {
  delimiter: string;
  at: Record<Column, number>;
  width: number;
}

const NO_FIELD = -1;
const RETURN = 13;

/** Where the cells of the line being read begin and end; used again for each line, for a million of them are read. */
const starts: number[] = [];
const stops: number[] = [];

function cutLine(text: string, start: number, stop: number, delimiter: string): number {
  let count = 0;
  for (let from = start; ; ) {
    const found = text.indexOf(delimiter, from);
    const end = found < 0 || found > stop ? stop : found;
    starts[count] = from;
    stops[count] = end;
    count++;
    if (end === stop) return count;
    from = end + 1;
  }
}

/** One line without quotes; undefined where all of its cells are blank. */
function plainLine(
  text: string,
  start: number,
  stop: number,
  shape: Shape,
): RowGroup["rows"][number] | undefined {
  const count = cutLine(text, start, stop, shape.delimiter);
  const cell = (index: number) =>
    index === NO_FIELD || index >= count ? "" : text.slice(starts[index], stops[index]);
  // A spreadsheet leaves empty cells behind the last column; fewer or fuller ones are another row's.
  let fits = count >= shape.width;
  for (let index = shape.width; fits && index < count; index++) fits = cell(index).trim() === "";
  const { at } = shape;
  const station = cell(at.station);
  if (!fits || station === "") {
    const line = text.slice(start, stop);
    if (line.replaceAll(shape.delimiter, "").trim() === "") return undefined;
    if (!fits) return { malformed: line };
  }
  return {
    station,
    at: cell(at.at),
    stage: cell(at.stage),
    flow: cell(at.flow),
    datum: cell(at.datum),
  };
}

function plainRows(text: string, shape: Shape): RowGroup["rows"] {
  const rows: RowGroup["rows"] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const stop = end > start && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
    const row = plainLine(text, start, stop, shape);
    if (row) rows.push(row);
    start = end + 1;
  }
  return rows;
}

const toFields = (row: readonly string[], { at }: Shape): Fields => {
  const cell = (index: number) => row[index] ?? "";
  return {
    station: cell(at.station),
    at: cell(at.at),
    stage: cell(at.stage),
    flow: cell(at.flow),
    datum: cell(at.datum),
  };
};

/** One line by itself: a quote that is opened and never closed spoils its own line, not the file's rest. */
function quotedLine(line: string, shape: Shape): Fields | { malformed: string } {
  const parsed = Papa.parse<string[]>(line, { delimiter: shape.delimiter });
  const [row] = parsed.data;
  const fits = row && row.length >= shape.width && row.slice(shape.width).every((one) => one.trim() === "");
  return !fits || parsed.errors.length ? { malformed: line } : toFields(row, shape);
}

function rowsOf(text: string, shape: Shape): RowGroup["rows"] {
  if (!text.includes('"')) return plainRows(text, shape);
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => quotedLine(line, shape));
}

/** The header line, and what follows it in the same piece. */
function splitHeader(text: string): [string, string] {
  const end = text.indexOf("\n");
  return end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 1)];
}

/** Reads CSV with a header of our names or the Chinese ones, separated by comma, tab or semicolon. Throws Unreadable. */
export async function* csvRows(pieces: AsyncIterable<Piece>, known?: Shape): AsyncGenerator<RowGroup> {
  let shape = known;
  for await (const piece of pieces) {
    let { text } = piece;
    while (!shape && text.trim() !== "") {
      const [header, rest] = splitHeader(text.replace(/^\uFEFF/, ""));
      text = rest;
      if (header.trim() !== "") shape = readHeader(header);
    }
    if (shape && text !== "") yield { rows: rowsOf(text, shape), bytes: piece.bytes };
  }
  if (!shape) throw new Unreadable("empty_delivery", "the delivery is empty");
}

/** Where the columns are, from a header line. Throws Unreadable when station, time or value have none. */
export function readHeader(header: string): Shape {
  const delimiter = delimiterOf(header);
  const [names] = Papa.parse<string[]>(header.trimEnd(), { delimiter }).data;
  const mapping = mapColumns(names ?? []);
  if (!mapping.ok) throw new Unreadable("no_columns", mapping.detail);
  return { delimiter, at: mapping.at, width: mapping.width };
}
