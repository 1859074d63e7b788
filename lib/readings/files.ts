import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Opened } from "./batch";
import { csvRows, type RowGroup, readHeader } from "./csv";
import { decodeBytes, linePieces } from "./decode";
import { unzipped } from "./receive";

const PIECE = 1024 * 1024;
/** Some five thousand rows: a quarter of a chunk. */
const READ_AT_ONCE = 256 * 1024;

/** What makes a file the same file, whatever its name: its length, its first and its last megabyte. */
export async function fingerprintOf(path: string): Promise<string> {
  const { size } = await stat(path);
  const file = await open(path, "r");
  try {
    const hash = createHash("sha256").update(String(size));
    const buffer = Buffer.alloc(Math.min(PIECE, size));
    for (const position of new Set([0, Math.max(0, size - buffer.length)])) {
      await file.read(buffer, 0, buffer.length, position);
      hash.update(buffer);
    }
    return hash.digest("hex");
  } finally {
    await file.close();
  }
}

async function* passing(
  source: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of source) {
    onBytes(part.byteLength);
    yield part;
  }
}

async function* without(source: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const part of source) {
    if (left >= part.byteLength) left -= part.byteLength;
    else {
      yield left ? part.subarray(left) : part;
      left = 0;
    }
  }
}

/** The first line of a file, which names its columns. */
async function headerOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const part of source) {
    bytes = Buffer.concat([bytes, part]);
    const text = decodeBytes(bytes).trimStart();
    const end = text.indexOf("\n");
    if (end >= 0) return text.slice(0, end);
    if (bytes.length > PIECE) break;
  }
  return decodeBytes(bytes);
}

const isPacked = (path: string) => path.endsWith(".gz");
const packedBytes = (path: string, start = 0) =>
  createReadStream(path, { highWaterMark: READ_AT_ONCE, start });

/**
 * The rows of a CSV file, packed or not, from where an earlier attempt ended: a plain file is opened there, a packed one
 * is unpacked up to there and passed over. `onBytes` hears of each piece read from the disk.
 */
export function fileRows(
  path: string,
  onBytes: (bytes: number) => void,
): (opened: Opened) => AsyncIterable<RowGroup> {
  const bytes = (start = 0) => {
    const raw = passing(packedBytes(path, start), onBytes);
    return isPacked(path) ? unzipped(raw) : raw;
  };
  return async function* (opened) {
    if (opened.bytes === 0) {
      yield* csvRows(linePieces(bytes()));
      return;
    }
    const first = packedBytes(path);
    const shape = readHeader(await headerOf(isPacked(path) ? unzipped(first) : first));
    first.destroy();
    if (!isPacked(path)) onBytes(opened.bytes);
    const rest = isPacked(path) ? without(bytes(), opened.bytes) : bytes(opened.bytes);
    for await (const group of csvRows(linePieces(rest), shape))
      yield { rows: group.rows, bytes: group.bytes + opened.bytes };
  };
}
