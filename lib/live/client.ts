import type { IncomingMessage } from "node:http";

/**
 * The address that sends a request, as the outermost of `proxies` proxies of ours saw it. Each proxy adds to the end of
 * X-Forwarded-For whom it heard; what stands before that anybody may have written, so it is not believed.
 */
export function clientOf(
  request: { headers: IncomingMessage["headers"]; socket: { remoteAddress?: string } },
  proxies: number,
): string {
  const heard = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  return (proxies > 0 ? heard.at(-proxies) : undefined) ?? request.socket.remoteAddress ?? "unknown";
}
