import { gzipSync } from "node:zlib";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { snapshotNow } from "@/lib/live/store";
import { freshReadings, lines } from "./deliveries";

const { send, json, count, query } = freshReadings();

describe("POST /api/v1/readings", () => {
  it("keeps good rows, tells of each bad one, and shows the new stage at once", async () => {
    const at = "2024-07-04T16:00:00+08:00";
    const done = await json([
      { station: "XT-HANKOU", at, stage: 28.02, flow: 50100, datum: "冻结吴淞" },
      { station: "nowhere", at, stage: 1 },
      { station: "XT-HANKOU", at: "2024-07-04T16:05:00", stage: 28.02 },
      { station: "XT-HANKOU", at: "2024-07-04T16:10:00+08:00", stage: -999 },
      { station: "XT-HANKOU", at: "2024-07-04T16:15:00+08:00", stage: 28.03, flow: -1 },
      { station: "XT-HANKOU", at: "2024-07-04T16:20:00+08:00", stage: 28.03, datum: "火星" },
      { station: "XT-HANKOU", at: "2124-07-04T16:20:00+08:00", stage: 28.03 },
      { station: "XT-HANKOU", at: "2024-07-04T16:25:00+08:00", stage: 33, datum: "冻结吴淞" },
    ]);
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ accepted: 1, duplicates: 0, rejectedCount: 7, rows: 8 });
    expect(done.body.rejected.map((one: { row: number; reason: string }) => [one.row, one.reason])).toEqual([
      [2, "unknown_station"],
      [3, "time_without_zone"],
      [4, "sentinel"],
      [5, "negative_flow"],
      [6, "unknown_datum"],
      [7, "time_in_future"],
      [8, "implausible_jump"],
    ]);
    const hankou = snapshotNow()?.waters.find((water) => water.id === "hankou");
    expect(hankou?.reading).toMatchObject({
      stage: 28.02,
      flow: 50100,
      state: "above_warning",
      exceedance: 0.72,
    });
    expect(hankou).toMatchObject({
      state: "above_warning",
      status: "above_warning",
      stationCode: "XT-HANKOU",
    });
  });
  it("takes NaN, Infinity and 1e999 for numbers that are none", async () => {
    const row = (value: string) =>
      `{"station":"XT-HANKOU","at":"2024-07-04T17:00:00+08:00","stage":${value}}`;
    const done = await send(`[${["NaN", "Infinity", "1e999", '"1e999"'].map(row).join()}]`, {
      type: "application/json",
    });
    expect(done.body).toMatchObject({ accepted: 0, rejectedCount: 4 });
    expect(done.body.rejected.every((one: { reason: string }) => one.reason === "not_a_number")).toBe(true);
  });
  it("is idempotent: the same again is a duplicate, another value is turned away and changes nothing", async () => {
    const rows = lines("XT-WUHU", "2024-06-01T00:00:00Z", 50).join("");
    const body = `station,at,stage\n${rows}`;
    expect((await send(body)).body).toMatchObject({ accepted: 50, duplicates: 0 });
    expect((await send(body)).body).toMatchObject({ accepted: 0, duplicates: 50, rejected: [] });
    const other = await send(`station,at,stage\nXT-WUHU,2024-06-01T00:00:00Z,20.31\n`);
    expect(other.body).toMatchObject({
      accepted: 0,
      rejected: [{ row: 1, reason: "duplicate_other_value" }],
    });
    const twice =
      "XT-WUHU,2024-06-03T00:00:00Z,20.10\nXT-WUHU,2024-06-03T00:00:00Z,20.10\nXT-WUHU,2024-06-03T00:00:00Z,20.20\n";
    expect((await send(`station,at,stage\n${twice}`)).body).toMatchObject({
      accepted: 1,
      duplicates: 1,
      rejected: [{ row: 3, reason: "duplicate_other_value" }],
    });
  });
  it("answers a repeated key with its first verdict", async () => {
    const headers = { "idempotency-key": "night-1" };
    const body = `station,at,stage\n${lines("XT-ANQING", "2024-06-02T00:00:00Z", 3).join("")}`;
    const first = await send(body, { headers });
    expect(first.body).toMatchObject({ accepted: 3 });
    expect((await send(body, { headers })).body).toEqual(first.body);
  });
  it("keeps 9,999 of 10,000 rows of which one is bad", async () => {
    const rows = lines("XT-DONGSHAN", "2023-01-01T00:00:00Z", 10_000);
    rows[4321] = "XT-DONGSHAN,2023-01-16T00:05:00Z,NaN\n";
    const done = await send(`station,at,stage\n${rows.join("")}`);
    expect(done.body).toMatchObject({
      accepted: 9999,
      rejectedCount: 1,
      rejected: [{ row: 4322, reason: "not_a_number" }],
    });
  });
  it("reads Chinese columns in GB18030, packed", async () => {
    const header = Buffer.from("b2e2d5beb1e0c2eb2ccab1bce42ccbaecebb0a", "hex");
    const body = gzipSync(Buffer.concat([header, Buffer.from("XT-NANJING,2024-07-04 08:00,9.80\n")]));
    const more = { query: "?zone=%2B08:00", headers: { "content-encoding": "gzip" } };
    expect((await send(body, more)).body).toMatchObject({ accepted: 1, rejected: [] });
    expect(await count(`at = '2024-07-04T00:00:00Z' and stage = 9.80`)).toBe(1);
  });
  it.each([
    ["a token without the right", 403, "forbidden", () => send("station,at,stage\n", { token: "other" })],
    ["nobody", 401, "not signed in", () => send("station,at,stage\n", { headers: { authorization: "" } })],
    ["an unknown type", 415, "unsupported type", () => send("x", { type: "text/html" })],
    [
      "an unknown packing",
      415,
      "unsupported type",
      () => send("x", { headers: { "content-encoding": "br" } }),
    ],
    ["no JSON", 400, "not json", () => send("{", { type: "application/json" })],
    ["no columns", 422, "no columns", () => send("a,b\n1,2\n")],
    ["nothing", 422, "empty delivery", () => send("")],
    ["a zone that is none", 422, "bad input", () => send("x", { query: "?zone=moon" })],
    [
      "a source's name that is none",
      422,
      "bad input",
      () => send("station,at,stage\n", { query: "?source=synthetic" }),
    ],
  ])("refuses %s as a problem document", async (_what, status, title, ask) => {
    expect(await ask()).toMatchObject({ status, body: { status, title } });
  });
  it("lets a token write only for its provinces, and leaves one audit row a delivery", async () => {
    const at = "2024-07-04T10:00:00+08:00";
    const rows = [
      { station: "XT-CHANGSHA", at, stage: 33 },
      { station: "XT-HANKOU", at, stage: 28 },
    ];
    const before = await query(`select count(*) from "AuditEntry"`);
    expect((await json(rows, { token: "hunan" })).body).toMatchObject({
      accepted: 1,
      rejected: [{ row: 2, reason: "forbidden_station" }],
    });
    const after = await query(`select count(*), max(id) as last from "AuditEntry"`);
    expect(Number(after.rows[0].count)).toBe(Number(before.rows[0].count) + 1);
    const { rows: last } = await query(`select * from "AuditEntry" where id = $1`, [after.rows[0].last]);
    expect(last[0]).toMatchObject({ command: "readings.ingest", outcome: "DONE", userName: "token:hunan" });
  });
  it("keeps whole chunks when the connection is cut, and nothing twice when all is sent again", async () => {
    const rows = lines("XT-LUHE", "2022-01-01T00:00:00Z", 50_000);
    const encoder = new TextEncoder();
    const cut = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode("station,at,stage\n")),
      pull(controller) {
        const part = rows.slice(sent, sent + 3000);
        sent += 3000;
        if (sent > 33_000) controller.error(new Error("socket hang up"));
        else controller.enqueue(encoder.encode(part.join("")));
      },
    });
    let sent = 0;
    const first = await send(cut);
    expect(first).toMatchObject({ status: 400, body: { title: "cut off" } });
    const kept = await count("at < '2023-01-01'");
    expect(kept).toBe(first.body.accepted);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(33_000);
    const again = await send(`station,at,stage\n${rows.join("")}`);
    expect(again.body).toMatchObject({ accepted: 50_000 - kept, duplicates: kept, rejected: [] });
    expect(await count("at < '2023-01-01'")).toBe(50_000);
  });
  it("lets many send the same rows and new months at once", async () => {
    const body = `station,at,stage\n${lines("XT-SHESHAN", "2019-01-15T00:00:00Z", 9000).join("")}`;
    const done = await Promise.all(Array.from({ length: 5 }, () => send(body)));
    expect(done.map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
    expect(done.reduce((sum, one) => sum + one.body.accepted, 0)).toBe(9000);
    expect(done.reduce((sum, one) => sum + one.body.duplicates, 0)).toBe(36_000);
  });
  it("makes a month once, however many ask for it at one moment", async () => {
    const many = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
    const warm = await Promise.all(Array.from({ length: 8 }, () => many.connect()));
    for (const client of warm) client.release();
    for (let year = 1961; year < 1971; year++) {
      const ask = warm.map(() => many.query(`select ensure_reading_month('${year}-06-10Z')`));
      expect((await Promise.allSettled(ask)).filter((one) => one.status === "rejected")).toEqual([]);
    }
    await many.end();
  });
  it("never mixes what is made up with what is real", async () => {
    await json([{ station: "SYN-DRILL-1", at: "2024-07-04T19:58:00+08:00", stage: 28.4 }]);
    const { rows } = await query(
      `select distinct s.synthetic, o.kind from "StageReading" r join "RiverSection" s on s.no = r.section join "ReadingSource" o on o.id = r.source`,
    );
    for (const row of rows) expect(row.synthetic).toBe(row.kind === "SYNTHETIC");
  });
});

describe("the table of readings", () => {
  it("has one partition a month and no row outside of them", async () => {
    const { rows } = await query(
      `select count(*) from pg_inherits where inhparent = '"StageReading"'::regclass`,
    );
    expect(Number(rows[0].count)).toBeGreaterThan(8);
  });
  it.each([`"StageReading"`, `"StageReading_2024_07"`])(
    "refuses to change, remove or empty %s",
    async (table) => {
      for (const change of [`update ${table} set stage = 1`, `delete from ${table}`, `truncate ${table}`])
        for (const role of ["", "set session_replication_role = replica; "])
          await expect(query(role + change)).rejects.toThrow(/append-only/);
    },
  );
  it.each(["ReadingChunk", "ReadingBatch", "ReadingSource", "MarkSpell", "ReadingQuarantine"])(
    "keeps %s as it is",
    async (table) => {
      await expect(query(`delete from "${table}"`)).rejects.toThrow(/append-only/);
      await expect(query(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/);
    },
  );
  it("keeps the numbers of sections", async () => {
    await expect(query(`update "RiverSection" set no = no + 1000`)).rejects.toThrow(/by number/);
    await expect(query(`delete from "RiverSection" where id = 'hankou'`)).rejects.toThrow(
      /by number|violates/,
    );
  });
});
