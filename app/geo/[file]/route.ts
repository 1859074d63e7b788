import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { problem } from "@/lib/errors";
import { AreaShapes } from "@/lib/geo/areas";

const FILES = new Set(["prefectures.json", "waters.json", "areas-2.json"]);
/** The counties of one province, out of the file of all. */
const COUNTIES = /^counties-([1-8]\d)0000\.json$/;
const kept = new Map<string, Promise<string>>();

const read = (file: string) => readFile(join(process.cwd(), "prisma", "geo", file), "utf8");

async function countiesOf(province: string): Promise<string> {
  const { areas, ...frame } = AreaShapes.parse(JSON.parse(await read("areas-3.json")));
  const own = Object.entries(areas).filter(([adcode]) => adcode.startsWith(province));
  return JSON.stringify({ ...frame, areas: Object.fromEntries(own) });
}

/** Geometry that the map fetches when it is near; it changes only with the software. The server in front compresses and keeps it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const province = COUNTIES.exec(file)?.[1];
  if (!FILES.has(file) && !province) return problem("not_found", "There is no such file of shapes.");
  const text = kept.get(file) ?? (province ? countiesOf(province) : read(file));
  kept.set(file, text);
  // A read that failed once may succeed the next time.
  text.catch(() => kept.delete(file));
  return new Response(await text, {
    headers: { "content-type": "application/json", "cache-control": "public, max-age=86400" },
  });
}
