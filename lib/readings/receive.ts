import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import type { Opened } from "./batch";
import { csvRows, type RowGroup } from "./csv";
import { linePieces } from "./decode";
import { jsonRows } from "./json";
import { zoneMinutes } from "./values";

/** The connection ended before the body did: what was committed stays, the rest was never there. */
export class CutOff extends Error {}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  announced: number | undefined,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const part of source) {
      bytes += part.byteLength;
      yield part;
    }
  } catch (error) {
    throw new CutOff(error instanceof Error ? error.message : String(error));
  }
  if (announced !== undefined && bytes < announced)
    throw new CutOff(`the body ended after ${bytes} of ${announced} bytes`);
}

export interface Received {
  rows: (opened: Opened) => AsyncIterable<RowGroup>;
  format: "csv" | "json";
  zone: number | undefined;
  source: string | undefined;
  key: string | undefined;
}

/** What a request delivers and how it is to be read, or why it cannot be: the name of a refusal and its words. */
export function receive(request: Request): Received | { refusal: string; detail: string } {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  const format =
    type === "application/json"
      ? "json"
      : type === "text/csv" || type === "application/csv"
        ? "csv"
        : undefined;
  if (!format)
    return {
      refusal: "unsupported_type",
      detail: "Send application/json (an array) or text/csv; say which in Content-Type.",
    };
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip")
    return { refusal: "unsupported_type", detail: "Content-Encoding may be gzip, or left out." };
  if (!request.body) return { refusal: "bad_input", detail: "The body is empty." };
  const query = new URL(request.url).searchParams;
  const zoneText = query.get("zone")?.trim();
  const zone = zoneText ? zoneMinutes(/^[\d]/.test(zoneText) ? `+${zoneText}` : zoneText) : undefined;
  if (zone !== undefined && Number.isNaN(zone))
    return { refusal: "bad_input", detail: "zone must be an offset such as +08:00 (sent as %2B08:00)." };
  const key = request.headers.get("idempotency-key")?.trim();
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    return { refusal: "bad_input", detail: "Idempotency-Key may have 200 printable characters." };
  const length = request.headers.get("content-length");
  const body = Readable.fromWeb(request.body as WebStream<Uint8Array>);
  const plain = counted(body, length === null ? undefined : Number(length));
  const bytes = encoding === "gzip" ? unzipped(plain) : plain;
  return {
    rows: () => (format === "json" ? jsonRows(bytes) : csvRows(linePieces(bytes))),
    format,
    zone,
    source: query.get("source") ?? undefined,
    key,
  };
}

/** Unpacks as it is read: a bomb fills no memory, its rows are turned away one by one. */
export async function* unzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const input = Readable.from(source);
  input.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const part of input.pipe(gunzip)) yield part;
  } catch (error) {
    throw error instanceof CutOff
      ? error
      : new CutOff(`gzip: ${error instanceof Error ? error.message : error}`);
  } finally {
    input.destroy();
  }
}
