import { readPublicBulletin } from "@/lib/bulletins/public";
import { only, problem } from "@/lib/errors";
import { store } from "@/lib/live/store";
import { publicJson } from "@/lib/live/tag";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** One published bulletin: its facts with their spans and excerpts, the whole text only where it may be shown. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!store().log)
    return problem("unavailable", "The database has not been reached yet. Try again in a few seconds.");
  const bulletin = await readPublicBulletin((await params).id);
  return bulletin
    ? publicJson(request, bulletin)
    : problem("not_found", "No bulletin with this id is published.");
}
