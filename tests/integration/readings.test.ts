import { gzipSync } from "node:zlib";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/readings/route";
import { GET as series } from "@/app/api/v1/waters/[id]/readings/route";
import { GET as list } from "@/app/api/v1/waters/route";
import { refresh } from "@/lib/live/listen";
import { pictureOf, snapshotNow } from "@/lib/live/store";
import { correctReading, fileReading, judgeQuarantine } from "@/lib/readings/commands";
import { closeReadingsPool } from "@/lib/readings/pool";
import { readQuarantine } from "@/lib/readings/read";
import { issueToken } from "@/lib/tokens/commands";
import { recordCrest, recordMark } from "@/lib/waters/marks";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
const tokens: Record<string, string> = {};
const chief = viewerWith("chief");

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

interface More {
  token?: string;
  type?: string;
  query?: string;
  headers?: Record<string, string>;
}
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
const json = (rows: unknown, more: More = {}) =>
  send(JSON.stringify(rows), { type: "application/json", ...more });
const count = async (where = "true") =>
  Number((await pool.query(`select count(*) from "StageReading" where ${where}`)).rows[0].count);
const lines = (station: string, from: string, rows: number, stage = (i: number) => 20 + (i % 40) / 100) => {
  const start = Date.parse(from);
  return Array.from(
    { length: rows },
    (_, i) => `${station},${new Date(start + i * 300_000).toISOString()},${stage(i).toFixed(2)}\n`,
  );
};
const read = async (id: string, query = "", accept = "application/json") =>
  series(new Request(`http://localhost/api/v1/waters/${id}/readings${query}`, { headers: { accept } }), {
    params: Promise.resolve({ id }),
  });

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
    const before = await pool.query(`select count(*) from "AuditEntry"`);
    expect((await json(rows, { token: "hunan" })).body).toMatchObject({
      accepted: 1,
      rejected: [{ row: 2, reason: "forbidden_station" }],
    });
    const after = await pool.query(`select count(*), max(id) as last from "AuditEntry"`);
    expect(Number(after.rows[0].count)).toBe(Number(before.rows[0].count) + 1);
    const { rows: last } = await pool.query(`select * from "AuditEntry" where id = $1`, [after.rows[0].last]);
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
    for (let year = 1961; year < 1971; year++) {
      const clients = await Promise.all(Array.from({ length: 8 }, () => pool.connect()));
      const ask = clients.map((client) => client.query(`select ensure_reading_month('${year}-06-10Z')`));
      expect((await Promise.allSettled(ask)).filter((one) => one.status === "rejected")).toEqual([]);
      for (const client of clients) client.release();
    }
  });
  it("never mixes what is made up with what is real", async () => {
    await json([{ station: "SYN-DRILL-1", at: "2024-07-04T19:58:00+08:00", stage: 28.4 }]);
    const { rows } = await pool.query(
      `select distinct s.synthetic, o.kind from "StageReading" r join "RiverSection" s on s.no = r.section join "ReadingSource" o on o.id = r.source`,
    );
    for (const row of rows) expect(row.synthetic).toBe(row.kind === "SYNTHETIC");
  });
});

describe("the table of readings", () => {
  it("has one partition a month and no row outside of them", async () => {
    const { rows } = await pool.query(
      `select count(*) from pg_inherits where inhparent = '"StageReading"'::regclass`,
    );
    expect(Number(rows[0].count)).toBeGreaterThan(8);
  });
  it.each([`"StageReading"`, `"StageReading_2024_07"`])(
    "refuses to change, remove or empty %s",
    async (table) => {
      for (const change of [`update ${table} set stage = 1`, `delete from ${table}`, `truncate ${table}`])
        for (const role of ["", "set session_replication_role = replica; "])
          await expect(pool.query(role + change)).rejects.toThrow(/append-only/);
    },
  );
  it.each(["ReadingChunk", "ReadingBatch", "ReadingSource", "MarkSpell", "ReadingQuarantine"])(
    "keeps %s as it is",
    async (table) => {
      await expect(pool.query(`delete from "${table}"`)).rejects.toThrow(/append-only/);
      await expect(pool.query(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/);
    },
  );
  it("keeps the numbers of sections", async () => {
    await expect(pool.query(`update "RiverSection" set no = no + 1000`)).rejects.toThrow(/by number/);
    await expect(pool.query(`delete from "RiverSection" where id = 'hankou'`)).rejects.toThrow(
      /by number|violates/,
    );
  });
});

describe("readings by hand", () => {
  const form = {
    sectionId: "hankou",
    provinces: ["420000"],
    at: "2024-07-04T18:00",
    flow: "",
    datum: "冻结吴淞",
    source: SOURCE,
  };
  it("are recorded with their source, once", async () => {
    expect(await fileReading(chief, { ...form, stage: "28.05" })).toMatchObject({ ok: true });
    expect(snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading).toMatchObject({
      stage: 28.05,
      source: { kind: "desk", publisher: SOURCE.publisher },
    });
    expect(await fileReading(chief, { ...form, stage: "28.05" })).toMatchObject({ refusal: "reading_known" });
  });
  it.each([
    ["too fast a step", { stage: "35", at: "2024-07-04T18:10" }, { refusal: "reading_implausible" }],
    [
      "a stage far from the marks",
      { stage: "1000" },
      { refusal: "reading_far", values: { low: "25.00", high: "29.73" } },
    ],
    ["a sentinel", { stage: "-999" }, { fields: { stage: "reading_sentinel" } }],
    ["nothing", { stage: "" }, { fields: { stage: "reading_no_value" } }],
    ["a negative flow", { stage: "28", flow: "-1" }, { fields: { flow: "reading_negative_flow" } }],
    ["the future", { stage: "28", at: "2124-07-04T18:10" }, { refusal: "report_in_future" }],
    ["an unknown datum", { stage: "28", datum: "火星" }, { fields: { datum: "unknown_datum" } }],
    [
      "other provinces than the section's",
      { stage: "28", provinces: ["430000"] },
      { refusal: "unknown_section" },
    ],
    ["a made-up station", { stage: "28", sectionId: "drill-1" }, { refusal: "reading_synthetic" }],
  ])("are refused for %s", async (_what, part, expected) => {
    expect(await fileReading(chief, { ...form, ...part })).toMatchObject({ ok: false, ...expected });
  });
  it("may be a step that an officer answers for", async () => {
    const sure = { ...form, stage: "35", at: "2024-07-04T18:10", sure: true };
    expect(await fileReading(chief, sure)).toMatchObject({ ok: true });
    expect(snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading).toMatchObject({
      stage: 35,
      doubted: true,
    });
  });
  it("are put right by a correction, and withdrawn; what was known before stays known", async () => {
    const wrong = { sectionId: "hankou", provinces: ["420000"], at: "2024-07-04T18:10" };
    expect(await correctReading(chief, { ...wrong, stage: "28.06" })).toMatchObject({
      fields: { reason: "field_required" },
    });
    const known = Date.now();
    expect(await correctReading(chief, { ...wrong, stage: "28.06", reason: "误读" })).toMatchObject({
      ok: true,
    });
    const now = () => snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading;
    expect(now()).toMatchObject({ stage: 28.06, corrected: true });
    const before = await pictureOf(Date.parse("2024-07-04T20:00:00+08:00"), known);
    expect(before?.snapshot.waters.find((water) => water.id === "hankou")?.reading?.stage).toBe(35);
    expect(await correctReading(chief, { ...wrong, withdrawn: true, reason: "非本站" })).toMatchObject({
      ok: true,
    });
    expect(now()).toMatchObject({ stage: 28.05 });
    const answer = await (
      await read("hankou", "?from=2024-07-04T18:00:00%2B08:00&to=2024-07-04T19:00:00%2B08:00")
    ).json();
    expect(answer.readings).toMatchObject([{ stage: 28.05 }]);
    expect(
      await correctReading(chief, { ...wrong, at: "2024-07-04T18:11", stage: "1", reason: "x" }),
    ).toMatchObject({ refusal: "not_found" });
    await expect(pool.query(`delete from "ReadingCorrection"`)).rejects.toThrow(/append-only/);
  });
});

describe("marks and crests", () => {
  const station = { sectionId: "anqing", provinces: ["340000"], datum: "吴淞", source: SOURCE };
  it("a new mark judges from its day on, earlier readings keep theirs", async () => {
    const mark = { ...station, kind: "WARNING", stage: 16.2, validFrom: "2024-07-01", status: "SOURCED" };
    expect(await recordMark(chief, mark)).toMatchObject({ ok: true });
    expect(await recordMark(chief, mark)).toMatchObject({ refusal: "mark_known" });
    const rows = ["2024-06-30T12:00:00+08:00", "2024-07-04T12:00:00+08:00"].map((at) => ({
      station: "XT-ANQING",
      at,
      stage: 16.3,
    }));
    expect((await json(rows)).body).toMatchObject({ accepted: 2 });
    const then = await pictureOf(Date.parse("2024-06-30T13:00:00+08:00"));
    const state = (waters = snapshotNow()?.waters) => waters?.find((water) => water.id === "anqing")?.reading;
    expect(state(then?.snapshot.waters)).toMatchObject({ state: "near_warning", exceedance: -0.4 });
    expect(state()).toMatchObject({
      state: "above_warning",
      exceedance: 0.1,
      mark: { validFrom: "2024-07-01" },
    });
    const other = { station: "XT-ANQING", at: "2024-07-04T13:00:00+08:00", stage: 16.3, datum: "珠基" };
    await json([other]);
    expect(state()).toMatchObject({ state: "datum_differs", why: "datum_differs", exceedance: null });
  });
  it("shows the crest that a forecast expects", async () => {
    const crest = { ...station, stage: 17.1, at: "2024-07-06", issuedAt: "2024-07-04T18:00" };
    expect(await recordCrest(chief, crest)).toMatchObject({ ok: true });
    expect(snapshotNow()?.waters.find((water) => water.id === "anqing")?.crest).toMatchObject({
      stage: 17.1,
      precision: "DAY",
      datum: "吴淞",
    });
    expect(await recordCrest(chief, { ...crest, at: "2024-07-04T10:00" })).toMatchObject({
      fields: { at: "crest_before_forecast" },
    });
    expect(await recordCrest(chief, { ...crest, provinces: ["430000"] })).toMatchObject({
      refusal: "unknown_section",
    });
  });
});

describe("the quarantine", () => {
  const open = async (reason: string) =>
    (await readQuarantine(chief, { decided: "open", reason: reason as "sentinel" }))?.rows ?? [];
  it("keeps a bad row once, however often it is sent", async () => {
    const bad = `station,at,stage\nXT-JIANLI,2024-07-04T08:00:00+08:00,9999\n`;
    for (let i = 0; i < 3; i++) await send(bad);
    expect((await open("sentinel")).filter((row) => row.station === "XT-JIANLI")).toHaveLength(1);
  });
  it("lets a row in with a reason, once, and another value as a correction", async () => {
    const jump = (await open("implausible_jump"))[0];
    const judge = { rows: [jump?.id], choice: "ACCEPTED" };
    expect(await judgeQuarantine(chief, judge)).toMatchObject({ fields: { reason: "field_required" } });
    expect(await judgeQuarantine(chief, { ...judge, reason: "电话核实" })).toMatchObject({ ok: true });
    expect(await count("quality = 1 and stage = 33")).toBe(1);
    expect(await judgeQuarantine(chief, { ...judge, reason: "再次" })).toMatchObject({
      refusal: "already_judged",
    });
    const other = (await open("duplicate_other_value")).find((row) => row.stage === 20.31);
    expect(
      await judgeQuarantine(chief, { rows: [other?.id], choice: "ACCEPTED", reason: "以后者为准" }),
    ).toMatchObject({ ok: true });
    const answer = await (await read("XT-WUHU", "?from=2024-06-01T00:00:00Z&to=2024-06-01T00:04:00Z")).json();
    expect(answer.readings).toMatchObject([{ stage: 20.31 }]);
    await expect(pool.query(`delete from "QuarantineDecision"`)).rejects.toThrow(/append-only/);
  });
  it("dismisses what cannot be let in, all or none, and only for one's own provinces", async () => {
    const unknown = (await open("unknown_station")).map((row) => row.id);
    expect(await judgeQuarantine(chief, { rows: unknown, choice: "ACCEPTED", reason: "x" })).toMatchObject({
      refusal: "quarantine_incomplete",
    });
    const officer = viewerWith("duty_officer", { provinces: ["430000"] });
    const ours = (await open("negative_flow")).map((row) => row.id);
    for (const rows of [unknown, ours])
      expect(await judgeQuarantine(officer, { rows, choice: "DISMISSED", reason: "x" })).toMatchObject({
        refusal: "forbidden_province",
      });
    expect(
      await judgeQuarantine(chief, { rows: unknown, choice: "DISMISSED", reason: "无此站" }),
    ).toMatchObject({ ok: true });
    expect(await open("unknown_station")).toEqual([]);
  });
});

describe("reading them", () => {
  it("lists all sections with station codes, made-up ones only when asked", async () => {
    const all = await (await list(new Request("http://localhost/api/v1/waters"))).json();
    expect(all.waters.find((one: { id: string }) => one.id === "datong")).toMatchObject({
      stationCode: "60115000",
      codeOfficial: true,
    });
    expect(all.waters.some((one: { synthetic: boolean }) => one.synthetic)).toBe(false);
    const more = await (await list(new Request("http://localhost/api/v1/waters?synthetic=1"))).json();
    expect(more.total).toBe(all.total + 1);
    expect((await list(new Request("http://localhost/api/v1/waters?state=wet"))).status).toBe(422);
  });
  it("draws a full drill curve in the points asked for, extremes kept", async () => {
    const answer = await (await read("drill-1", "?from=2024-06-20&to=2024-07-20&points=300")).json();
    expect(answer).toMatchObject({ reduced: true, synthetic: true, datum: "假定基面" });
    expect(answer.readings.length).toBeLessThanOrEqual(300);
    const { rows } = await pool.query(
      `select max(stage)::float8 as top from "StageReading" r join "RiverSection" s on s.no = r.section where s.id = 'drill-1'`,
    );
    expect(Math.max(...answer.readings.map((one: { stage: number }) => one.stage))).toBe(rows[0].top);
  });
  it("shows 星子 through July 2024: sparse points, gaps, and the days known to be over", async () => {
    const answer = await (await read("xingzi", "?from=2024-06-15&to=2024-08-10")).json();
    expect(answer.reduced).toBe(false);
    expect(answer.marks.map((one: { kind: string }) => one.kind)).toContain("warning");
    expect(answer.spells).toMatchObject([{ mark: "warning", days: 38 }]);
    expect(answer.readings.filter((one: { gap?: boolean }) => one.gap).length).toBe(answer.gaps.length);
    expect(answer.gaps.length).toBeGreaterThan(3);
  });
  it("gives CSV that can be sent again", async () => {
    const answer = await read("XT-LUHE", "?from=2022-01-01&to=2022-06-30", "text/csv");
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
    const text = await answer.text();
    expect(text.split("\r\n")).toHaveLength(50_000 + 2);
    expect((await send(text)).body).toMatchObject({ accepted: 0, duplicates: 50_000 });
  });
  it.each([
    ["?from=soon", 400],
    ["?from=2024-07-05&to=2024-07-04", 400],
    ["?from=1990-01-01&to=2024-01-01", 400],
    ["?points=3", 422],
    ["?points=many", 422],
  ])("refuses %s", async (query, status) => {
    const answer = await read("hankou", query);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  });
  it("knows no section of another name", async () => expect((await read("nowhere")).status).toBe(404));
  it("shows the readings of another time, and none before they were known", async () => {
    const at = Date.parse("2024-07-02T21:00:00+08:00");
    const then = await pictureOf(at);
    expect(then?.snapshot.waters.find((water) => water.id === "xingzi")?.reading).toMatchObject({
      stage: 21.28,
      exceedance: 2.28,
    });
    const never = await pictureOf(at, Date.parse("2020-01-01T00:00:00Z"));
    expect(never?.snapshot.waters.filter((water) => water.reading)).toEqual([]);
  });
  it("grows to the same last readings as reading everything again", async () => {
    const grown = snapshotNow()?.waters;
    await refresh(true);
    expect(snapshotNow()?.waters).toEqual(grown);
    expect(grown?.find((water) => water.id === "taihu")?.status).toBe("above_warning");
    expect(grown?.find((water) => water.id === "wusulijiang-main")?.state).toBe("above_guarantee");
  });
});
