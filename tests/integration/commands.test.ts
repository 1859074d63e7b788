import { describe, expect, it } from "vitest";
import { may, ROLES, type Role } from "@/lib/auth/roles";
import { COMMANDS } from "@/lib/commands";
import { deploy, reportStatus } from "@/lib/deployments/commands";
import { refresh } from "@/lib/live/listen";
import { snapshotNow } from "@/lib/live/store";
import { actOnResponse } from "@/lib/responses/commands";
import { reportWater } from "@/lib/waters/commands";
import { ownDatabase, SOURCE, viewerWith } from "./database";
import { act } from "./response-desk";

const rows = ownDatabase();
const chief = viewerWith("chief");
const lastAudit = async () => (await rows(`select * from "AuditEntry" order by id desc limit 1`))[0];

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
      const before = Number((await rows(`select count(*) from "AuditEntry"`))[0].count);
      const result = await command(viewer, { nonsense: true });
      const allowed = may(viewer, command.spec.may);
      expect(result).toMatchObject({
        ok: false,
        refusal: role === null ? "not_signed_in" : allowed ? "bad_input" : "forbidden",
      });
      expect((await lastAudit()).outcome).toBe(allowed ? "INVALID" : "FORBIDDEN");
      expect(Number((await rows(`select count(*) from "AuditEntry"`))[0].count)).toBe(before + 1);
    },
  );
  it("a duty officer acts only for the provinces given", async () => {
    const officer = viewerWith("duty_officer", { provinces: ["430000"] });
    expect(await actOnResponse(officer, act("420000", "RAISE", "II"))).toMatchObject({
      ok: false,
      refusal: "forbidden_province",
    });
    expect(await actOnResponse(officer, act("430000", "MAINTAIN", "III"))).toMatchObject({ ok: true });
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
