import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { AreaShapes as Areas } from "@/lib/geo/areas";

const FILES = new Set(["prefectures.json", "waters.json", "areas-2.json"]);
/** The counties of one province, out of the file of all. */
const COUNTIES = /^counties-([1-8]\d)0000\.json$/;
type Encoded = { br: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer>; plain: Uint8Array<ArrayBuffer> };
const kept = new Map<string, Promise<Encoded>>();

const read = (file: string) => readFile(join(process.cwd(), "prisma", "geo", file));

async function countiesOf(province: string): Promise<Buffer> {
  const { areas, ...frame } = Areas.parse(JSON.parse((await read("areas-3.json")).toString("utf8")));
  const own = Object.entries(areas).filter(([adcode]) => adcode.startsWith(province));
  return Buffer.from(JSON.stringify({ ...frame, areas: Object.fromEntries(own) }));
}

async function encode(file: string): Promise<Encoded> {
  const province = COUNTIES.exec(file)?.[1];
  const plain = province ? await countiesOf(province) : await read(file);
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
  if (!FILES.has(file) && !COUNTIES.test(file)) return new Response("not found", { status: 404 });
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
