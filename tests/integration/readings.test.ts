import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/readings/route";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { closeReadingsPool } from "@/lib/readings/pool";
import { issueToken } from "@/lib/tokens/commands";
import { freshDatabase, viewerWith } from "./database";

let pool: pg.Pool;
let token = "";
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
  const made = await issueToken(viewerWith("administrator"), {
    name: "gauge",
    scopes: ["readings:write"],
    national: true,
    provinces: [],
  });
  if (!made.ok) throw new Error(made.refusal);
  token = made.value.secret;
});
afterAll(async () => {
  await closeReadingsPool();
  await pool.end();
});

const send = async (
  body: BodyInit,
  type = "text/csv",
  more: { query?: string; headers?: Record<string, string> } = {},
) => {
  const response = await POST(
    new Request(`http://localhost/api/v1/readings${more.query ?? ""}`, {
      method: "POST",
      body,
      headers: { "content-type": type, authorization: `Bearer ${token}`, ...more.headers },
      ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
    }),
  );
  return { status: response.status, body: await response.json() };
};
const json = (rows: unknown) => send(JSON.stringify(rows), "application/json");

describe("POST /api/v1/readings", () => {
  it("keeps good rows and tells of each bad one", async () => {
    const done = await json([
      { station: "XT-HANKOU", at: "2024-07-04T16:00:00+08:00", stage: 28.02, flow: 50100, datum: "冻结吴淞" },
      { station: "nowhere", at: "2024-07-04T16:00:00+08:00", stage: 1 },
      { station: "XT-HANKOU", at: "2024-07-04T16:05:00", stage: 28.02 },
    ]);
    expect(done).toMatchObject({
      status: 200,
      body: {
        accepted: 1,
        duplicates: 0,
        rejected: [
          { row: 2, reason: "unknown_station" },
          { row: 3, reason: "time_without_zone" },
        ],
      },
    });
    expect(snapshotNow()?.waters.find((w) => w.id === "hankou")?.reading).toMatchObject({
      stage: 28.02,
      state: "above_warning",
      exceedance: 0.72,
    });
  });
});
