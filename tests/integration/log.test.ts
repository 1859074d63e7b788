import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { addKind } from "@/lib/deployments/kinds";
import { refresh } from "@/lib/live/listen";
import { preparedSnapshot, snapshotNow, store } from "@/lib/live/store";
import { actOnResponse } from "@/lib/responses/commands";
import { buildSnapshot } from "@/lib/snapshot/build";
import { emptyDomain } from "@/lib/snapshot/domain";
import { extendLog } from "@/lib/snapshot/log";
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
    confirmed: "2024-07-04T00:00:00+08:00",
    confirmedBy: { publisher: "新华社", published: "2024-07-04" },
  });
  expect(days.find(([day]) => day === "2024-07-03")).toEqual(["2024-07-03", 0, 0, 4, 2]);
});

it("keeps an order for a county the county's, also where no order was before", async () => {
  const county = "430121";
  expect(store().log?.reference.areas.has(county)).toBe(true);
  const done = await actOnResponse(viewerWith("chief"), {
    issuerId: "guojia-fangzong",
    hazard: "GEOHAZARD",
    kind: "ACTIVATE",
    level: "I",
    provinces: ["430000"],
    areaId: county,
    effectiveAt: "2024-07-04T19:00:00+08:00",
    source: SOURCE,
  });
  expect(done).toMatchObject({ ok: true });
  await refresh();
  expect(snapshotNow()?.responses.find((one) => one.hazard === "GEOHAZARD")?.area).toMatchObject({
    adcode: county,
  });
});

it("adds nothing when a reading breaks off, and all of it when it is made again", async () => {
  const { log } = store();
  if (!log) throw new Error("no log");
  const count = () => [...log.tracks.values()].reduce((sum, track) => sum + track.actions.length, 0);
  const whole = count();
  const empty = { ...log, version: 0, tracks: new Map(), reports: new Map(), domain: emptyDomain() };
  // A client whose connection is lost at the last question.
  const broken = new Proxy(db(), {
    get: (client, name) =>
      name === "bulletinPublication"
        ? { findMany: () => Promise.reject(new Error("cut off")) }
        : Reflect.get(client, name),
  });
  await expect(extendLog(broken, empty)).rejects.toThrow(/cut off/);
  expect(empty.tracks.size + empty.domain.forecasts.length + empty.version).toBe(0);
  await extendLog(db(), empty);
  expect([...empty.tracks.values()].reduce((sum, track) => sum + track.actions.length, 0)).toBe(whole);
});

it("learns of a new kind of deployment without being started again", async () => {
  const kind = {
    ...{ code: "water_pump_boat", term: "排涝抢险船", termEn: "Pump boat", unit: "艘", icon: "boat" },
    ...{ isAsset: true, carriesNetwork: false },
  };
  const administrator = viewerWith("administrator");
  expect(await addKind(viewerWith("chief"), kind)).toMatchObject({ refusal: "forbidden" });
  expect(await addKind(administrator, kind)).toMatchObject({ ok: true });
  expect(await addKind(administrator, kind)).toMatchObject({ fields: { code: "kind_taken" } });
  expect(await addKind(administrator, { ...kind, code: "other" })).toMatchObject({
    fields: { term: "kind_taken" },
  });
  expect(await addKind(administrator, { ...kind, icon: "dragon" })).toMatchObject({ refusal: "bad_input" });
  // A word is no yes or no: "false" would count as true.
  const worded = { ...kind, code: "other", term: "另一种", isAsset: "false" };
  expect(await addKind(administrator, worded)).toMatchObject({ refusal: "bad_input" });
  await refresh();
  expect(store().log?.reference.kinds.get("water_pump_boat")).toMatchObject({ term: "排涝抢险船" });
});

it("shares one reading among all who ask while it waits for its turn", async () => {
  const asked = [refresh(), refresh(), refresh()];
  expect(new Set(asked).size).toBe(1);
  // Its turn comes; what is asked from now on may mean something newer.
  await Promise.resolve();
  await Promise.resolve();
  const later = refresh();
  expect(later).not.toBe(asked[0]);
  await Promise.all([...asked, later]);
  expect(store().waiting).toBeUndefined();
});
