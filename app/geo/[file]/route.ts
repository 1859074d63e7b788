import { readFile } from "node:fs/promises";
import { join } from "node:path";

const FILES = new Set(["prefectures.json", "waters.json"]);
const kept = new Map<string, Promise<string>>();

/** Geometry that the map fetches when it is near; it changes only with the software. The server in front compresses and keeps it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  if (!FILES.has(file)) return new Response("not found", { status: 404 });
  const text = kept.get(file) ?? readFile(join(process.cwd(), "prisma", "geo", file), "utf8");
  kept.set(file, text);
  return new Response(await text, {
    headers: { "content-type": "application/json", "cache-control": "public, max-age=86400" },
  });
}
