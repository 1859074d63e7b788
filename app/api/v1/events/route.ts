import { only } from "@/lib/errors";
import { frame, store } from "@/lib/live/store";

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = only("GET, HEAD, OPTIONS");
const HEARTBEAT_MS = 15_000;

/** Server-sent events: `version` with a LiveFrame whenever the picture changes, `heartbeat` in between. */
export function GET(request: Request): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          stop();
        }
      };
      const send = (now: ReturnType<typeof frame>) =>
        write(`id: ${now.revision}\nevent: version\ndata: ${JSON.stringify(now)}\n\n`);
      const heartbeat = setInterval(() => write(`event: heartbeat\ndata: ${Date.now()}\n\n`), HEARTBEAT_MS);
      stop = () => {
        clearInterval(heartbeat);
        store().listeners.delete(send);
      };
      store().listeners.add(send);
      write("retry: 2000\n\n");
      // Who comes back with the last id and has missed nothing is not told again.
      if (request.headers.get("last-event-id") !== frame().revision) send(frame());
      request.signal.addEventListener("abort", () => {
        stop();
        try {
          controller.close();
        } catch {}
      });
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      "access-control-allow-origin": "*",
    },
  });
}
