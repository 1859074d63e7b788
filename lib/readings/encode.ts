import type { Chunk } from "./chunk";

/** PostgreSQL counts microseconds from here; its COPY file begins with this signature, flags and no extension. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const HEADER = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const ROW_BYTES = 100;

/** Writes numeric's binary form of hundredths: groups of four decimal digits, display scale 2. Returns the new offset. */
function writeNumeric(bytes: Buffer, offset: number, hundredths: number): number {
  const size = Math.abs(hundredths);
  const whole = Math.floor(size / 100);
  const rest = (size - whole * 100) * 100;
  const groups = rest ? (whole ? 2 : 1) : whole ? 1 : 0;
  let next = bytes.writeInt32BE(8 + 2 * groups, offset);
  next = bytes.writeInt16BE(groups, next);
  next = bytes.writeInt16BE(whole || !rest ? 0 : -1, next);
  next = bytes.writeUInt16BE(hundredths < 0 ? 0x4000 : 0, next);
  next = bytes.writeInt16BE(2, next);
  if (whole) next = bytes.writeInt16BE(whole, next);
  if (rest) next = bytes.writeInt16BE(rest, next);
  return next;
}

/**
 * A chunk as a binary COPY of (at, chunk, section, source, flow, datum, quality, stage), with the row's number in front
 * when asked: the server reads numbers, not texts. The bytes are the chunk's own and hold until it is encoded again. Stages are below 10,000 m: one group of digits before the point.
 */
export function encodeChunk(chunk: Chunk, chunkId: number, withRow: boolean): Buffer {
  chunk.bytes ??= Buffer.allocUnsafeSlow(HEADER.length + chunk.room * ROW_BYTES + 2);
  const { bytes } = chunk;
  let next = HEADER.copy(bytes, 0);
  const [high, low] = [Math.floor(chunkId / 4_294_967_296), chunkId % 4_294_967_296];
  for (let i = 0; i < chunk.count; i++) {
    next = bytes.writeInt16BE(withRow ? 9 : 8, next);
    if (withRow) {
      next = bytes.writeInt32BE(4, next);
      next = bytes.writeInt32BE(i, next);
    }
    const micros = ((chunk.at[i] ?? 0) - EPOCH_MS) * 1000;
    const upper = Math.floor(micros / 4_294_967_296);
    next = bytes.writeInt32BE(8, next);
    next = bytes.writeInt32BE(upper, next);
    next = bytes.writeUInt32BE(micros - upper * 4_294_967_296, next);
    next = bytes.writeInt32BE(8, next);
    next = bytes.writeInt32BE(high, next);
    next = bytes.writeUInt32BE(low, next);
    next = bytes.writeInt32BE(4, next);
    next = bytes.writeInt32BE(chunk.section[i] ?? 0, next);
    next = bytes.writeInt32BE(4, next);
    next = bytes.writeInt32BE(chunk.source[i] ?? 0, next);
    const flow = chunk.flow[i] ?? Number.NaN;
    if (Number.isNaN(flow)) next = bytes.writeInt32BE(-1, next);
    else {
      next = bytes.writeInt32BE(4, next);
      next = bytes.writeFloatBE(flow, next);
    }
    next = bytes.writeInt32BE(2, next);
    next = bytes.writeInt16BE(chunk.datum[i] ?? 0, next);
    next = bytes.writeInt32BE(2, next);
    next = bytes.writeInt16BE(chunk.quality, next);
    const stage = chunk.stage[i] ?? Number.NaN;
    next = Number.isNaN(stage) ? bytes.writeInt32BE(-1, next) : writeNumeric(bytes, next, stage);
  }
  next = bytes.writeInt16BE(-1, next);
  return bytes.subarray(0, next);
}
