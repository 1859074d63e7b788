import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordConsultation } from "@/lib/consultations/commands";
import { deploy, reportStatus } from "@/lib/deployments/commands";
import { recordDirective, recordProgress } from "@/lib/directives/commands";
import { recordForecast } from "@/lib/forecasts/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer", { provinces: ["430000"] });
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const count = async (table: string) =>
  Number((await pool.query(`select count(*) from "${table}"`)).rows[0].count);
const lastAudit = async () =>
  (await pool.query(`select * from "AuditEntry" order by id desc limit 1`)).rows[0];

describe("forecasts", () => {
  const forecast = (more: object = {}) => ({
    requestId: randomUUID(),
    from: "2024-07-04",
    to: "2024-07-06",
    areas: ["四川东部", "重庆", "湖北西部", "河南", "山东", "苏皖北部"],
    intensity: "大雨/暴雨/大暴雨",
    source: SOURCE,
    ...more,
  });
  it("are kept with areas, grade and audit", async () => {
    const areas = await count("RainForecastArea");
    const done = await recordForecast(chief, forecast());
    expect(done).toMatchObject({
      ok: true,
      value: { provinces: ["320000", "340000", "370000", "410000", "420000", "500000", "510000"] },
    });
    const [row] = (await pool.query(`select * from "RainForecast" order by id desc limit 1`)).rows;
    expect(row).toMatchObject({ grade: "HEAVY_STORM", fromPrecision: "DAY", toPrecision: "DAY" });
    expect(row.issuedAt.toISOString()).toBe("2024-07-03T16:00:00.000Z");
    expect(await count("RainForecastArea")).toBe(areas + 6);
    expect(await lastAudit()).toMatchObject({ command: "forecast.record", outcome: "DONE" });
  });
  it("are refused backwards, without end of length, from the future, for unknown codes, for others' provinces", async () => {
    const before = await count("RainForecast");
    expect(await recordForecast(chief, forecast({ to: "2024-07-01" }))).toMatchObject({
      fields: { to: "end_before_start" },
    });
    expect(await recordForecast(chief, forecast({ to: "2024-12-01" }))).toMatchObject({
      refusal: "forecast_too_long",
    });
    expect(await recordForecast(chief, forecast({ issuedAt: "2024-07-06T08:00:00+08:00" }))).toMatchObject({
      refusal: "report_in_future",
    });
    expect(
      await recordForecast(chief, forecast({ areas: [{ text: "无处", adcodes: ["439999"] }] })),
    ).toMatchObject({ refusal: "unknown_area" });
    expect(await recordForecast(officer, forecast())).toMatchObject({ refusal: "forbidden_province" });
    expect(await recordForecast(officer, forecast({ areas: ["某海域"] }))).toMatchObject({
      refusal: "forbidden_province",
    });
    expect(await count("RainForecast")).toBe(before);
    expect(await recordForecast(officer, forecast({ areas: ["湖南北部"] }))).toMatchObject({ ok: true });
  });
  it("are corrected by a new row, once, with a reason", async () => {
    const first = await recordForecast(chief, forecast());
    if (!first.ok) throw new Error(first.refusal);
    const corrects = { id: first.value.forecastId, reason: "抄错了强度" };
    const right = forecast({ intensity: "大雨", corrects });
    expect(await recordForecast(officer, { ...right, areas: ["湖南北部"] })).toMatchObject({
      refusal: "forbidden_province",
    });
    expect(await recordForecast(chief, right)).toMatchObject({ ok: true });
    expect(await recordForecast(chief, { ...right, requestId: randomUUID() })).toMatchObject({
      refusal: "already_corrected",
    });
    expect(await recordForecast(chief, forecast({ corrects: { id: 999_999, reason: "x" } }))).toMatchObject({
      refusal: "not_found",
    });
  });
});

describe("consultations", () => {
  const meeting = (more: object = {}) => ({
    kind: "VIDEO",
    at: "2024-07-04",
    ledBy: "国家防总办公室、应急管理部",
    provinces: ["410000", "420000", "430000"],
    source: SOURCE,
    ...more,
  });
  it("are kept with who led them and which provinces", async () => {
    expect(await recordConsultation(chief, meeting())).toMatchObject({ ok: true });
    const [row] = (await pool.query(`select * from "Consultation" order by id desc limit 1`)).rows;
    expect(row.ledBy).toEqual(["国家防总办公室", "应急管理部"]);
    expect(row.provinceIds).toEqual(["410000", "420000", "430000"]);
  });
  it("are refused from the future, for no such province, led by nobody, for the nation by a province", async () => {
    expect(await recordConsultation(chief, meeting({ at: "2024-07-09" }))).toMatchObject({
      refusal: "report_in_future",
    });
    expect(await recordConsultation(chief, meeting({ provinces: ["880000"] }))).toMatchObject({
      refusal: "unknown_province",
    });
    expect(await recordConsultation(chief, meeting({ ledBy: "" }))).toMatchObject({
      fields: { ledBy: "field_required" },
    });
    expect(await recordConsultation(officer, meeting({ provinces: [] }))).toMatchObject({
      refusal: "forbidden_province",
    });
  });
});

describe("directives and their progress", () => {
  const order = (more: object = {}) => ({
    category: "PATROL",
    text: "加强超警河段堤防的巡查防守",
    issuer: "应急管理部",
    at: "2024-07-04T18:00:00+08:00",
    provinces: ["420000", "430000"],
    source: SOURCE,
    ...more,
  });
  it("are answered by each province, onward only", async () => {
    const done = await recordDirective(chief, order());
    if (!done.ok) throw new Error(done.refusal);
    const { directiveId } = done.value;
    const answer = (state: string, at: string, more: object = {}) =>
      recordProgress(officer, { directiveId, province: "430000", state, at, source: SOURCE, ...more });
    expect(await answer("RECEIVED", "2024-07-04T17:00:00+08:00")).toMatchObject({
      refusal: "before_directive",
    });
    expect(
      await answer("IN_HAND", "2024-07-04T19:00:00+08:00", {
        figures: [{ what: "KM_PATROLLED", value: "120.5" }],
      }),
    ).toMatchObject({ ok: true });
    expect(await answer("RECEIVED", "2024-07-04T19:30:00+08:00")).toMatchObject({
      refusal: "progress_goes_back",
    });
    expect(await answer("DONE", "2024-07-04T18:30:00+08:00")).toMatchObject({
      refusal: "before_last_status",
    });
    expect(await answer("DONE", "2024-07-05T08:00:00+08:00")).toMatchObject({ refusal: "report_in_future" });
    expect(
      await answer("DONE", "2024-07-04T19:40:00+08:00", { figures: [{ what: "PEOPLE_MOVED", value: -1 }] }),
    ).toMatchObject({ refusal: "bad_input" });
    expect(
      await recordProgress(officer, {
        directiveId,
        province: "420000",
        state: "DONE",
        at: "2024-07-04T19:00:00+08:00",
        source: SOURCE,
      }),
    ).toMatchObject({ refusal: "forbidden_province" });
    expect(
      await recordProgress(chief, {
        directiveId,
        province: "110000",
        state: "DONE",
        at: "2024-07-04T19:00:00+08:00",
        source: SOURCE,
      }),
    ).toMatchObject({ refusal: "not_addressed" });
    expect(
      await recordProgress(chief, {
        directiveId: 99_999,
        province: "110000",
        state: "DONE",
        at: "2024-07-04T19:00:00+08:00",
        source: SOURCE,
      }),
    ).toMatchObject({ refusal: "not_found" });
    const figures = (await pool.query(`select figures from "DirectiveProgress" order by id`)).rows;
    expect(figures).toEqual([{ figures: [{ what: "KM_PATROLLED", value: 120.5 }] }]);
  });
  it("keep a wrong answer beside the right one, and all answers when the order itself is put right", async () => {
    const done = await recordDirective(chief, order({ provinces: ["430000"] }));
    if (!done.ok) throw new Error(done.refusal);
    const { directiveId } = done.value;
    const answer = (state: string, more: object = {}) =>
      recordProgress(officer, {
        ...{
          directiveId,
          province: "430000",
          state,
          at: "2024-07-04T19:00:00+08:00",
          source: SOURCE,
          ...more,
        },
      });
    const wrong = await answer("DONE");
    if (!wrong.ok) throw new Error(wrong.refusal);
    const corrects = { id: wrong.value.progressId, reason: "误点了完成" };
    expect(await answer("IN_HAND")).toMatchObject({ refusal: "progress_goes_back" });
    expect(await answer("IN_HAND", { corrects: { ...corrects, id: 999_999 } })).toMatchObject({
      refusal: "not_found",
    });
    expect(await answer("IN_HAND", { corrects })).toMatchObject({ ok: true });
    expect(await answer("RECEIVED", { corrects })).toMatchObject({ refusal: "already_corrected" });
    const shown = async (id: number) => {
      await refresh();
      return snapshotNow()?.directives.find((one) => one.id === String(id));
    };
    expect((await shown(directiveId))?.progress).toMatchObject([{ adcode: "430000", state: "in_hand" }]);
    const right = await recordDirective(
      chief,
      order({ provinces: ["430000"], text: "加强巡查", corrects: { id: directiveId, reason: "措辞" } }),
    );
    if (!right.ok) throw new Error(right.refusal);
    expect(await shown(directiveId)).toBeUndefined();
    expect(await shown(right.value.directiveId)).toMatchObject({
      text: "加强巡查",
      progress: [{ state: "in_hand" }],
      unanswered: [],
    });
  });
  it("are refused for a category or province that is none, and from the future", async () => {
    expect(await recordDirective(chief, order({ category: "DANCE" }))).toMatchObject({
      refusal: "bad_input",
    });
    expect(await recordDirective(chief, order({ provinces: ["880000"] }))).toMatchObject({
      refusal: "unknown_province",
    });
    expect(await recordDirective(chief, order({ at: "2024-07-08" }))).toMatchObject({
      refusal: "report_in_future",
    });
    expect(await recordDirective(officer, order({ provinces: [] }))).toMatchObject({
      refusal: "forbidden_province",
    });
    expect(await recordDirective(chief, order({ provinces: [] }))).toMatchObject({ ok: true });
  });
});

describe("deployments", () => {
  const team = (more: object = {}) => ({
    kindId: "drone_platform",
    count: "",
    from: "应急管理部",
    mission: "应急通信",
    state: "PREPOSITIONED",
    at: "2024-07-04T12:00:00+08:00",
    source: SOURCE,
    ...more,
  });
  it("stand ready for the nation without a place, and follow their states", async () => {
    const done = await deploy(chief, team());
    if (!done.ok) throw new Error(done.refusal);
    const status = (state: string) =>
      reportStatus(chief, {
        deploymentId: done.value.deploymentId,
        state,
        at: "2024-07-04T13:00:00+08:00",
        source: SOURCE,
      });
    expect(await status("WITHDRAWN")).toMatchObject({ ok: true });
    expect(await status("WORKING")).toMatchObject({ refusal: "illegal_state" });
    expect(await deploy(officer, team())).toMatchObject({ refusal: "forbidden_province" });
    expect(await deploy(chief, team({ state: "SENT" }))).toMatchObject({
      fields: { province: "reserve_is_prepositioned" },
    });
  });
  it("are placed by a point on land of their province only", async () => {
    const at = (lat: number, lon: number) =>
      deploy(chief, team({ province: "430000", place: "团洲", lat, lon, state: "SENT" }));
    const done = await at(29.35, 112.87);
    if (!done.ok) throw new Error(done.refusal);
    const [row] = (
      await pool.query(`select * from "DeploymentPlace" where "deploymentId" = $1`, [done.value.deploymentId])
    ).rows;
    expect(row).toMatchObject({ lat: 29.35, lon: 112.87, approximate: false, name: "团洲" });
    expect(await at(28, 126.5)).toMatchObject({ refusal: "place_in_sea" });
    expect(await at(39.9, 116.4)).toMatchObject({ refusal: "place_elsewhere" });
    expect(await deploy(chief, team({ province: "430000", place: "x", lat: 29.3 }))).toMatchObject({
      fields: { lon: "field_required" },
    });
  });
});
