import { afterAll, beforeAll } from "vitest";
import { POST } from "@/app/api/v1/readings/route";
import { GET as series } from "@/app/api/v1/waters/[id]/readings/route";
import { refresh } from "@/lib/live/listen";
import { closeReadingsPool } from "@/lib/readings/pool";
import { issueToken } from "@/lib/tokens/commands";
import { freshDatabase, viewerWith } from "./database";

export interface More {
  token?: "gauge" | "hunan" | "other";
  type?: string;
  query?: string;
  headers?: Record<string, string>;
}

/** A database of the suite's own with tokens for deliveries: `gauge` for all, `hunan` for one province, `other` without the right. */
export function freshReadings() {
  let pool: Awaited<ReturnType<typeof freshDatabase>>;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    pool = await freshDatabase();
    await refresh(true);
    for (const [name, scopes, provinces] of [
      ["gauge", ["readings:write"], []],
      ["hunan", ["readings:write"], ["430000"]],
      ["other", ["bulletin:receive"], []],
    ] as const) {
      const input = { name, scopes, national: provinces.length === 0, provinces };
      const made = await issueToken(viewerWith("administrator"), input);
      if (!made.ok) throw new Error(made.refusal);
      tokens[name] = made.value.secret;
    }
  });
  afterAll(async () => {
    await closeReadingsPool();
    await pool.end();
  });

  async function send(body: BodyInit, more: More = {}) {
    const response = await POST(
      new Request(`http://localhost/api/v1/readings${more.query ?? ""}`, {
        method: "POST",
        body,
        headers: {
          "content-type": more.type ?? "text/csv",
          authorization: `Bearer ${tokens[more.token ?? "gauge"]}`,
          ...more.headers,
        },
        ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
      }),
    );
    return { status: response.status, body: await response.json() };
  }
  return {
    send,
    json: (rows: unknown, more: More = {}) =>
      send(JSON.stringify(rows), { type: "application/json", ...more }),
    query: (text: string, values?: unknown[]) => pool.query(text, values),
    count: async (where = "true") =>
      Number((await pool.query(`select count(*) from "StageReading" where ${where}`)).rows[0].count),
  };
}

/** So many rows of CSV of one station, five minutes apart. */
export function lines(
  station: string,
  from: string,
  rows: number,
  stage = (i: number) => 20 + (i % 40) / 100,
): string[] {
  const start = Date.parse(from);
  return Array.from(
    { length: rows },
    (_, i) => `${station},${new Date(start + i * 300_000).toISOString()},${stage(i).toFixed(2)}\n`,
  );
}

export const read = async (id: string, query = "", accept = "application/json") =>
  series(new Request(`http://localhost/api/v1/waters/${id}/readings${query}`, { headers: { accept } }), {
    params: Promise.resolve({ id }),
  });
