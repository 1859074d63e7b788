import { fromElsewhere } from "@/lib/auth/origin";
import { bearerOf } from "@/lib/auth/tokens";
import { viewerOf } from "@/lib/auth/viewer";
import { only, problem } from "@/lib/errors";
import { shownSoon } from "@/lib/live/listen";
import type { Verdict } from "@/lib/readings/batch";
import { Unreadable } from "@/lib/readings/csv";
import { ingest } from "@/lib/readings/ingest";
import { CutOff, receive } from "@/lib/readings/receive";

export const dynamic = "force-dynamic";
export const { GET, PUT, PATCH, DELETE, OPTIONS } = only("POST, OPTIONS");

/** What a refused sender can do about it. */
const WHY: Readonly<Record<string, string>> = {
  not_signed_in:
    "Send Authorization: Bearer with a token of this system; this one is missing, unknown or revoked.",
  forbidden: "This token or account has no right to write readings (readings:write).",
  password_must_change: "The account must change its password before it may send readings.",
  bad_input: "source must be a name of letters, digits, spaces, dots and dashes, and not synthetic.",
};

/** How far a delivery came before it failed. */
const soFar = (error: unknown): Partial<Verdict> =>
  error instanceof Error && "soFar" in error && typeof error.soFar === "object" && error.soFar !== null
    ? { ...error.soFar }
    : {};

/** Takes in readings: a JSON array or CSV, streamed, row by row judged; good rows are kept. Answers the verdict of each. */
export async function POST(request: Request): Promise<Response> {
  if (bearerOf(request.headers) === undefined && fromElsewhere(request))
    return problem("other_origin", "The request came from another site and was refused.");
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer; nothing was saved.");
  const received = receive(request);
  if ("refusal" in received && viewer.user) return problem(received.refusal, received.detail);
  try {
    const done = await ingest(viewer, {
      rows: "refusal" in received ? () => nothing() : received.rows,
      batch: {
        origin: "api",
        name: viewer.user?.username ?? "",
        key: "refusal" in received ? undefined : received.key,
      },
      source: "refusal" in received ? undefined : received.source,
      zone: "refusal" in received ? undefined : received.zone,
    });
    if ("refusal" in done)
      return problem(
        done.refusal,
        WHY[done.refusal] ?? `The readings were refused: ${done.refusal.replaceAll("_", " ")}.`,
        {
          refusal: done.refusal,
          fields: done.fields,
        },
      );
    await shownSoon();
    return Response.json(done, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    const { accepted = 0, duplicates = 0, rejectedCount = 0, rows = 0 } = soFar(error);
    const kept = { accepted, duplicates, rejectedCount, rows };
    const after = rows
      ? ` ${accepted} readings of the first ${rows} rows are kept; sending all of it again adds nothing twice.`
      : "";
    if (error instanceof Unreadable) return problem(error.refusal, `${error.message}.${after}`, kept);
    if (error instanceof CutOff)
      return problem("cut_off", `The body broke off: ${error.message}.${after}`, kept);
    console.error("readings.ingest", error);
    return problem("unavailable", `The delivery could not be finished.${after} Try again.`, kept);
  }
}

async function* nothing(): AsyncGenerator<never> {}
