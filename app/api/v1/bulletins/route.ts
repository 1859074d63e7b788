import { parseFilter } from "@/lib/bulletins/filter";
import { readPublicBulletins } from "@/lib/bulletins/public";
import { problem } from "@/lib/errors";
import { publicJson } from "@/lib/live/tag";

export const dynamic = "force-dynamic";
const LIMIT = 50;
const MAX = 200;

/** Published bulletins, the newest first: `from`, `to`, `publisher`, `province`, `after` (the `next` of the page before), `limit`. */
export function GET(request: Request): Response {
  const query = new URL(request.url).searchParams;
  const { filter, wrong } = parseFilter((key) => query.get(key));
  const limit = Number(query.get("limit") ?? LIMIT);
  const bad = Number.isInteger(limit) && limit > 0 && limit <= MAX ? wrong : [...wrong, "limit"];
  if (bad.length)
    return problem(
      "bad_input",
      `Not understood: ${bad.join(", ")}. Days are YYYY-MM-DD, provinces six-digit codes, limit 1 to ${MAX}.`,
    );
  const page = readPublicBulletins(filter, limit);
  if (!page)
    return problem("unavailable", "The database has not been reached yet. Try again in a few seconds.");
  return publicJson(request, page);
}
