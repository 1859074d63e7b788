import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deploy } from "@/lib/deployments/commands";
import { refresh } from "@/lib/live/listen";
import { recordOutage } from "@/lib/outages/commands";
import { recordPatrol } from "@/lib/patrols/commands";
import { withdrawEvent } from "@/lib/withdrawals";
import { ownDatabase, SOURCE, value, viewerWith } from "./database";
import { now } from "./now";

ownDatabase();
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer", { provinces: ["430000"] });

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
    const patrol = value(
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
    const [forecast, consultation, directive] = [
      now().forecasts[0],
      now().consultations[0],
      now().directives[0],
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
      ["patrol", patrol.patrolId],
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
