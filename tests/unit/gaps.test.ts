import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Grid } from "@/lib/gaps/near";
import { GapRule } from "@/lib/gaps/record";
import { findGaps, type GapPicture } from "@/lib/gaps/rules";
import { distanceKm } from "@/lib/geo/distance";
import { STANDARD_THRESHOLDS } from "@/lib/settings/thresholds";
import { DeploymentRecord, ResponseRecord, WaterRecord } from "@/lib/snapshot/schema";

const ENGLISH: Record<string, string> = {
  湖南: "Hunan",
  莲花塘: "Lianhuatang",
  国家防总: "State Headquarters",
  应急管理部: "Ministry of Emergency Management",
};
const NOW = "2024-07-04T20:00:00+08:00";
const source = { publisher: "p", title: "t", published: null, url: null, bulletin: null };
const response = (more: object = {}) =>
  ResponseRecord.parse({
    ...{ track: "a|FLOOD|430000|", issuer: "国家防总", issuerEn: "HQ", tier: "NATIONAL", hazard: "FLOOD" },
    ...{ adcode: "430000", province: "湖南", area: null, level: "III", since: "2024-06-26T00:00:00+08:00" },
    ...{ sincePrecision: "DAY", confirmedAt: NOW, confirmedPrecision: "MINUTE", action: "maintain" },
    ...{ certainty: "STATED", window: null, reason: null, contradiction: null, stale: false, source },
    ...more,
  });
const water = (more: object = {}) =>
  WaterRecord.parse({
    ...{ id: "w", name: "莲花塘", nameEn: "Lianhuatang", kind: "station", river: null, adcodes: ["430000"] },
    ...{ lat: 29.48, lon: 113.18, geometry: null, status: "above_warning", trend: null, stage: null },
    ...{ exceedance: null, exceeds: null, at: NOW, precision: "MINUTE", certainty: "STATED", stale: false },
    ...{ source, ...more },
  });
const team = (more: object = {}) =>
  DeploymentRecord.parse({
    ...{ id: "1", kind: "rescue_force", kindName: "救援队伍", kindNameEn: "Force", count: 1, unit: "人" },
    ...{ from: "x", place: "岳阳", adcode: "430600", lat: 29.36, lon: 113.13, mission: "m", status: "sent" },
    ...{ places: [{ name: "岳阳", adcode: "430600", lat: 29.36, lon: 113.13, approximate: false }] },
    ...{ at: NOW, precision: "MINUTE", certainty: "STATED", source, ...more },
  });
const picture = (more: Partial<GapPicture> = {}): GapPicture => ({
  at: Date.parse(NOW),
  responses: [],
  waters: [],
  deployments: [],
  patrols: [],
  outages: [],
  directives: [],
  pointsOf: () => [{ lat: 29.48, lon: 113.18 }],
  provinceName: () => "湖南",
  english: (name) => ENGLISH[name] ?? name,
  staleAfterHours: 24,
  ...more,
});
const rules = (more: Partial<GapPicture>, limits = STANDARD_THRESHOLDS) =>
  findGaps(picture(more), limits).map((gap) => gap.rule);
it("says of each gap where the need is stated", () => {
  const bulletin = { id: "b", span: [3, 9] as [number, number], fact: 2 };
  const said = { ...source, bulletin };
  const gaps = findGaps(
    picture({ responses: [response({ source: said })], waters: [water({ source: said, stale: true })] }),
    STANDARD_THRESHOLDS,
  );
  expect(gaps.length).toBeGreaterThan(2);
  expect(gaps.map((gap) => gap.source?.bulletin?.fact)).toEqual(gaps.map(() => 2));
});

const patrol = (at: string) => ({
  ...{
    id: "1",
    section: "w",
    sectionName: "莲花塘",
    sectionNameEn: "Lianhuatang",
    adcode: "430000",
    at,
    precision: "MINUTE" as const,
  },
  ...{ lengthKm: 1, patrolledKm: null, people: 1, shifts: 1, note: null, source },
});
const outage = (more: object = {}) => ({
  ...{ id: "9", name: "华容县", adcode: "430623", province: "430000", areaId: "430623", ring: null },
  ...{ lat: 29.5, lon: 112.6, cuts: [{ what: "network" as const, until: null }], open: ["network" as const] },
  ...{ since: NOW, sincePrecision: "MINUTE" as const, until: null, people: null, note: null, source },
  help: { there: [], onTheWay: [], nearest: { deployment: "3", km: 12.5 } },
  ...more,
});
const directive = (at: string) => ({
  ...{
    id: "5",
    category: "PATROL" as const,
    text: "t",
    issuer: "应急管理部",
    issuerEn: "Ministry of Emergency Management",
    at,
    precision: "MINUTE" as const,
  },
  ...{ provinces: ["420000", "430000"], everyone: false, progress: [], unanswered: ["430000"], source },
});

describe("a province at level III or graver", () => {
  it("needs a team of its own", () => {
    expect(rules({ responses: [response()] })).toEqual(["province_without_team"]);
    expect(rules({ responses: [response()], deployments: [team()] })).toEqual([]);
    expect(rules({ responses: [response()], deployments: [team({ asset: true })] })).toEqual([
      "province_without_team",
    ]);
    expect(rules({ responses: [response({ level: "IV" })] })).toEqual([]);
    expect(
      rules({ responses: [response({ level: "IV" })] }, { ...STANDARD_THRESHOLDS, teamLevel: "IV" }),
    ).toEqual(["province_without_team"]);
    expect(rules({ responses: [response({ hazard: "DROUGHT" })] })).toEqual([]);
    expect(rules({ responses: [response({ area: { adcode: "430600", name: "岳阳市" } })] })).toEqual([]);
  });
  it("is one gap, told by its gravest level", () => {
    const [gap, ...others] = findGaps(
      picture({ responses: [response(), response({ issuer: "湖南省防指", level: "II", since: null })] }),
      STANDARD_THRESHOLDS,
    );
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      adcode: "430000",
      about: "湖南",
      since: NOW,
      numbers: { level: "II", issuer: "湖南省防指" },
    });
    expect(gap?.explanation).toContain("二级");
  });
});

describe("a section over its mark", () => {
  it("needs a team near it and a patrol of late", () => {
    expect(rules({ waters: [water()] })).toEqual(["water_without_patrol", "water_without_team"]);
    expect(
      rules({ waters: [water()], deployments: [team()], patrols: [patrol("2024-07-04T09:00:00+08:00")] }),
    ).toEqual([]);
    expect(
      rules({ waters: [water()], deployments: [team()], patrols: [patrol("2024-07-04T07:00:00+08:00")] }),
    ).toEqual(["water_without_patrol"]);
    expect(rules({ waters: [water({ status: "normal" })] })).toEqual([]);
  });
  it("is judged by what was heard last: a gauge fresher than the report counts", () => {
    const reading = (state: string, at: string, stale = false) => ({
      ...{ at, stage: 33, flow: null, datum: "吴淞", state, why: null, exceedance: 0.5, mark: null },
      ...{ datumBasis: null, trend: null, trendBasis: null, stale, corrected: false, doubted: false },
      synthetic: false,
      source: { kind: "gauge", name: "g", publisher: null, title: null, published: null, url: null },
    });
    const later = "2024-07-04T19:00:00+08:00";
    const report = { at: "2024-07-03T08:00:00+08:00", stale: true };
    const fallen = water({ ...report, state: "normal", reading: reading("normal", later) });
    expect(rules({ waters: [fallen] })).toEqual([]);
    const risen = water({
      ...{ ...report, status: "normal", state: "above_guarantee" },
      reading: reading("above_guarantee", later),
    });
    const gaps = findGaps(picture({ waters: [risen] }), STANDARD_THRESHOLDS);
    expect(gaps.map((gap) => [gap.rule, gap.numbers.status, gap.since])).toEqual([
      ["water_without_patrol", "above_guarantee", later],
      ["water_without_team", "above_guarantee", later],
    ]);
    const old = water({ ...report, state: "stale", reading: reading("normal", later, true) });
    expect(rules({ waters: [old] })).toEqual([]);
    const quiet = water({ ...report, state: "stale" });
    expect(rules({ waters: [quiet] })).toEqual([
      "water_without_patrol",
      "water_without_team",
      "water_silent",
    ]);
  });
  it("is not near a team that is only somewhere in its province, unless it has no place itself", () => {
    const wide = team({
      places: [{ name: "湖南", adcode: "430000", lat: 29.4, lon: 113.1, approximate: true }],
    });
    const near = patrol("2024-07-04T19:00:00+08:00");
    expect(rules({ waters: [water()], deployments: [wide], patrols: [near] })).toEqual([
      "water_without_team",
    ]);
    expect(rules({ waters: [water()], deployments: [wide], patrols: [near], pointsOf: () => [] })).toEqual(
      [],
    );
  });
  it("counts a team where its own device last was", () => {
    const far = team({ position: { lat: 26, lon: 111, at: NOW } });
    const [, gap] = findGaps(picture({ waters: [water()], deployments: [far] }), STANDARD_THRESHOLDS);
    expect(gap).toMatchObject({
      rule: "water_without_team",
      numbers: { nearestKm: null, searchedKm: 200, inProvince: 1 },
    });
  });
});

describe("the other needs", () => {
  it("are a cut network, an order unanswered, and silence", () => {
    expect(rules({ outages: [outage()] })).toEqual(["outage_without_asset"]);
    expect(rules({ outages: [outage({ open: ["road"] })] })).toEqual([]);
    expect(rules({ outages: [outage({ help: { there: [], onTheWay: ["1"], nearest: null } })] })).toEqual([]);
    expect(rules({ directives: [directive("2024-07-03T19:00:00+08:00")] })).toEqual(["directive_unanswered"]);
    expect(rules({ directives: [directive("2024-07-03T21:00:00+08:00")] })).toEqual([]);
    expect(rules({ responses: [response({ level: "IV", stale: true })] })).toEqual(["level_silent"]);
    expect(rules({ waters: [water({ stale: true, status: "unknown" })] })).toEqual(["water_silent"]);
  });
  it("are explained in both languages, with what closes them, and change by no mere passing of time", () => {
    const all = picture({
      responses: [response(), response({ track: "b", level: "IV", stale: true })],
      waters: [water(), water({ id: "v", stale: true })],
      outages: [outage()],
      directives: [directive("2024-07-01T19:00:00+08:00")],
    });
    const gaps = findGaps(all, STANDARD_THRESHOLDS);
    expect(new Set(gaps.map((gap) => gap.rule))).toEqual(new Set(GapRule.options));
    for (const gap of gaps)
      for (const words of [gap.explanation, gap.explanationEn, gap.closes, gap.closesEn]) {
        expect(words.length).toBeGreaterThan(5);
        expect(words).not.toMatch(/undefined|NaN|\[object/);
      }
    for (const gap of gaps.filter((one) => one.rule !== "outage_without_asset"))
      expect(`${gap.aboutEn} ${gap.explanationEn} ${gap.closesEn}`).not.toMatch(/\p{Script=Han}/u);
    expect(findGaps({ ...all, at: all.at + 60_000 }, STANDARD_THRESHOLDS)).toEqual(gaps);
  });
});

describe("the grid", () => {
  const position = fc.record({
    lat: fc.double({ min: 18, max: 53.9, noNaN: true }),
    lon: fc.double({ min: 74, max: 134, noNaN: true }),
  });
  it("finds the same nearest position as looking at all of them, as far as it looks", () => {
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 60 }),
        position,
        fc.constantFrom(20, 50, 120),
        (all, point, km) => {
          const best = Math.min(...all.map((one) => distanceKm(point, one)));
          const found = new Grid(all, km).nearest([point], 4);
          return best <= 4 * km
            ? found !== null && Math.abs(found - best) < 1e-9
            : found === null || found >= best - 1e-9;
        },
      ),
      { numRuns: 500 },
    );
  });
});
