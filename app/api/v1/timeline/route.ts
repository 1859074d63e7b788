import { only, problem } from "@/lib/errors";
import { store } from "@/lib/live/store";
import { publicJson } from "@/lib/live/tag";
import { Hazard } from "@/lib/responses/schema";
import { buildTimeline } from "@/lib/timeline/build";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** The spans of all tracks, or of one `issuer` (short name), `hazard` (repeatable by comma) and `adcode`. */
export function GET(request: Request): Response {
  const { log } = store();
  if (!log)
    return problem(
      "unavailable",
      "The timeline needs the database, which does not answer. Try again in a few seconds.",
    );
  const query = new URL(request.url).searchParams;
  const hazards = (query.get("hazard") ?? "").split(",").filter(Boolean);
  if (hazards.some((hazard) => !Hazard.safeParse(hazard).success))
    return problem("bad_input", `hazard must be among ${Hazard.options.join(", ")}`);
  const issuer = query.get("issuer") ?? undefined;
  const adcode = query.get("adcode") ?? undefined;
  if (adcode !== undefined && !log.reference.provinces.has(adcode))
    return problem("not_found", "No province has this adcode.");
  return publicJson(request, buildTimeline(log, { issuer, hazards, adcode }));
}
