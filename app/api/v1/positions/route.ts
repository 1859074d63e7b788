import { fromElsewhere } from "@/lib/auth/origin";
import { may } from "@/lib/auth/roles";
import { bearerOf } from "@/lib/auth/tokens";
import { viewerOf } from "@/lib/auth/viewer";
import { only, problem } from "@/lib/errors";
import { reportPositions } from "@/lib/positions/commands";
import { parseCsv, parseGeoJson } from "@/lib/positions/parse";
import { decodeBytes } from "@/lib/readings/decode";
import { readBody } from "@/lib/request";

export const dynamic = "force-dynamic";
export const { GET, PUT, PATCH, DELETE, OPTIONS } = only("POST, OPTIONS");
const MAX_BYTES = 4 * 1024 * 1024;

/** Takes in positions of deployments as GeoJSON Points or CSV; answers the verdict of each row, good rows are kept. */
export async function POST(request: Request): Promise<Response> {
  if (bearerOf(request.headers) === undefined && fromElsewhere(request))
    return problem("other_origin", "The request came from another site and was refused.");
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer; nothing was saved.");
  if (!may(viewer, reportPositions.spec.may)) {
    // The command itself refuses, so that the attempt is in the audit.
    const denied = await reportPositions(viewer, {});
    return problem(
      denied.ok ? "forbidden" : denied.refusal,
      "This account or token may not report positions.",
    );
  }
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const parse = /^application\/(geo\+)?json$/.test(type)
    ? parseGeoJson
    : /^(text|application)\/csv$/.test(type)
      ? parseCsv
      : undefined;
  if (!parse)
    return problem("unsupported_type", "Send application/geo+json or text/csv; say which in Content-Type.");
  const body = await readBody(request, MAX_BYTES);
  if (!body) return problem("too_large", "The body may have 4 MB at most; send it in parts.");
  const read = parse(decodeBytes(body));
  if (!read.ok)
    return problem(
      read.refusal,
      read.refusal === "no_columns"
        ? "The first line must name the columns deployment, at, lat, lon."
        : "The body must be a GeoJSON Feature or FeatureCollection of Points with deployment and at.",
    );
  const result = await reportPositions(viewer, { rows: read.rows });
  if (result.ok)
    return Response.json(
      { ...result.value, version: result.version },
      { headers: { "cache-control": "no-store" } },
    );
  return problem(result.refusal, `The positions were refused: ${result.refusal.replaceAll("_", " ")}.`, {
    fields: result.fields,
  });
}
