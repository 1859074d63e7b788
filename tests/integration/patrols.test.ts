import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { refresh } from "@/lib/live/listen";
import { recordPatrol, reportDanger } from "@/lib/patrols/commands";
import { ownDatabase, value, viewerWith } from "./database";
import { now } from "./now";

const rows = ownDatabase();
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer", { provinces: ["430000"] });

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
    expect((await rows(`select count(*) from "PatrolReport" where "lengthKm" is not null`))[0].count).toBe(
      "1",
    );
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
