import { StringDecoder } from "node:string_decoder";
import type { Fields } from "./chunk";
import { type RowGroup, Unreadable } from "./csv";

const LONGEST = 64 * 1024;
const ROWS_A_GROUP = 2000;

const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "bigint"
      ? String(value)
      : "";

/** One element of the array as a row. NaN and Infinity are no JSON, but it is plain what they are: a number that is none. */
export function elementFields(text: string): Fields | { malformed: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    try {
      value = JSON.parse(text.replace(/([:,[]\s*)(-?(?:NaN|Infinity))\b/g, '$1"$2"'));
    } catch {
      return { malformed: text };
    }
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { malformed: text };
  const row: Record<string, unknown> = { ...value };
  const wrong = ["stage", "flow"].some((key) => typeof row[key] === "object" && row[key] !== null);
  if (wrong || typeof row.stage === "boolean" || typeof row.flow === "boolean") return { malformed: text };
  return {
    station: textOf(row.station),
    at: textOf(row.at),
    stage: textOf(row.stage),
    flow: textOf(row.flow),
    datum: textOf(row.datum),
  };
}

/** Cuts a JSON array into its elements as it comes, so that an array of any length takes the memory of one element. */
class Splitter {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private element = "";
  closed = false;
  opened = false;

  take(text: string): string[] {
    const found: string[] = [];
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (code === 92) this.escaped = true;
        else if (code === 34) this.inString = false;
        continue;
      }
      if (code === 34) this.inString = true;
      else if (code === 91 || code === 123) {
        if (!this.opened) {
          if (code !== 91) throw new Unreadable("not_json", "the body must be a JSON array of readings");
          this.opened = true;
          start = i + 1;
        }
        this.depth++;
      } else if (code === 93 || code === 125) {
        this.depth--;
        if (this.depth === 0) {
          this.closed = true;
          this.end(found, text.slice(start, i));
          start = i + 1;
        }
      } else if (code === 44 && this.depth === 1) {
        this.end(found, text.slice(start, i), true);
        start = i + 1;
      } else if (!this.opened && !/[\s\uFEFF]/.test(text[i] ?? ""))
        throw new Unreadable("not_json", "the body must be a JSON array of readings");
    }
    if (this.opened && !this.closed && this.element.length < LONGEST) this.element += text.slice(start);
    return found;
  }

  private end(found: string[], tail: string, comma = false): void {
    const element = (this.element + tail).trim();
    this.element = "";
    // Nothing between the brackets is an empty array; nothing between two commas is an error of its own.
    if (element !== "" || comma) found.push(element.length > LONGEST ? element.slice(0, 400) : element);
  }
}

/** Reads a JSON array of {station, at, stage, flow, datum}. Throws Unreadable when it is none, or ends before its bracket. */
export async function* jsonRows(source: AsyncIterable<Uint8Array>): AsyncGenerator<RowGroup> {
  const decoder = new StringDecoder("utf8");
  const splitter = new Splitter();
  let bytes = 0;
  for await (const part of source) {
    bytes += part.byteLength;
    const elements = splitter.take(decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
    for (let i = 0; i < elements.length; i += ROWS_A_GROUP)
      yield { rows: elements.slice(i, i + ROWS_A_GROUP).map(elementFields), bytes };
  }
  if (!splitter.opened) throw new Unreadable("empty_delivery", "the delivery is empty");
  if (!splitter.closed) throw new Unreadable("not_json", "the array is not closed: the body ended early");
}
