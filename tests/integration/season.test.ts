import { describe, expect, it } from "vitest";
import { snapshotNow } from "@/lib/live/store";
import { ownDatabase } from "./database";

const rows = ownDatabase();

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
    const relief = await rows(
      `select count(*) from "ResponseAction" a join "Issuer" i on i.id = a."issuerId" where i.name like '%减灾%'`,
    );
    expect(relief[0].count).toBe("0");
  });
});
