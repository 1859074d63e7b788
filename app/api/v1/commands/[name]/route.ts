import { fromElsewhere } from "@/lib/auth/origin";
import { bearerOf } from "@/lib/auth/tokens";
import { viewerOf } from "@/lib/auth/viewer";
import { COMMANDS } from "@/lib/commands";
import { only, problem } from "@/lib/errors";
import { refusalWords } from "@/lib/i18n/refusal-words";
import { readBody } from "@/lib/request";

export const dynamic = "force-dynamic";
export const { GET, PUT, PATCH, DELETE, OPTIONS } = only("POST, OPTIONS");
const MAX_BYTES = 1024 * 1024;

/** Runs one command for whoever is signed in or shows a token: the same path as the forms, with JSON in and out. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  const run = COMMANDS.find((command) => command.spec.name === name);
  if (!run) return problem("not_found", `There is no command ${name.slice(0, 60)}.`);
  if (bearerOf(request.headers) === undefined && fromElsewhere(request))
    return problem("other_origin", "The request came from another site and was refused.");
  const viewer = await viewerOf(request.headers).catch(() => undefined);
  if (!viewer) return problem("unavailable", "The database does not answer; nothing was saved.");
  const body = await readBody(request, MAX_BYTES);
  if (body === undefined) return problem("too_large", "The body may have 1 MB at most.");
  let input: unknown;
  try {
    input = JSON.parse(body.toString("utf8"));
  } catch {
    return problem("not_json", "The body must be JSON.");
  }
  const result = await run(viewer, input);
  if (result.ok) return Response.json(result, { headers: { "cache-control": "no-store" } });
  return problem(result.refusal, refusalWords(result), {
    refusal: result.refusal,
    values: result.values,
    fields: result.fields,
  });
}
