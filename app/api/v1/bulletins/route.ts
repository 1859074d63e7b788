import { fromElsewhere } from "@/lib/auth/origin";
import { may } from "@/lib/auth/roles";
import { bearerOf } from "@/lib/auth/tokens";
import { viewerOf } from "@/lib/auth/viewer";
import { receiveBulletin } from "@/lib/bulletins/commands";
import { readDelivery } from "@/lib/bulletins/delivery";
import { parseFilter } from "@/lib/bulletins/filter";
import { readPublicBulletins } from "@/lib/bulletins/public";
import { only, problem, type Refusal } from "@/lib/errors";
import { refusalWords } from "@/lib/i18n/refusal-words";
import { publicJson } from "@/lib/live/tag";

export const dynamic = "force-dynamic";
export const { PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, POST, OPTIONS");
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

const refused = (refused: Refusal) => {
  const { refusal, values, fields } = refused;
  return problem(refusal, refusalWords(refused), { refusal, values, fields });
};

/** Takes in one bulletin from whoever is signed in or shows a token: 201 for a new one, 200 for one known already. */
export async function POST(request: Request): Promise<Response> {
  if (bearerOf(request.headers) === undefined && fromElsewhere(request))
    return problem("other_origin", "The request came from another site and was refused.");
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer; nothing was saved.");
  // Who may not deliver is told so before a byte of the body is read; the command leaves its audit row.
  if (!may(viewer, "bulletin:receive")) {
    const result = await receiveBulletin(viewer, {});
    return result.ok ? problem("forbidden", "The bulletin was not taken in.") : refused(result);
  }
  const delivery = await readDelivery(request);
  if (!delivery.ok) return refused(delivery);
  const result = await receiveBulletin(viewer, delivery.input);
  if (!result.ok) return refused(result);
  const { bulletinId, known, proposals } = result.value;
  return Response.json(
    { bulletinId, known, proposals },
    {
      status: known ? 200 : 201,
      headers: { location: `/admin/bulletins/${bulletinId}`, "cache-control": "no-store" },
    },
  );
}
