import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { deploy, reportStatus } from "@/lib/deployments/commands";
import { refresh } from "@/lib/live/listen";
import { recordOutage, restoreOutage } from "@/lib/outages/commands";
import { ownDatabase, SOURCE, value, viewerWith } from "./database";
import { at, now } from "./now";

ownDatabase();
const chief = viewerWith("chief");
const officer = viewerWith("duty_officer", { provinces: ["430000"] });

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
