import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { PROBLEM_HEADERS, problemBody, statusOf, wrongMethod } from "@/lib/errors";
import { parseTime } from "@/lib/format";
import { type BodyTimes, limitBody } from "./body-time";
import { clientOf } from "./client";
import { answerFromCache, cacheable, gather, SECURITY, sendPrepared } from "./page-cache";
import { type Prepared, pictureOf, preparedSnapshot, store } from "./store";

const sendProblem = (
  response: ServerResponse,
  refusal: string,
  detail: string,
  headers: Record<string, string> = {},
) => {
  response
    .writeHead(statusOf(refusal), [...SECURITY, ...Object.entries({ ...PROBLEM_HEADERS, ...headers }).flat()])
    .end(JSON.stringify(problemBody(refusal, detail)));
};

const FAILED = "Something went wrong here; it has been noted.";

/** One time parameter in epoch ms; "bad" when given and not a time of ours. */
function timeParameter(value: string | null): number | "bad" | undefined {
  if (value === null) return undefined;
  const ms = parseTime(value.replace(/ (?=\d{2}:\d{2}$)/, "+"))?.ms;
  return ms === undefined || ms < Date.parse("1950-01-01") || ms > Date.parse("2200-01-01") ? "bad" : ms;
}

/** GET /api/v1/snapshot from bytes prepared once per version; the framework is not asked. */
function answerSnapshot(request: IncomingMessage, response: ServerResponse, search: string): void {
  const query = new URLSearchParams(search.replaceAll("+", "%2B"));
  const [at, known] = [timeParameter(query.get("at")), timeParameter(query.get("known"))];
  if (at === "bad" || known === "bad") {
    sendProblem(
      response,
      "bad_time",
      `${at === "bad" ? "at" : "known"} must be an ISO 8601 date or time with offset, such as 2024-07-04T20:00:00+08:00`,
    );
    return;
  }
  const asked = { request, response };
  if (at === undefined && known === undefined) sendSnapshot(asked, preparedSnapshot());
  else
    pictureOf(at, known)
      .then((prepared) => sendSnapshot(asked, prepared))
      .catch((error) => {
        console.error(error);
        if (response.headersSent) response.destroy();
        else sendProblem(response, "failed", FAILED);
      });
}

function sendSnapshot(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  prepared: Prepared | undefined,
): void {
  if (!prepared) {
    sendProblem(
      response,
      "unavailable",
      "The database has not been reached yet and no copy of the last snapshot is at hand. Try again in a few seconds.",
    );
    return;
  }
  const headers: [string, string][] = [
    ["content-type", "application/json; charset=utf-8"],
    ["cache-control", "no-cache"],
    ["access-control-allow-origin", "*"],
    ["access-control-expose-headers", "etag, x-xuntu-database"],
    ["x-xuntu-database", store().database],
  ];
  sendPrepared(request, response, { status: 200, headers, ...prepared });
}

const SNAPSHOT = "GET, HEAD";

function handle(
  request: IncomingMessage,
  response: ServerResponse,
  next: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  const [path = "/", search = ""] = (request.url ?? "/").split("?", 2);
  if (path === "/api/v1/snapshot") {
    if (request.method === "GET" || request.method === "HEAD") answerSnapshot(request, response, search);
    else sendProblem(response, "method_not_allowed", wrongMethod(SNAPSHOT), { allow: SNAPSHOT });
    return;
  }
  const kept = cacheable(request);
  if (kept && answerFromCache(request, response)) return;
  request.headers["x-xuntu-client"] = clientOf(request, Number(process.env.TRUST_PROXY ?? 0));
  if (kept) {
    // The page must come whole and plain: it is compressed here, once.
    gather(request, response);
    request.headers["accept-encoding"] = request.headers["accept-encoding"] ?? "";
  } else {
    for (let i = 0; i + 1 < SECURITY.length; i += 2)
      response.setHeader(SECURITY[i] ?? "", SECURITY[i + 1] ?? "");
    // What stands here wins over what a route says, and the route of photos says something stricter.
    if (path.startsWith("/api/v1/photos/")) response.removeHeader("content-security-policy");
  }
  next(request, response);
}

/** Node's limit for whole requests is off: `limitBody` holds them, each by what it is. Headers keep their minute. */
const LIMITS = { requestTimeout: 0, headersTimeout: 60_000 };

/** The server in front of Next: the snapshot and public pages from memory, everything else from the framework. */
export function createHttpServer(
  next: (request: IncomingMessage, response: ServerResponse) => void,
  times?: BodyTimes,
): Server {
  return createServer(LIMITS, (request, response) => {
    try {
      limitBody(request, (request.url ?? "/").split("?", 1)[0] ?? "/", times);
      handle(request, response, next);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) sendProblem(response, "failed", FAILED);
    }
  });
}
