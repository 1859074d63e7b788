import { describe, expect, it } from "vitest";
import {
  consultationLikeness,
  dangerLikeness,
  directiveLikeness,
  forecastLikeness,
  outageLikeness,
  sendingLikeness,
} from "@/lib/bulletins/likeness";
import { EMPTY_SOURCE } from "@/lib/responses/schema";

const at = Date.parse("2024-07-04T00:00:00+08:00");
const evening = Date.parse("2024-07-04T20:00:00+08:00");
const row = { id: 1, recordedAt: at, supersedesId: null, withdrawn: false, source: EMPTY_SOURCE };
const DAY = "DAY" as const;
const MINUTE = "MINUTE" as const;

const place = (name: string, adcode: string | null) => ({
  ...{ name, adcode, lat: null, lon: null, approximate: true },
});
const team = {
  ...{ ...row, kindId: "working_group", count: 3, unit: "个", from: "应急管理部", mission: "指导防汛" },
  origin: { name: null, lat: null, lon: null },
  certainty: "STATED" as const,
  places: [place("黄冈", "421100"), place("九江", "360400")],
  statuses: [{ id: 1, state: "SENT", at, precision: DAY, recordedAt: at }],
};
const sent = {
  ...{ kind: "DEPLOYMENT" as const, kindId: "working_group", count: 3, from: "应急管理部", place: "黄冈" },
  ...{ province: "420000", areas: ["421100"], mission: "协助", state: "SENT" as const, at: "2024-07-05" },
};

describe("a team told again", () => {
  const like = (draft: Partial<typeof sent>, of: Partial<typeof team> = {}) =>
    sendingLikeness({ ...sent, ...draft }, { ...team, ...of }, at);

  it("is the same within days, in other words and to some of its places", () => {
    expect(like({})).toBe("same");
    expect(like({ areas: ["421100", "360400"] })).toBe("same");
    expect(like({ at: "2024-07-07" })).toBe("same");
  });
  it("is only alike where a place or a state is new", () => {
    expect(like({ areas: ["421100", "421200"] })).toBe("alike");
    expect(like({}, { statuses: [{ ...team.statuses[0], state: "PREPOSITIONED" } as never] })).toBe("alike");
  });
  it("is another with another number, kind, body or place, or later", () => {
    for (const other of [
      { count: 4 },
      { kindId: "expert_group" },
      { from: "水利部" },
      { areas: ["430600"] },
      { at: "2024-07-08" },
    ])
      expect(like(other), JSON.stringify(other)).toBeNull();
  });
  it("without a code is told by the name of its place", () => {
    const nowhere = { areas: [], province: null as never, place: "重点省份" };
    expect(like(nowhere, { places: [place("重点省份", null)] })).toBe("same");
    expect(like(nowhere, { places: [] })).toBe("same");
    expect(like(nowhere, { places: [place("长江流域", null)] })).toBe("alike");
    expect(like(nowhere)).toBeNull();
  });
});

describe("a place cut off told again", () => {
  const outage = {
    ...{ ...row, name: "团风县", province: "420000", areaId: "421121", ring: null, lat: null, lon: null },
    ...{ cuts: ["ROAD" as const, "NETWORK" as const], since: evening, sincePrecision: MINUTE },
    ...{ people: 32_000, note: null },
  };
  const draft = {
    ...{ kind: "OUTAGE" as const, name: "团风县", province: "420000", areaId: "421121" as string | null },
    ...{ cuts: ["ROAD" as "ROAD" | "POWER"], since: "2024-07-04", until: null as string | null },
    people: null as number | null,
  };
  const like = (more: Partial<typeof draft>) => outageLikeness({ ...draft, ...more }, outage);

  it("is the same when it says no more", () => {
    expect(like({})).toBe("same");
    expect(like({ since: "2024-07-04T20:00:00+08:00", people: 32_000 })).toBe("same");
  });
  it("is only alike with another cut, number, end, hour or area of the name", () => {
    for (const more of [
      { cuts: ["POWER" as const] },
      { people: 40_000 },
      { until: "2024-07-05" },
      { since: "2024-07-04T21:00:00+08:00" },
      { areaId: "421100" },
    ])
      expect(like(more), JSON.stringify(more)).toBe("alike");
  });
  it("is another on another day", () => {
    expect(like({ since: "2024-07-05" })).toBeNull();
  });
});

describe("a danger told again", () => {
  const danger = { id: 7, grade: "LARGE" as const, lat: null, lon: null, foundAt: at, precision: DAY };
  const patrol = {
    ...{ ...row, sectionId: "dongtinghu", province: "430000", at, precision: DAY, note: null },
    ...{ lengthKm: 5, patrolledKm: 5, people: 9, shifts: 3 },
    dangers: [
      { ...danger, id: 6, kind: "CRACK" as const, place: "新河垸堤", photoId: null },
      { ...danger, kind: "PIPING" as const, place: "新河垸堤", photoId: null },
    ],
  };
  const event = { dangerId: 7, at, note: null, recordedAt: at };
  const events = new Map([
    [7, [{ ...event, id: 1, state: "FOUND" as const }]],
    [6, []],
  ]);
  const draft = {
    ...{ kind: "DANGER" as const, sectionId: "dongtinghu", province: "430000", place: "新河垸堤" },
    ...{ danger: "PIPING" as const, dangerGrade: "LARGE" as const, at: "2024-07-04" },
    dangerState: "FOUND" as "FOUND" | "CLEARED",
  };
  it("is the same in its place, kind and grade; a state it was never in is new", () => {
    expect(dangerLikeness(draft, patrol, events)).toBe("same");
    expect(dangerLikeness({ ...draft, dangerState: "CLEARED" }, patrol, events)).toBe("alike");
    expect(dangerLikeness({ ...draft, dangerGrade: null }, patrol, events)).toBe("alike");
    expect(dangerLikeness({ ...draft, place: "别处" }, patrol, events)).toBeNull();
  });
});

describe("rain, consultations and orders told again", () => {
  const forecast = {
    ...{ ...row, issuedAt: at, from: at, fromPrecision: DAY, to: evening, toPrecision: DAY, note: null },
    ...{
      intensity: "大雨或暴雨，局部大暴雨",
      grade: "HEAVY_STORM" as const,
      provinces: ["500000", "510000"],
    },
    areas: ["四川东部", "重庆"].map((text) => ({
      ...{ text, part: null, adcodes: [], approximate: true, rule: null },
    })),
  };
  const rain = {
    ...{ kind: "FORECAST" as const, from: "2024-07-04", to: null as string | null, grade: null },
    ...{ areas: ["重庆"], intensity: "大暴雨" },
  };
  it("are the same rain by its gravest grade, period and areas", () => {
    expect(forecastLikeness(rain, forecast)).toBe("same");
    expect(forecastLikeness({ ...rain, intensity: "特大暴雨" }, forecast)).toBe("alike");
    expect(forecastLikeness({ ...rain, areas: ["重庆", "贵州"] }, forecast)).toBe("alike");
    expect(forecastLikeness({ ...rain, to: "2024-07-06" }, forecast)).toBe("alike");
    expect(forecastLikeness({ ...rain, from: "2024-07-05" }, forecast)).toBeNull();
  });

  const met = {
    ...{ ...row, kind: "VIDEO" as const, at, precision: DAY, ledBy: ["国家防总办公室", "水利部"] },
    ...{ provinces: ["420000", "430000"], decisions: "研判雨情" as string | null },
  };
  const meeting = {
    ...{ kind: "CONSULTATION" as const, form: "VIDEO" as "VIDEO" | "MEETING", at: "2024-07-04" },
    ...{ ledBy: ["国家防总办公室"], provinces: ["430000", "420000"], decisions: "部署抢险" },
  };
  it("are the same consultation in its form, hour, leaders and provinces", () => {
    expect(consultationLikeness(meeting, met)).toBe("same");
    for (const more of [
      { form: "MEETING" as const },
      { at: "2024-07-04T20:00:00+08:00" },
      { ledBy: ["国家防总办公室", "应急管理部"] },
      { provinces: ["420000"] },
    ])
      expect(consultationLikeness({ ...meeting, ...more }, met), JSON.stringify(more)).toBe("alike");
    expect(consultationLikeness(meeting, { ...met, decisions: null })).toBe("alike");
    expect(consultationLikeness({ ...meeting, ledBy: ["应急管理部"] }, met)).toBeNull();
  });

  const order = {
    ...{ ...row, category: "PATROL" as const, text: "加强堤防、水库巡查。", issuer: "水利部" },
    ...{ at, precision: DAY, provinces: [] as string[] },
  };
  const told = {
    ...{
      kind: "DIRECTIVE" as const,
      category: "PATROL" as const,
      text: "加强堤防水库巡查",
      issuer: "水利部",
    },
    ...{ provinces: [] as string[], at: "2024-07-04" },
  };
  it("are the same order of the same body to the same provinces", () => {
    expect(directiveLikeness(told, order)).toBe("same");
    expect(directiveLikeness({ ...told, issuer: "国家防总" }, order)).toBe("alike");
    expect(directiveLikeness({ ...told, provinces: ["430000"] }, order)).toBe("alike");
    expect(directiveLikeness(told, { ...order, provinces: ["430000"] })).toBe("alike");
    expect(directiveLikeness({ ...told, text: "加强堤防巡查" }, order)).toBeNull();
  });
});
