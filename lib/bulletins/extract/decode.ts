import { Unreadable } from "./limits";

const SAMPLE = 4096;
const LABEL = /^[\w.:-]{2,40}$/;

function decoder(label: string, fatal: boolean): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return undefined;
  }
}

const isUtf8 = (bytes: Uint8Array) => {
  try {
    return decoder("utf-8", true)?.decode(bytes) !== undefined;
  } catch {
    return false;
  }
};

/**
 * UTF-16 without a mark gives itself away by the zero bytes of digits and line ends; a few zeros in valid UTF-8 are
 * slips of the writer.
 */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || (even + odd < end / 5 && isUtf8(bytes))) return undefined;
  if (even === 0 && odd > 1) return "utf-16le";
  if (odd === 0 && even > 1) return "utf-16be";
  return undefined;
}

function labelOf(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return unmarkedUtf16(bytes) ?? (declared && LABEL.test(declared) ? declared : undefined);
}

/**
 * Bytes as text: by the byte-order mark, else the declared encoding, else UTF-8 where the bytes are valid as it,
 * else GB18030, the encoding of older Chinese systems. Throws for bytes that are text in none of them.
 */
export function decode(bytes: Uint8Array, declared?: string): string {
  const label = labelOf(bytes, declared);
  for (const one of [label, "utf-8", "gb18030"]) {
    if (!one) continue;
    try {
      const text = decoder(one, true)?.decode(bytes);
      if (text !== undefined) return refuseBinary(text);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
    }
  }
  return refuseBinary(new TextDecoder("gb18030").decode(bytes));
}

/** A few stray control characters are a slip of the writer; many are not text at all. */
function refuseBinary(text: string): string {
  let odd = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) odd++;
  }
  if (odd > 8 && odd > end / 10) throw new Unreadable("file_unsupported", { kind: "binary" });
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** The encoding that an HTML page declares in its first kilobyte. */
export const declaredIn = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 1024)).toString("latin1"),
  )?.[1];
