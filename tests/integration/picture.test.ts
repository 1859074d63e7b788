import { describe, expect, it } from "vitest";
import { recordForecast } from "@/lib/forecasts/commands";
import { refresh } from "@/lib/live/listen";
import { store } from "@/lib/live/store";
import { Snapshot } from "@/lib/snapshot/schema";
import { ownDatabase, SOURCE, viewerWith } from "./database";
import { at, now } from "./now";

const rows = ownDatabase();
const chief = viewerWith("chief");

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

describe("what commits while the log is read", () => {
  it("is read once", async () => {
    const forecast = () =>
      recordForecast(chief, { from: "2024-07-04", areas: ["湖南"], intensity: "大雨", source: SOURCE });
    await Promise.all(Array.from({ length: 12 }, forecast));
    await refresh();
    const ids = store().log?.domain.forecasts.map((entry) => entry.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(Number((await rows(`select count(*) from "RainForecast"`))[0].count));
  });
});
