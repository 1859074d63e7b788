import { isAscii, isUtf8 } from "node:buffer";

/** Whole lines as text, and how many bytes of the delivery they end at. */
export interface Piece {
  text: string;
  bytes: number;
}

const NEWLINE = 10;
/** No row of readings is this long; what is longer is no row, and is not kept in memory to find out. */
const LONGEST_LINE = 64 * 1024;
const CUT_TO = 400;

const gb18030 = new TextDecoder("gb18030");

const fromUtf8 = (bytes: Buffer) =>
  bytes.toString("utf8", bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

/** Three bytes and more: what Chinese takes in UTF-8. Two bytes that are well formed may as well be one character of GB18030. */
const WIDE = /[\u0800-\uFFFF]/;

function decodeLine(line: Buffer): string {
  if (isAscii(line)) return line.toString("latin1");
  if (!isUtf8(line)) return gb18030.decode(line);
  const text = fromUtf8(line);
  return WIDE.test(text) ? text : gb18030.decode(line);
}

/**
 * Bytes as text: UTF-8 (with or without its mark) or GB18030. What is not UTF-8 as a whole is judged line by line, so that a
 * file pasted together from both is read. Neither encoding has a line break inside a character.
 */
export function decodeBytes(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  if (isUtf8(bytes)) return fromUtf8(bytes);
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(decodeLine(bytes.subarray(start, next)));
    start = next;
  }
  return lines.join("");
}

/** Cuts a stream of bytes at line breaks. A line beyond 64 KB is cut short; the rest of it is passed over. */
export async function* linePieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  let passing = false;
  for await (const part of source) {
    let chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    bytes += chunk.length;
    if (passing) {
      const end = chunk.indexOf(NEWLINE);
      if (end < 0) continue;
      chunk = chunk.subarray(end + 1);
      passing = false;
    }
    const whole = chunk.lastIndexOf(NEWLINE) + 1;
    if (whole > 0) {
      const lines = rest.length ? Buffer.concat([rest, chunk.subarray(0, whole)]) : chunk.subarray(0, whole);
      rest = Buffer.from(chunk.subarray(whole));
      yield { text: decodeBytes(lines), bytes: bytes - rest.length };
    } else rest = Buffer.concat([rest, chunk]);
    if (rest.length > LONGEST_LINE) {
      yield { text: `${decodeBytes(rest.subarray(0, CUT_TO))}\n`, bytes };
      rest = Buffer.alloc(0);
      passing = true;
    }
  }
  if (rest.length) yield { text: decodeBytes(rest), bytes };
}
