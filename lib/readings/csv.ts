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

const cell = (row: readonly string[], index: number) => (index < 0 ? "" : (row[index] ?? ""));

function toFields(row: readonly string[], shape: Shape): Fields | { malformed: string } {
  // A spreadsheet leaves empty cells behind the last column; fewer or fuller ones are another row's.
  if (row.length < shape.width || row.slice(shape.width).some((one) => one.trim() !== ""))
    return { malformed: row.join(shape.delimiter) };
  return {
    station: cell(row, shape.at.station),
    at: cell(row, shape.at.at),
    stage: cell(row, shape.at.stage),
    flow: cell(row, shape.at.flow),
    datum: cell(row, shape.at.datum),
  };
}

/** One line by itself: a quote that is opened and never closed spoils its own line, not the file's rest. */
function quotedLine(line: string, shape: Shape): Fields | { malformed: string } {
  const parsed = Papa.parse<string[]>(line, { delimiter: shape.delimiter });
  const [row] = parsed.data;
  return !row || parsed.errors.length ? { malformed: line } : toFields(row, shape);
}

function rowsOf(text: string, shape: Shape): RowGroup["rows"] {
  if (!text.includes('"')) {
    const { data } = Papa.parse<string[]>(text, { delimiter: shape.delimiter, skipEmptyLines: "greedy" });
    return data.map((row) => toFields(row, shape));
  }
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
