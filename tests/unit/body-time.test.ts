import { request, type Server } from "node:http";
import { setInterval } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpServer } from "@/lib/live/http";

let server: Server;
let port = 0;
let slowReader = false;

beforeEach(async () => {
  slowReader = false;
  server = createHttpServer(
    (incoming, response) => {
      let bytes = 0;
      if (slowReader) return;
      incoming.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      incoming.on("end", () => response.end(String(bytes)));
    },
    { whole: 300, still: 200 },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Sends `parts` bytes, one each 40 ms, and then ends, or not; what came back. */
async function trickle(path: string, parts: number, ends: boolean): Promise<string> {
  const sent = request({ port, path, method: "POST", headers: { "transfer-encoding": "chunked" } });
  const answered = new Promise<string>((resolve) => {
    sent.on("error", () => resolve("cut"));
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve(text));
    });
  });
  let left = parts;
  for await (const _ of setInterval(40)) {
    if (left-- <= 0 || sent.destroyed) break;
    sent.write("x");
  }
  if (ends) sent.end();
  return answered;
}

describe("the time a body may take", () => {
  it("is not Node's limit for whole requests; headers keep theirs", () => {
    expect([server.requestTimeout, server.headersTimeout]).toEqual([0, 60_000]);
  });
  it("lets a delivery of readings go on as long as it moves", async () => {
    expect(await trickle("/api/v1/readings?source=x", 20, true)).toBe("20");
  });
  it("cuts a delivery of readings that stands still", async () => {
    expect(await trickle("/api/v1/readings", 2, false)).toBe("cut");
  });
  it("does not cut a sender whose bytes we have not read yet", async () => {
    slowReader = true;
    const answer = trickle("/api/v1/readings", 20, true);
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 900, "waiting"))])).toBe(
      "waiting",
    );
  });
  it("cuts any other body that is not there in time", async () => {
    expect(await trickle("/api/v1/bulletins", 20, true)).toBe("cut");
    expect(await trickle("/api/v1/bulletins", 2, true)).toBe("2");
  });
});
