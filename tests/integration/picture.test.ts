import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy, reportStatus } from "@/lib/deployments/commands";
import { recordDirective, recordProgress } from "@/lib/directives/commands";
import { recordForecast } from "@/lib/forecasts/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow, store } from "@/lib/live/store";
import { recordOutage, restoreOutage } from "@/lib/outages/commands";
import { recordPatrol, reportDanger } from "@/lib/patrols/commands";
import { setThresholds } from "@/lib/settings/commands";
import { buildSnapshot } from "@/lib/snapshot/build";
import { Snapshot } from "@/lib/snapshot/schema";
import { withdrawEvent } from "@/lib/withdrawals";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer", { provinces: ["430000"] });
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const now = () => {
  const snapshot = snapshotNow();
  if (!snapshot) throw new Error("no snapshot");
  return snapshot;
};
const at = (time: string, known?: number) => {
  const { log } = store();
  if (!log) throw new Error("no log");
  return buildSnapshot(log, { at: Date.parse(time), known });
};
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

describe("the bulletin of 4 July 2024 in the picture", () => {
  it("shows its forecast while it runs, and as expired after", () => {
    const [forecast] = now().forecasts;
    expect(forecast).toMatchObject({
      from: "2024-07-04T00:00:00+08:00",
      to: "2024-07-06T00:00:00+08:00",
      current: true,
      grade: "HEAVY_STORM",
      mm: { from: 100, below: 250 },
    });
    expect(forecast?.areas.map((area) => area.text)).toEqual([
      "四川东部",
      "重庆",
      "湖北西部",
      "河南",
      "山东",
      "苏皖北部",
    ]);
    expect(at("2024-07-06T23:00:00+08:00").forecasts[0]).toMatchObject({ current: true });
    expect(at("2024-07-07T00:00:00+08:00").forecasts[0]).toMatchObject({ current: false, state: "expired" });
    expect(at("2024-07-03T23:00:00+08:00").forecasts).toEqual([]);
    expect(at("2024-07-20T00:00:00+08:00").forecasts).toEqual([]);
  });
  it("watches slopes for days after the rain", () => {
    expect(now().geohazards.find((one) => one.adcode === "410000")?.state).toBe("rain");
    const after = at("2024-07-08T12:00:00+08:00").geohazards;
    expect(after.map((one) => one.adcode)).toContain("510000");
    expect(after.every((one) => one.state === "lag")).toBe(true);
    expect(at("2024-07-10T12:00:00+08:00").geohazards).toEqual([]);
  });
  it("lists its consultations and what it orders, owed by the provinces under response", () => {
    expect(now().consultations.find((one) => one.kind === "video")).toMatchObject({
      provinces: ["410000", "420000", "430000"],
      ledBy: ["国家防总办公室", "应急管理部"],
    });
    expect(now().directives).toHaveLength(7);
    expect(now().directives[0]).toMatchObject({ everyone: true, progress: [] });
    expect(now().directives[0]?.unanswered).toEqual(expect.arrayContaining(["420000", "430000", "230000"]));
  });
  it("has its communication assets standing ready, two of them for no stated place", () => {
    const ready = now().deployments.filter(
      (one) => one.status === "prepositioned" && one.at.startsWith("2024-07-04"),
    );
    expect(ready.map((one) => one.kind).sort()).toEqual([
      "air_delivery",
      "base_station",
      "drone_platform",
      "fire_vanguard",
    ]);
    expect(ready.find((one) => one.kind === "air_delivery")).toMatchObject({
      place: "",
      adcode: null,
      network: true,
    });
  });
  it("states the season's communication as computed, and the breach of the next day when it comes", () => {
    expect(now().season).toMatchObject({ networkOutages: 0, longLoss: false, thresholdHours: 6 });
    expect(now().dangers).toEqual([]);
    const breach = at("2024-07-06T12:00:00+08:00").dangers;
    expect(breach[0]).toMatchObject({ kind: "BREACH", grade: "MAJOR", state: "in_hand", adcode: "430000" });
    expect(at("2024-07-09T00:00:00+08:00").dangers[0]).toMatchObject({ kind: "BREACH", state: "cleared" });
  });
  it("is what its own schema says, and nothing of it carries a contact", () => {
    expect(Snapshot.parse(now())).toEqual(now());
    expect(JSON.stringify(now())).not.toContain("contact");
  });
});

describe("a place cut off", () => {
  const cut = (more: object = {}) => ({
    requestId: randomUUID(),
    province: "430000",
    areaId: "430623",
    cuts: ["NETWORK", "ROAD"],
    since: "2024-07-04T10:00:00+08:00",
    people: 5000,
    source: SOURCE,
    ...more,
  });
  it("shows on the map with its gap, gets help, and is over when all works", async () => {
    const known = Date.now();
    const { outageId } = value(await recordOutage(officer, cut()));
    await refresh();
    const mine = () => now().outages.find((one) => one.id === String(outageId));
    expect(mine()).toMatchObject({
      name: "华容县",
      adcode: "430623",
      open: ["road", "network"],
      people: 5000,
    });
    expect(mine()?.help).toMatchObject({ there: [], onTheWay: [] });
    expect(mine()?.help.nearest?.km).toBeGreaterThan(0);
    const gap = () =>
      now().gaps.find((one) => one.subject.id === String(outageId) && one.rule === "outage_without_asset");
    expect(gap()).toMatchObject({ adcode: "430000", about: "华容县", since: "2024-07-04T10:00:00+08:00" });
    // Ten hours without network by 20:00: a long loss.
    expect(now().season).toMatchObject({ networkOutages: 1, longestHours: 10, longLoss: true });
    const { deploymentId } = value(
      await deploy(officer, {
        kindId: "base_station",
        count: 1,
        from: "湖南省防指",
        place: "华容县",
        province: "430000",
        mission: "恢复通信",
        state: "SENT",
        at: "2024-07-04T12:00:00+08:00",
        contact: "13800000000",
        source: SOURCE,
      }),
    );
    await refresh();
    expect(mine()?.help.onTheWay).toEqual([String(deploymentId)]);
    expect(gap()).toBeUndefined();
    value(
      await reportStatus(officer, {
        deploymentId,
        province: "430000",
        state: "ARRIVED",
        at: "2024-07-04T14:00:00+08:00",
        source: SOURCE,
      }),
    );
    await refresh();
    expect(mine()?.help.there).toEqual([String(deploymentId)]);
    expect(now().season).toMatchObject({ longestHours: 4, longLoss: false });
    expect(JSON.stringify(now())).not.toContain("13800000000");
    const restore = (more: object) =>
      restoreOutage(officer, {
        outageId,
        province: "430000",
        at: "2024-07-04T18:00:00+08:00",
        source: SOURCE,
        ...more,
      });
    expect(await restore({ cuts: ["POWER"] })).toMatchObject({ refusal: "not_cut" });
    expect(await restore({ at: "2024-07-04T09:00:00+08:00" })).toMatchObject({ refusal: "end_before_start" });
    expect(await restore({ at: "2024-07-05T09:00:00+08:00" })).toMatchObject({ refusal: "report_in_future" });
    expect(await restore({ cuts: ["ROAD"] })).toMatchObject({ value: { over: false } });
    await refresh();
    expect(mine()).toMatchObject({ open: ["network"], until: null });
    expect(await restore({ at: "2024-07-04T19:00:00+08:00" })).toMatchObject({ value: { over: true } });
    await refresh();
    expect(mine()).toMatchObject({ open: [], until: "2024-07-04T19:00:00+08:00" });
    expect(await restore({})).toMatchObject({ refusal: "outage_is_over" });
    // As known before it was recorded, and at a time before it began, it is not there.
    expect(at("2024-07-04T20:00:00+08:00", known - 1).outages).toEqual([]);
    expect(at("2024-07-04T09:00:00+08:00").outages).toEqual([]);
    expect(at("2024-07-04T18:30:00+08:00").outages[0]).toMatchObject({ open: ["network"] });
  });
  it("may be drawn, corrected, or over from the first, and is refused where it makes no sense", async () => {
    const ring = [
      [112.8, 29.3],
      [112.9, 29.3],
      [112.9, 29.4],
      [112.8, 29.4],
    ];
    const drawn = cut({ areaId: null, ring, name: "团洲垸", until: "2024-07-04T11:00:00+08:00" });
    const { outageId } = value(await recordOutage(officer, drawn));
    await refresh();
    const shown = now().outages.find((one) => one.id === String(outageId));
    expect(shown).toMatchObject({ name: "团洲垸", open: [], until: "2024-07-04T11:00:00+08:00" });
    expect(shown?.ring).toHaveLength(5);
    expect(shown?.lat).toBeCloseTo(29.35, 5);
    const right = cut({
      ...drawn,
      requestId: randomUUID(),
      people: 7,
      corrects: { id: outageId, reason: "人数有误" },
    });
    const corrected = value(await recordOutage(officer, right));
    await refresh();
    expect(now().outages.some((one) => one.id === String(outageId))).toBe(false);
    expect(now().outages.find((one) => one.id === String(corrected.outageId))?.people).toBe(7);
    const refused = async (more: object) => {
      const result = await recordOutage(chief, cut(more));
      return result.ok ? "" : result.refusal === "bad_input" ? JSON.stringify(result.fields) : result.refusal;
    };
    expect(await refused({ until: "2024-07-04T09:00:00+08:00" })).toContain("end_before_start");
    expect(await refused({ since: "2024-07-06" })).toBe("report_in_future");
    expect(await refused({ cuts: [] })).toContain("field_required");
    expect(await refused({ areaId: "420100" })).toBe("unknown_area");
    expect(await refused({ province: "880000" })).toBe("unknown_province");
    expect(await refused({ areaId: null, ring: ring.slice(0, 2), name: "x" })).toContain("field_ring");
    expect(await refused({ areaId: null })).toContain("field_required");
    expect(
      await refused({ areaId: null, name: "海上", ring: ring.map(([lon = 0, lat = 0]) => [lon + 15, lat]) }),
    ).toBe("place_in_sea");
    expect(await recordOutage(officer, cut({ province: "420000", areaId: "420100" }))).toMatchObject({
      refusal: "forbidden_province",
    });
  });
});

describe("a patrol of a section", () => {
  const patrol = (more: object = {}) => ({
    clientId: randomUUID(),
    sectionId: "dongtinghu",
    province: "430000",
    at: "2024-07-04T15:00:00+08:00",
    lengthKm: "42.5",
    patrolledKm: "40",
    people: 320,
    shifts: 3,
    dangers: [
      {
        kind: "PIPING",
        grade: "GENERAL",
        place: "19+800",
        lat: 29.36,
        lon: 112.87,
        foundAt: "2024-07-04T14:20:00+08:00",
      },
    ],
    ...more,
  });
  it("is kept once however often it is sent, and its danger followed", async () => {
    const report = patrol();
    const { patrolId, known } = value(await recordPatrol(officer, report));
    expect(known).toBe(false);
    for (let again = 0; again < 2; again++)
      expect(await recordPatrol(officer, report)).toMatchObject({ value: { patrolId, known: true } });
    expect(await recordPatrol(chief, { ...report, sectionId: "taihu", province: "320000" })).toMatchObject({
      refusal: "request_id_taken",
    });
    expect(
      (await pool.query(`select count(*) from "PatrolReport" where "lengthKm" is not null`)).rows[0].count,
    ).toBe("1");
    await refresh();
    expect(now().patrols).toMatchObject([
      { id: String(patrolId), section: "dongtinghu", sectionName: "洞庭湖", lengthKm: 42.5, people: 320 },
    ]);
    const danger = now().dangers.find((one) => one.patrol === String(patrolId));
    expect(danger).toMatchObject({ state: "found", kind: "PIPING", photo: null });
    const status = (state: string, time: string) =>
      reportDanger(officer, { dangerId: Number(danger?.id), province: "430000", state, at: time });
    expect(await status("IN_HAND", "2024-07-04T14:00:00+08:00")).toMatchObject({
      refusal: "before_last_status",
    });
    expect(await status("CLEARED", "2024-07-04T16:00:00+08:00")).toMatchObject({ ok: true });
    expect(await status("IN_HAND", "2024-07-04T17:00:00+08:00")).toMatchObject({
      refusal: "illegal_danger_state",
    });
    expect(
      await reportDanger(chief, {
        dangerId: 9999,
        province: "430000",
        state: "CLEARED",
        at: "2024-07-04T16:00:00+08:00",
      }),
    ).toMatchObject({ refusal: "not_found" });
    await refresh();
    expect(now().dangers.find((one) => one.id === danger?.id)?.state).toBe("cleared");
  });
  it("may know of a danger only, and then is no patrol", async () => {
    const before = now().patrols.length;
    const report = patrol({ lengthKm: "", patrolledKm: "", people: "", shifts: "" });
    const { patrolId, dangerIds } = value(await recordPatrol(chief, report));
    await refresh();
    expect(now().patrols).toHaveLength(before);
    expect(now().dangers.find((one) => one.patrol === String(patrolId))?.id).toBe(String(dangerIds[0]));
  });
  it("is refused when it cannot be", async () => {
    const refused = async (more: object) => {
      const result = await recordPatrol(chief, patrol(more));
      return result.ok ? "" : result.refusal === "bad_input" ? JSON.stringify(result.fields) : result.refusal;
    };
    const [danger] = patrol().dangers;
    expect(await refused({ sectionId: "nowhere" })).toBe("unknown_section");
    expect(await refused({ province: "110000" })).toBe("unknown_section");
    expect(await refused({ at: "2024-07-05T15:00:00+08:00" })).toBe("report_in_future");
    expect(await refused({ patrolledKm: 50 })).toBe("patrolled_more");
    expect(await refused({ people: -3 })).toContain("field_number");
    expect(await refused({ shifts: "", dangers: [] })).toContain("shifts");
    expect(await refused({ clientId: "1" })).toContain("clientId");
    expect(await refused({ dangers: [{ ...danger, lat: 28, lon: 126 }] })).toBe("place_in_sea");
    expect(await refused({ dangers: [{ ...danger, photoId: randomUUID() }] })).toBe("unknown_photo");
    expect(await refused({ dangers: [{ ...danger, kind: "DRAGON" }] })).toContain("dangers.0.kind");
  });
});

describe("gaps", () => {
  it("appear and close with the facts, and follow the thresholds", async () => {
    const lacks = (rule: string, id: string) =>
      now().gaps.some((gap) => gap.rule === rule && gap.subject.id === id);
    const { directiveId } = value(
      await recordDirective(chief, {
        category: "EVACUATION",
        text: "转移低洼处群众",
        issuer: "国家防总",
        at: "2024-07-03T12:00:00+08:00",
        provinces: ["430000"],
        source: SOURCE,
      }),
    );
    await refresh();
    const answered = () => !lacks("directive_unanswered", String(directiveId));
    expect(answered()).toBe(false);
    expect(
      await setThresholds(viewerWith("administrator"), { thresholds: { directiveWithinHours: 48 } }),
    ).toMatchObject({ ok: true });
    await refresh();
    expect(answered()).toBe(true);
    expect(
      await setThresholds(viewerWith("administrator"), { thresholds: { directiveWithinHours: 0 } }),
    ).toMatchObject({ refusal: "bad_input" });
    expect(await setThresholds(chief, { thresholds: {} })).toMatchObject({ refusal: "forbidden" });
    value(await setThresholds(viewerWith("administrator"), { thresholds: {} }));
    await refresh();
    expect(answered()).toBe(false);
    value(
      await recordProgress(officer, {
        directiveId,
        province: "430000",
        state: "DONE",
        figures: [{ what: "PEOPLE_MOVED", value: 1200 }],
        at: "2024-07-04T10:00:00+08:00",
        source: SOURCE,
      }),
    );
    await refresh();
    expect(answered()).toBe(true);
    expect(lacks("water_without_patrol", "taihu")).toBe(true);
    value(
      await recordPatrol(chief, {
        clientId: randomUUID(),
        sectionId: "taihu",
        province: "320000",
        at: "2024-07-04T18:00:00+08:00",
        lengthKm: 10,
        people: 20,
        shifts: 2,
      }),
    );
    await refresh();
    expect(lacks("water_without_patrol", "taihu")).toBe(false);
  });
});

describe("a withdrawal", () => {
  const withdraw = (viewer: typeof chief, kind: string, id: number) =>
    withdrawEvent(viewer, { kind, id, reason: "误录" });
  it("takes each kind back, once, by whom it is, and leaves the row", async () => {
    const outage = value(
      await recordOutage(officer, {
        province: "430000",
        areaId: "430624",
        cuts: ["POWER"],
        since: "2024-07-04T10:00:00+08:00",
        source: SOURCE,
      }),
    );
    const reserve = value(
      await deploy(chief, {
        kindId: "tent",
        count: 500,
        from: "国家防总",
        mission: "待命",
        state: "PREPOSITIONED",
        at: "2024-07-04",
        source: SOURCE,
      }),
    );
    await refresh();
    const [forecast, consultation, directive, patrol] = [
      now().forecasts[0],
      now().consultations[0],
      now().directives[0],
      now().patrols[0],
    ];
    const stranger = viewerWith("duty_officer", { provinces: ["110000"] });
    expect(await withdraw(stranger, "outage", outage.outageId)).toMatchObject({
      refusal: "forbidden_province",
    });
    expect(await withdraw(officer, "deployment", reserve.deploymentId)).toMatchObject({
      refusal: "forbidden",
    });
    expect(await withdraw(viewerWith("viewer"), "outage", outage.outageId)).toMatchObject({
      refusal: "forbidden",
    });
    expect(await withdraw(chief, "outage", 99_999)).toMatchObject({ refusal: "not_found" });
    const all = [
      ["outage", outage.outageId],
      ["deployment", reserve.deploymentId],
      ["forecast", Number(forecast?.id)],
      ["consultation", Number(consultation?.id)],
      ["directive", Number(directive?.id)],
      ["patrol", Number(patrol?.id)],
    ] as const;
    for (const [kind, id] of all) {
      expect(await withdraw(chief, kind, id), kind).toMatchObject({ ok: true });
      expect(await withdraw(chief, kind, id), kind).toMatchObject({ refusal: "already_corrected" });
    }
    await refresh();
    const { outages, deployments, forecasts, consultations, directives, patrols } = now();
    const left = [outages, deployments, forecasts, consultations, directives, patrols].map((list) =>
      list.map((row) => row.id),
    );
    for (const [index, [kind, id]] of [all[0], all[1], all[2], all[3], all[4], all[5]].entries())
      expect(left[index], kind).not.toContain(String(id));
  });
});

describe("what commits while the log is read", () => {
  it("is read once", async () => {
    const forecast = () =>
      recordForecast(chief, { from: "2024-07-04", areas: ["湖南"], intensity: "大雨", source: SOURCE });
    await Promise.all(Array.from({ length: 12 }, forecast));
    await refresh();
    const ids = store().log?.domain.forecasts.map((entry) => entry.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(Number((await pool.query(`select count(*) from "RainForecast"`)).rows[0].count));
  });
});
