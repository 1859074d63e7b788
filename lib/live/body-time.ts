import type { IncomingMessage } from "node:http";

/** Milliseconds a request has for its whole body, and how long a long delivery may stand still. */
export interface BodyTimes {
  whole: number;
  still: number;
}

export const BODY_TIMES: BodyTimes = { whole: 300_000, still: 90_000 };

/** Deliveries that are read as they come: two gigabytes, or a weak line, take longer than any time for a whole body. */
const LONG: ReadonlySet<string> = new Set(["/api/v1/readings"]);

/**
 * Cuts a connection whose body does not come. Node's own limit is one for all requests and would end a long delivery
 * in its midst; here that one may take as long as it moves. While we are the slow side it is left alone.
 */
export function limitBody(request: IncomingMessage, path: string, times: BodyTimes = BODY_TIMES): void {
  if (request.complete) return;
  const { socket } = request;
  let seen = socket.bytesRead;
  const timer = LONG.has(path)
    ? setInterval(() => {
        const still = socket.bytesRead === seen && request.readableLength === 0;
        seen = socket.bytesRead;
        if (still) socket.destroy();
      }, times.still)
    : setTimeout(() => socket.destroy(), times.whole);
  timer.unref();
  const over = () => clearTimeout(timer);
  request.once("end", over).once("close", over);
}
