import { only, problem } from "@/lib/errors";
import { store } from "@/lib/live/store";
import { publicJson } from "@/lib/live/tag";
import { csvOf } from "@/lib/waters/csv";
import { sectionOf } from "@/lib/waters/list";
import { readQuery } from "@/lib/waters/query";
import { readHydrograph, readSpan, TooBusy } from "@/lib/waters/read";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");

/** A section's readings `?from=&to=` (ISO 8601), at most `points` of them with every extreme; `Accept: text/csv` gives all of them as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { log } = store();
  if (!log)
    return problem("unavailable", "The readings need the database, which does not answer. Try again soon.");
  const section = sectionOf(log, (await params).id);
  if (!section) return problem("not_found", "No section or station has this id or code.");
  const asked = readQuery(new URL(request.url).searchParams, log);
  if ("refusal" in asked) return problem(asked.refusal, asked.detail);
  const csv = asked.csv || wantsCsv(request.headers.get("accept"));
  const headers = { "cache-control": "no-cache", vary: "accept", "access-control-allow-origin": "*" };
  try {
    if (csv) {
      const { series } = await readSpan(section, asked);
      const name = `${section.stationCode ?? section.id}.csv`;
      return new Response(csvOf(log, section, series), {
        headers: {
          ...headers,
          "content-type": "text/csv; charset=utf-8; header=present",
          "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"`,
        },
      });
    }
    return publicJson(request, await readHydrograph(log, section, asked), { vary: "accept" });
  } catch (error) {
    if (error instanceof TooBusy)
      return problem("busy", "Too many readers ask for readings at once. Try again in a few seconds.");
    console.error("readings:", error instanceof Error ? error.message : error);
    return problem("unavailable", "The database does not answer in time. Try again in a few seconds.");
  }
}

/** Whether the first kind of answer the client names that we have is CSV. */
function wantsCsv(accept: string | null): boolean {
  const named = (accept ?? "").split(",").map((one) => one.split(";", 1)[0]?.trim());
  const first = named.find((one) => one === "text/csv" || one === "application/json" || one === "*/*");
  return first === "text/csv";
}
