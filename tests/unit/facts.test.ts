import { expect, it } from "vitest";
import { FACT_KINDS, provincesOf } from "@/lib/bulletins/facts";
import { filterParams, parseFilter } from "@/lib/bulletins/filter";
import { groupsBy } from "@/lib/bulletins/groups";
import { mayShowWhole } from "@/lib/bulletins/rights";
import { saidBy } from "@/lib/bulletins/saying";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh.json";
import type { Reference } from "@/lib/snapshot/log";
import type { FactEvent } from "@/lib/snapshot/publications";

const at = Date.parse("2024-07-04T19:00:00+08:00");
const recorded = {
  id: 1,
  recordedAt: at,
  supersedesId: null,
  withdrawn: false,
  source: { publisher: "p", title: "t", published: null, url: null, bulletin: null },
};
const reference: Reference = {
  provinces: new Map(),
  areas: new Map(),
  issuers: new Map(),
  sections: new Map(),
  kinds: new Map(),
};
const EVENTS: FactEvent[] = [
  {
    kind: "OUTAGE",
    event: {
      ...recorded,
      name: "团洲乡",
      province: "430000",
      areaId: "430623",
      ring: null,
      lat: null,
      lon: null,
      cuts: ["ROAD", "POWER"],
      since: at,
      sincePrecision: "MINUTE",
      people: 120,
      note: null,
    },
  },
  {
    kind: "DANGER",
    event: {
      ...recorded,
      ...{ sectionId: "dongtinghu", province: "430000", at, precision: "MINUTE", note: null },
      ...{ lengthKm: null, patrolledKm: null, people: null, shifts: null },
      dangers: [
        {
          ...{ id: 1, kind: "PIPING", grade: "MAJOR", place: "团洲垸一线堤防", lat: null, lon: null },
          ...{ foundAt: at, precision: "MINUTE", photoId: null },
        },
      ],
    },
  },
  {
    kind: "FORECAST",
    event: {
      ...recorded,
      issuedAt: at,
      from: at,
      fromPrecision: "DAY",
      to: null,
      toPrecision: "DAY",
      intensity: "大雨或暴雨",
      grade: "STORM",
      provinces: ["510000"],
      note: null,
      areas: [{ text: "四川东部", part: null, adcodes: ["511700"], approximate: true, rule: "half" }],
    },
  },
  {
    kind: "CONSULTATION",
    event: {
      ...recorded,
      kind: "VIDEO",
      at,
      precision: "DAY",
      ledBy: ["国家防总办公室"],
      provinces: ["420000", "360000"],
      decisions: null,
    },
  },
  {
    kind: "DIRECTIVE",
    event: {
      ...recorded,
      category: "PATROL",
      text: "加强巡查防守",
      issuer: "国家防总",
      at,
      precision: "DAY",
      provinces: [],
    },
  },
];

it("says of each kind what it is, when, and of which provinces", () => {
  expect(EVENTS.map((event) => saidBy(event, reference))).toMatchObject([
    { kind: "OUTAGE", at: "2024-07-04T19:00:00+08:00", cuts: ["ROAD", "POWER"], people: 120 },
    { kind: "DANGER", section: "dongtinghu", dangers: [{ danger: "PIPING", grade: "MAJOR" }] },
    { kind: "FORECAST", areas: ["四川东部"], intensity: "大雨或暴雨", to: null },
    { kind: "CONSULTATION", form: "video", ledBy: ["国家防总办公室"] },
    { kind: "DIRECTIVE", category: "PATROL", text: "加强巡查防守" },
  ]);
  expect(EVENTS.map((event) => provincesOf(saidBy(event, reference)))).toEqual([
    ["430000"],
    ["430000"],
    ["510000"],
    ["420000", "360000"],
    [],
  ]);
});

it("has a word for every kind in both languages", () => {
  for (const kind of FACT_KINDS)
    for (const messages of [zh, en]) expect(messages.bulletins.kind).toHaveProperty(kind);
});

it("reads a filter from an address and writes it back; what it does not understand it names", () => {
  const query = new URLSearchParams("from=2024-07-01&province=430000&publisher=新华社&to=&after=x&page=3");
  const { filter, wrong } = parseFilter((key) => query.get(key));
  expect(filter).toEqual({
    from: "2024-07-01",
    to: null,
    publisher: "新华社",
    province: "430000",
    after: null,
  });
  expect(wrong).toEqual(["after"]);
  expect(parseFilter((key) => new URLSearchParams(filterParams(filter)).get(key)).filter).toEqual(filter);
  expect(filterParams({})).toBe("");
});

it("shows a whole text only of who is named, unless all are", () => {
  expect(mayShowWhole({ all: false, publishers: ["甲"] }, "甲")).toBe(true);
  expect(mayShowWhole({ all: false, publishers: ["甲"] }, "甲报")).toBe(false);
  expect(mayShowWhole({ all: true, publishers: [] }, "乙")).toBe(true);
});

it("keeps groups and their items in order", () => {
  expect(groupsBy([3, 1, 5, 2], (n) => n % 2)).toEqual([
    [1, [3, 1, 5]],
    [0, [2]],
  ]);
});
