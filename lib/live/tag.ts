import { createHash } from "node:crypto";

/** The entity tag of an answer: a hash of its bytes. */
export const tagOf = (body: string | Uint8Array) =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 20)}"`;

/** Whether a list of tags as `If-None-Match` carries it holds this one. */
export const hasTag = (asked: string, etag: string) =>
  asked.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/** Public JSON, the same for everybody, readable from every origin; 304 for who has it already. */
export function publicJson(request: Request, value: unknown, more: Record<string, string> = {}): Response {
  const body = JSON.stringify(value);
  const etag = tagOf(body);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-cache",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "etag, x-xuntu-database",
    etag,
    ...more,
  };
  const asked = request.headers.get("if-none-match");
  return asked !== null && hasTag(asked, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
}
