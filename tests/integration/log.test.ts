import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refresh } from "@/lib/live/listen";
import { preparedSnapshot, snapshotNow, store } from "@/lib/live/store";
import { actOnResponse } from "@/lib/responses/commands";
import { buildSnapshot } from "@/lib/snapshot/build";
import { Snapshot } from "@/lib/snapshot/schema";
import { buildTimeline } from "@/lib/timeline/build";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

it("grows to the same picture as reading everything again", async () => {
  for (const [province, kind, level] of [
    ["430000", "RAISE", "II"],
    ["430000", "RAISE", "I"],
    ["110000", "ACTIVATE", "IV"],
    ["320000", "TERMINATE", null],
  ] as const) {
    const done = await actOnResponse(viewerWith("chief"), {
      requestId: randomUUID(),
      issuerId: "guojia-fangzong",
      hazard: "FLOOD",
      kind,
      level,
      provinces: [province],
      effectiveAt: "2024-07-04T19:00:00+08:00",
      source: SOURCE,
    });
    expect(done).toMatchObject({ ok: true });
    await refresh();
  }
  const grown = snapshotNow();
  await refresh(true);
  expect(snapshotNow()).toEqual(grown);
});

it("matches a plain SQL reading of the national flood tracks on every day of the season", async () => {
  const { log } = store();
  if (!log) throw new Error("no log");
  for (let day = Date.parse("2024-06-02T12:00:00+08:00"); day < Date.parse("2024-08-28"); day += 86_400_000) {
    const { rows } = await pool.query(
      `select p.name, s.level from (select distinct on ("provinceId") "provinceId", level from "ResponseAction" a where "issuerId" = 'guojia-fangzong' and hazard = 'FLOOD' and "effectiveAt" <= $1
       and not withdrawn and not exists (select 1 from "ResponseAction" c where c."supersedesId" = a.id) order by "provinceId", "effectiveAt" desc, id desc) s join "Province" p on p.adcode = s."provinceId" where s.level is not null order by 1`,
      [new Date(day)],
    );
    const ours = buildSnapshot(log, { at: day })
      .responses.filter((r) => r.issuer === "国家防总" && r.hazard === "FLOOD")
      .map((r) => ({ name: r.province, level: r.level }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(ours).toEqual(rows.sort((a, b) => (a.name < b.name ? -1 : 1)));
  }
});

it("serves other times from memory, with a stable tag, and its own shape", () => {
  const at = Date.parse("2024-06-25T12:00:00+08:00");
  const [first, second] = [preparedSnapshot(at), preparedSnapshot(at)];
  expect(first?.etag).toBe(second?.etag);
  expect(Snapshot.safeParse(JSON.parse(String(first?.body))).success).toBe(true);
  expect(first?.snapshot.at).toBe("2024-06-25T12:00:00+08:00");
  expect(preparedSnapshot(undefined, 0)?.snapshot.responses).toEqual([]);
});

it("draws each inferred change over its window", () => {
  const { log } = store();
  if (!log) throw new Error("no log");
  const { tracks, days } = buildTimeline(log, { issuer: "国家防总", hazards: ["FLOOD"] });
  const jiangsu = tracks.find((track) => track.adcode === "320000");
  expect(jiangsu?.spans[0]).toMatchObject({
    level: "IV",
    certainty: "INFERRED",
    window: { after: "2024-06-22T00:00:00+08:00", by: "2024-07-03T00:00:00+08:00" },
  });
  expect(days.find(([day]) => day === "2024-07-03")).toEqual(["2024-07-03", 0, 0, 4, 2]);
});
