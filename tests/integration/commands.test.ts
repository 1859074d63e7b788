import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { may, ROLES, type Role } from "@/lib/auth/roles";
import { COMMANDS } from "@/lib/commands";
import { deploy, reportStatus } from "@/lib/deployments/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow, store } from "@/lib/live/store";
import { actOnResponse, correctResponse } from "@/lib/responses/commands";
import { reportWater } from "@/lib/waters/commands";
import { freshDatabase, SOURCE, viewerWith } from "./database";

let pool: pg.Pool;
const chief = viewerWith("chief");
beforeAll(async () => {
  pool = await freshDatabase();
  await refresh(true);
});
afterAll(async () => pool.end());

const act = (province: string, kind: string, level: string | null, more: object = {}) => ({
  requestId: randomUUID(),
  issuerId: "guojia-fangzong",
  hazard: "FLOOD",
  kind,
  level,
  provinces: [province],
  effectiveAt: "2024-07-04T19:30:00+08:00",
  source: SOURCE,
  ...more,
});
const level = async (adcode: string) => {
  await refresh();
  return (
    snapshotNow()?.responses.find(
      (r) => r.issuer === "国家防总" && r.hazard === "FLOOD" && r.adcode === adcode,
    )?.level ?? null
  );
};
const lastAudit = async () =>
  (await pool.query(`select * from "AuditEntry" order by id desc limit 1`)).rows[0];
const events = async () => Number((await pool.query(`select count(*) from "ResponseAction"`)).rows[0].count);

describe("the bulletin of 4 July 2024", () => {
  it("folds to exactly its six provinces under the national flood response", () => {
    const national = snapshotNow()?.responses.filter((r) => r.issuer === "国家防总" && r.hazard === "FLOOD");
    expect(national?.map((r) => [r.province, r.level])).toEqual([
      ["安徽", "III"],
      ["江西", "III"],
      ["湖北", "III"],
      ["湖南", "III"],
      ["黑龙江", "IV"],
      ["江苏", "IV"],
    ]);
    expect(national?.every((r) => r.action === "maintain" && !r.stale)).toBe(true);
    expect(national?.find((r) => r.province === "江苏")).toMatchObject({
      certainty: "INFERRED",
      window: { after: "2024-06-22T00:00:00+08:00", by: "2024-07-03T00:00:00+08:00" },
    });
  });
  it("has its waters and its two monitoring teams", () => {
    const water = (name: string) => snapshotNow()?.waters.find((w) => w.name === name);
    expect(water("太湖")?.status).toBe("above_warning");
    expect(water("乌苏里江干流")?.status).toBe("above_guarantee");
    for (const name of ["长江中下游干流", "洞庭湖", "鄱阳湖"]) expect(water(name)?.trend).toBe("slowing");
    const team = snapshotNow()?.deployments.find((d) => d.kind === "monitoring_team");
    expect(team).toMatchObject({ count: 2, unit: "支", from: "应急管理部" });
    expect(team?.places.map((place) => place.adcode)).toEqual(["421083", "360400"]);
  });
  it("holds no disaster-relief response", async () => {
    const { rows } = await pool.query(
      `select count(*) from "ResponseAction" a join "Issuer" i on i.id = a."issuerId" where i.name like '%减灾%'`,
    );
    expect(rows[0].count).toBe("0");
  });
});

describe("response commands", () => {
  it("raise, and the picture and the audit show it", async () => {
    const done = await actOnResponse(chief, act("430000", "RAISE", "II", { seen: { "430000": "III" } }));
    expect(done).toMatchObject({ ok: true });
    expect(await level("430000")).toBe("II");
    expect(await lastAudit()).toMatchObject({
      userName: "chief",
      command: "response.act",
      outcome: "DONE",
      provinces: ["430000"],
    });
  });
  it("act on many provinces all or none", async () => {
    const before = await events();
    const refused = await actOnResponse(
      chief,
      act("110000", "ACTIVATE", "IV", { provinces: ["110000", "420000"] }),
    );
    expect(refused).toMatchObject({
      ok: false,
      refusal: "activated_while_active",
      values: { province: "湖北" },
    });
    expect(await events()).toBe(before);
    expect(
      await actOnResponse(chief, act("110000", "ACTIVATE", "IV", { provinces: ["110000", "120000"] })),
    ).toMatchObject({ ok: true });
    expect([await level("110000"), await level("120000")]).toEqual(["IV", "IV"]);
  });
  it.each([
    ["an illegal move", act("420000", "LOWER", "II"), "lowered_not_milder"],
    ["an unknown issuer", act("420000", "RAISE", "II", { issuerId: "nobody" }), "unknown_issuer"],
    [
      "an issuer outside its area",
      act("420000", "ACTIVATE", "II", { issuerId: "hunan-fangzhi" }),
      "issuer_has_no_say",
    ],
    ["an unknown province", act("990000", "ACTIVATE", "II"), "bad_input"],
    ["a province code nobody has", act("170000", "ACTIVATE", "II"), "unknown_province"],
    ["an unknown level", act("420000", "RAISE", "V"), "bad_input"],
    [
      "the far future",
      act("420000", "RAISE", "II", { effectiveAt: "2025-01-01T00:00:00+08:00" }),
      "far_future",
    ],
    [
      "a time before the track began",
      act("420000", "RAISE", "II", { effectiveAt: "2024-05-01T00:00:00+08:00" }),
      "raised_without_activation",
    ],
    [
      "a time that a later action contradicts",
      act("420000", "TERMINATE", null, { effectiveAt: "2024-07-02T00:00:00+08:00" }),
      "later_action_conflicts",
    ],
    [
      "a level that was moved meanwhile",
      act("420000", "RAISE", "II", { seen: { "420000": "IV" } }),
      "track_changed",
    ],
    [
      "an area of another province",
      act("420000", "ACTIVATE", "IV", { issuerId: "shuilibu", hazard: "DROUGHT", areaId: "430100" }),
      "unknown_area",
    ],
    [
      "a megabyte in a field",
      act("420000", "RAISE", "II", { source: { ...SOURCE, title: "x".repeat(1_000_000) } }),
      "bad_input",
    ],
    [
      "control characters",
      act("420000", "RAISE", "II", { source: { ...SOURCE, title: "a\u0000b" } }),
      "bad_input",
    ],
    [
      "a script for an address",
      act("420000", "RAISE", "II", { source: { ...SOURCE, url: "javascript:alert(1)" } }),
      "bad_input",
    ],
    ["no source", { ...act("420000", "RAISE", "II"), source: undefined }, "bad_input"],
  ])("refuse %s, change nothing and say so in the audit", async (_what, input, refusal) => {
    const before = await events();
    expect(await actOnResponse(chief, input)).toMatchObject({ ok: false, refusal });
    expect(await events()).toBe(before);
    expect((await lastAudit()).outcome).toBe(refusal === "bad_input" ? "INVALID" : "REFUSED");
  });
  it("let one of two people win and tell the other", async () => {
    const both = await Promise.all([
      actOnResponse(chief, act("340000", "RAISE", "II", { seen: { "340000": "III" } })),
      actOnResponse(chief, act("340000", "LOWER", "IV", { seen: { "340000": "III" } })),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({
      refusal: "track_changed",
      values: { province: "安徽", seen: "III" },
    });
  });
  it("answer a form sent many times with its first result", async () => {
    const input = act("350000", "ACTIVATE", "III");
    const before = await events();
    const results = await Promise.all(Array.from({ length: 6 }, () => actOnResponse(chief, input)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    expect(await events()).toBe(before + 1);
  });
  it("correct by superseding, keep both, and know the earlier belief", async () => {
    const done = await actOnResponse(chief, act("370000", "ACTIVATE", "II"));
    if (!done.ok) throw new Error(done.refusal);
    const [actionId] = done.value.actionIds;
    await refresh();
    const { recordedAt } = (
      await pool.query(`select "recordedAt" from "ResponseAction" where id = $1`, [actionId])
    ).rows[0];
    const right = {
      actionId,
      province: "370000",
      reason: "级别误录",
      replacement: { kind: "ACTIVATE", level: "IV", effectiveAt: "2024-07-04T19:30:00+08:00" },
    };
    expect(await correctResponse(chief, right)).toMatchObject({ ok: true });
    expect(await correctResponse(chief, right)).toMatchObject({ ok: false, refusal: "already_corrected" });
    expect(await level("370000")).toBe("IV");
    const { buildSnapshot } = await import("@/lib/snapshot/build");
    const log = store().log;
    const then =
      log &&
      buildSnapshot(log, { known: recordedAt.getTime() }).responses.find(
        (r) => r.adcode === "370000" && r.issuer === "国家防总" && r.hazard === "FLOOD",
      );
    expect(then?.level).toBe("II");
  });
  it("withdraw", async () => {
    const done = await actOnResponse(chief, act("610000", "ACTIVATE", "IV"));
    if (!done.ok) throw new Error(done.refusal);
    expect(
      await correctResponse(chief, {
        actionId: done.value.actionIds[0],
        province: "610000",
        reason: "误录",
        replacement: null,
      }),
    ).toMatchObject({ ok: true });
    expect(await level("610000")).toBeNull();
  });
});

describe("other commands", () => {
  it("report waters, and refuse a report that says nothing or comes from the future", async () => {
    const report = {
      sectionId: "taihu",
      provinces: ["320000", "330000"],
      status: "ABOVE_GUARANTEE",
      trend: "RISING",
      stage: "4.66",
      at: "2024-07-04T19:00:00+08:00",
      source: SOURCE,
    };
    expect(await reportWater(chief, report)).toMatchObject({ ok: true });
    await refresh();
    expect(snapshotNow()?.waters.find((w) => w.id === "taihu")).toMatchObject({
      status: "above_guarantee",
      trend: "rising",
      stage: 4.66,
    });
    expect(await reportWater(chief, { ...report, status: "", trend: "", stage: "" })).toMatchObject({
      fields: { status: "report_says_nothing" },
    });
    expect(await reportWater(chief, { ...report, at: "2024-07-05T19:00:00+08:00" })).toMatchObject({
      refusal: "report_in_future",
    });
    expect(await reportWater(chief, { ...report, sectionId: "nowhere" })).toMatchObject({
      refusal: "unknown_section",
    });
    expect(await reportWater(chief, { ...report, provinces: ["320000"] })).toMatchObject({
      refusal: "unknown_section",
    });
  });
  it("send a team, follow it, and never bring it back from withdrawal", async () => {
    const sent = await deploy(chief, {
      kindId: "rescue_force",
      count: "20",
      from: "湖南省防指",
      place: "岳阳市",
      province: "430000",
      mission: "巡堤",
      state: "SENT",
      at: "2024-07-04T18:00:00+08:00",
      source: SOURCE,
    });
    if (!sent.ok) throw new Error(sent.refusal);
    const status = (state: string, at: string) =>
      reportStatus(chief, {
        deploymentId: sent.value.deploymentId,
        province: "430000",
        state,
        at,
        source: SOURCE,
      });
    expect(await status("ARRIVED", "2024-07-04T17:00:00+08:00")).toMatchObject({
      refusal: "before_last_status",
    });
    expect(await status("WITHDRAWN", "2024-07-04T19:00:00+08:00")).toMatchObject({ ok: true });
    expect(await status("WORKING", "2024-07-04T19:30:00+08:00")).toMatchObject({ refusal: "illegal_state" });
    expect(
      await deploy(chief, {
        kindId: "rescue_force",
        count: "-3",
        from: "x",
        place: "y",
        province: "430000",
        mission: "z",
        state: "SENT",
        at: "2024-07-04T18:00:00+08:00",
        source: SOURCE,
      }),
    ).toMatchObject({ fields: { count: "field_number" } });
  });
});

describe("every command for every role", () => {
  const roles = [null, ...Object.keys(ROLES)] as (Role | null)[];
  it.each(COMMANDS.flatMap((command) => roles.map((role) => [command.spec.name, role, command] as const)))(
    "%s as %s",
    async (_name, role, command) => {
      const viewer = role ? viewerWith(role) : { user: null, national: false, provinces: [] };
      const before = Number((await pool.query(`select count(*) from "AuditEntry"`)).rows[0].count);
      const result = await command(viewer, { nonsense: true });
      const allowed = may(viewer, command.spec.may);
      expect(result).toMatchObject({
        ok: false,
        refusal: role === null ? "not_signed_in" : allowed ? "bad_input" : "forbidden",
      });
      expect((await lastAudit()).outcome).toBe(allowed ? "INVALID" : "FORBIDDEN");
      expect(Number((await pool.query(`select count(*) from "AuditEntry"`)).rows[0].count)).toBe(before + 1);
    },
  );
  it("a duty officer acts only for the provinces given", async () => {
    const officer = viewerWith("duty_officer", { provinces: ["430000"] });
    expect(await actOnResponse(officer, act("420000", "RAISE", "II"))).toMatchObject({
      ok: false,
      refusal: "forbidden_province",
    });
    expect(await actOnResponse(officer, act("430000", "MAINTAIN", "II"))).toMatchObject({ ok: true });
  });
  it("a first password must be changed before anything is written", async () => {
    const fresh = viewerWith("chief");
    expect(
      await actOnResponse(
        { ...fresh, user: fresh.user && { ...fresh.user, mustChangePassword: true } },
        act("430000", "MAINTAIN", "II"),
      ),
    ).toMatchObject({ refusal: "password_must_change" });
  });
});
