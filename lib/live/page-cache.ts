import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { recordTime } from "@/lib/clock";
import { store } from "./store";
import { hasTag, tagOf } from "./tag";

/** A finished public answer, kept as bytes until the picture changes. */
interface Page {
  revision: string;
  madeAt: number;
  status: number;
  headers: [string, string | string[]][];
  etag: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** On every answer of ours; a flat list of names and values. */
export const SECURITY = [
  ...["x-content-type-options", "nosniff"],
  ...["x-frame-options", "SAMEORIGIN"],
  ...["referrer-policy", "same-origin"],
  "content-security-policy",
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
];

const KEPT_BYTES = 64 * 1024 * 1024;
const KEPT_MS = 30_000;
/** Public pages and public JSON made from memory; all of it changes only with the picture. */
const PUBLIC_PAGE =
  /^\/(?:(?:en\/?)?(?:timeline|deployments|outages|forecasts|directives|gaps|provinces\/\d{6}|waters(?:\/[\w-]{1,80})?|bulletins(?:\/[0-9a-f-]{36})?)?|api\/v1\/bulletins(?:\/[0-9a-f-]{36})?)$/;
/** Files of the build and the map: the same for everyone, and named anew (or read anew) with each build. */
const FILE = /^\/(_next\/static|geo)\/[^?]+$/;
const SESSION = /better-auth\.session_token=/;

const pages = new Map<string, Page>();
let bytes = 0;

/** Only what everybody sees alike is kept: files, and public pages asked for without a session. */
export function cacheable(request: Pick<IncomingMessage, "method" | "url" | "headers">): boolean {
  if (request.method !== "GET") return false;
  if (FILE.test(request.url ?? "")) return process.env.NODE_ENV === "production";
  // A token signs in as a cookie does: what it is shown is for nobody else.
  if (SESSION.test(request.headers.cookie ?? "") || request.headers.authorization !== undefined) return false;
  if (request.headers.rsc !== undefined || request.headers["next-router-prefetch"] !== undefined)
    return false;
  const url = request.url ?? "/";
  return url.length < 1000 && PUBLIC_PAGE.test(url.split("?", 1)[0] ?? "");
}

function keep(key: string, page: Page): void {
  const size = page.body.length + page.gzip.length + page.brotli.length;
  for (const [oldKey, old] of pages) {
    if (bytes + size <= KEPT_BYTES) break;
    pages.delete(oldKey);
    bytes -= old.body.length + old.gzip.length + old.brotli.length;
  }
  forget(key);
  pages.set(key, page);
  bytes += size;
}

function forget(key: string): void {
  const old = pages.get(key);
  if (!old) return;
  pages.delete(key);
  bytes -= old.body.length + old.gzip.length + old.brotli.length;
}

/** Sends bytes in the encoding the client takes; 304 when it has them already. One flat list of headers: the quickest way Node has. */
export function sendPrepared(
  request: IncomingMessage,
  response: ServerResponse,
  page: Pick<Page, "status" | "headers" | "etag" | "body" | "gzip" | "brotli">,
): void {
  const asked = request.headers["if-none-match"];
  const accepts = String(request.headers["accept-encoding"] ?? "");
  const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : undefined;
  const body = encoding === "br" ? page.brotli : encoding === "gzip" ? page.gzip : page.body;
  const headers: (string | string[])[] = [...SECURITY];
  for (const [name, value] of page.headers) headers.push(name, value);
  headers.push("etag", page.etag, "vary", "accept-encoding, authorization, cookie, rsc");
  if (page.status === 200 && asked !== undefined && hasTag(asked, page.etag)) {
    response.writeHead(304, headers as string[]).end();
    return;
  }
  if (encoding) headers.push("content-encoding", encoding);
  headers.push("content-length", String(body.length));
  response.writeHead(page.status, headers as string[]);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Answers from memory when the page is still true; returns whether it did. */
export function answerFromCache(request: IncomingMessage, response: ServerResponse): boolean {
  const page = pages.get(request.url ?? "/");
  if (!page || page.revision !== revisionOf(request)) return false;
  if (page.revision !== FOREVER && recordTime() - page.madeAt > KEPT_MS) return false;
  sendPrepared(request, response, page);
  return true;
}

const FOREVER = "file";
const revisionOf = (request: IncomingMessage) =>
  FILE.test(request.url ?? "") ? FOREVER : `${store().revision}|${store().database}`;

const NOT_KEPT = new Set(["content-length", "etag", "vary", "transfer-encoding", "content-encoding"]);

/** Lets the page be made, gathers its bytes, and sends and keeps them compressed. */
export function gather(request: IncomingMessage, response: ServerResponse): void {
  const revision = revisionOf(request);
  // The page is made whole, for everybody; who has it already is told at the end.
  const asked = request.headers["if-none-match"];
  delete request.headers["if-none-match"];
  const chunks: Buffer[] = [];
  const add = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { end, writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((part) => typeof part === "object" && part !== null);
    if (headers) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  };
  response.flushHeaders = () => undefined;
  response.write = (chunk: unknown, encoding?: unknown, done?: unknown) => {
    add(chunk, encoding);
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") process.nextTick(() => callback());
    return true;
  };
  response.end = (chunk?: unknown, encoding?: unknown, done?: unknown) => {
    add(chunk, encoding);
    response.writeHead = writeHead;
    response.end = end;
    const made = response.getHeaders();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const body = Buffer.concat(chunks);
    const headers = Object.entries(made)
      .filter(([name]) => !NOT_KEPT.has(name))
      .map(([name, value]): [string, string | string[]] => [
        name,
        Array.isArray(value) ? value : String(value),
      ]);
    const page: Page = {
      revision,
      madeAt: recordTime(),
      status: response.statusCode,
      headers,
      etag: tagOf(body),
      body,
      gzip: gzipSync(body, { level: 6 }),
      brotli: brotliCompressSync(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: revision === FOREVER ? 9 : 5 },
      }),
    };
    if (asked !== undefined) request.headers["if-none-match"] = asked;
    if (page.status === 200) keep(request.url ?? "/", page);
    sendPrepared(request, response, page);
    const callback = [chunk, encoding, done].find((part) => typeof part === "function");
    if (typeof callback === "function") callback();
    return response;
  };
}
