import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const FILES = new Set(["prefectures.json", "waters.json"]);
type Encoded = { br: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer>; plain: Uint8Array<ArrayBuffer> };
const kept = new Map<string, Promise<Encoded>>();

async function encode(file: string): Promise<Encoded> {
  const plain = await readFile(join(process.cwd(), "prisma", "geo", file));
  return {
    plain: Uint8Array.from(plain),
    gzip: Uint8Array.from(gzipSync(plain)),
    br: Uint8Array.from(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
  };
}

/** Geometry that the map fetches when it is zoomed in; it changes only with the software. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  if (!FILES.has(file)) return new Response("not found", { status: 404 });
  const made = kept.get(file) ?? encode(file);
  kept.set(file, made);
  const encoded = await made;
  const accepts = request.headers.get("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : undefined;
  return new Response(encoded[encoding ?? "plain"], {
    headers: {
      "content-type": "application/json",
      "cache-control": "public, max-age=86400",
      vary: "accept-encoding",
      ...(encoding ? { "content-encoding": encoding } : {}),
    },
  });
}
