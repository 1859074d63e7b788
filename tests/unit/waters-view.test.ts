import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thinOut } from "@/components/map/thin-out";
import { pathOf } from "@/components/waters/spark-path";
import { WATER_STYLE } from "@/components/waters/water-style";
import { isoTime } from "@/lib/format";
import { readFrame } from "@/lib/snapshot/frame";
import { WATER_STATES } from "@/lib/waters/schema";
import { latestWord, type Word } from "@/lib/waters/section";
import { BY_GRAVITY, isOver } from "@/lib/waters/states";
import { stripLines } from "@/lib/waters/strip";
import {
  choicesOf,
  parseTableView,
  SORTS,
  sortedBy,
  tableParams,
  tableRows,
  type WaterRow,
} from "@/lib/waters/table";

const word = (part: Partial<Word>): Word => ({
  teller: "gauge",
  at: "2024-07-04T12:00:00+08:00",
  precision: "MINUTE",
  state: "normal",
  stage: 10,
  trend: null,
  exceedance: null,
  exceeds: null,
  trendBasis: null,
  markStatus: null,
  datumAssumed: false,
  stale: false,
  source: { publisher: "test", title: "test", published: null, url: null, bulletin: null },
  ...part,
});
const row = (id: string, part: Partial<WaterRow> = {}): WaterRow => ({
  id,
  name: id,
  nameEn: id,
  kind: "station",
  lat: null,
  lon: null,
  geometry: null,
  state: "normal",
  gauge: null,
  report: null,
  conflict: false,
  synthetic: false,
  river: "长江",
  riverEn: "Yangtze",
  basin: "长江流域",
  adcodes: ["420000"],
  stationCode: null,
  word: null,
  ...part,
});
const view = (query: string) => {
  const params = new URLSearchParams(query);
  return parseTableView((key) => params.get(key));
};

describe("states", () => {
  it("rank, style and know every state there is", () => {
    expect([...BY_GRAVITY].sort()).toEqual([...WATER_STATES].sort());
    expect(Object.keys(WATER_STYLE).sort()).toEqual([...WATER_STATES].sort());
    expect(WATER_STATES.filter(isOver)).toHaveLength(4);
  });
  it("look different from each other by more than colour", () => {
    const looks = WATER_STATES.map((state) => {
      const { weight, dash, mark } = WATER_STYLE[state];
      return `${weight} ${dash} ${mark}`;
    });
    expect(new Set(looks).size).toBe(WATER_STATES.length);
  });
});

describe("the younger word that is not stale stands for a section", () => {
  const gauge = word({ at: "2024-07-04T12:00:00+08:00" });
  const report = word({ teller: "bulletin", at: "2024-07-04T08:00:00+08:00" });
  it("is the gauge's when it is younger", () => expect(latestWord({ gauge, report })).toBe(gauge));
  it("is the bulletin's when the gauge is silent", () =>
    expect(latestWord({ gauge: { ...gauge, stale: true }, report })).toBe(report));
  it("is the only one there is, or none", () => {
    expect(latestWord({ gauge: null, report })).toBe(report);
    expect(latestWord({ gauge: null, report: null })).toBeNull();
  });
});

describe("the table", () => {
  const rows = [
    row("calm", { word: word({ stage: 12 }) }),
    row("warned", { state: "above_warning", word: word({ stage: 28, exceedance: 0.7 }) }),
    row("worse", { state: "above_warning", word: word({ stage: 21, exceedance: 2.5 }) }),
    row("gravest", { state: "above_guarantee", adcodes: ["230000"], basin: "松辽流域" }),
    row("silent", { state: "no_reading", river: null }),
  ];
  const ids = (query: string) => tableRows(rows, view(query)).map(({ id }) => id);
  it("stands by gravity, and by exceedance within it", () =>
    expect(ids("")).toEqual(["gravest", "worse", "warned", "calm", "silent"]));
  it("keeps what has no value last, whichever way it is sorted", () => {
    expect(ids("sort=stage").slice(0, 3)).toEqual(["warned", "worse", "calm"]);
    expect(ids("sort=stage&order=asc").slice(0, 3)).toEqual(["calm", "worse", "warned"]);
    expect(ids("sort=stage&order=asc").slice(3)).toEqual(["gravest", "silent"]);
  });
  it("filters by river, basin, province and state", () => {
    expect(ids("state=above_warning")).toEqual(["worse", "warned"]);
    expect(ids("province=230000")).toEqual(["gravest"]);
    expect(ids(`basin=${encodeURIComponent("松辽流域")}`)).toEqual(["gravest"]);
    expect(ids("river=none")).toEqual([]);
  });
  it("writes its view into the address and reads it back", () => {
    fc.assert(
      fc.property(
        fc.record({
          river: fc.option(fc.constantFrom("长江", "淮河")),
          basin: fc.option(fc.constant("长江流域")),
          province: fc.option(fc.constantFrom("420000", "360000")),
          state: fc.option(fc.constantFrom(...WATER_STATES)),
          made: fc.option(fc.constantFrom("real" as const, "synthetic" as const)),
          sort: fc.constantFrom(...SORTS),
          descending: fc.boolean(),
          page: fc.integer({ min: 1, max: 99 }),
        }),
        (made) => {
          expect(view(tableParams(made).toString())).toEqual(made);
        },
      ),
    );
  });
  it("looks first at what rises, and last where nobody says", () => {
    const trends = ["falling", null, "rising", "steady"] as const;
    const made = trends.map((trend) => row(String(trend), { word: word({ trend }) }));
    expect(tableRows(made, view("sort=trend")).map(({ id }) => id)).toEqual([
      "rising",
      "steady",
      "falling",
      "null",
    ]);
  });
  it("turns round on a second click, and starts a new column its own way", () => {
    const first = sortedBy(view(""), "exceedance");
    expect(first).toMatchObject({ sort: "exceedance", descending: true });
    expect(sortedBy(first, "exceedance").descending).toBe(false);
  });
  it("reads any address without an error", () => {
    fc.assert(fc.property(fc.string(), (text) => void view(text)));
    expect(view("sort=x&state=y&page=-3&order=z&province=abc")).toEqual(view(""));
  });
  it("offers what there is", () => {
    expect(choicesOf(rows)).toMatchObject({
      rivers: ["长江"],
      provinces: ["230000", "420000"],
      synthetic: false,
    });
    expect(choicesOf(rows).states[0]).toBe("above_guarantee");
  });
});

describe("a thinned map", () => {
  const points = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) }),
    {
      maxLength: 200,
    },
  );
  it("loses nothing, keeps the first of what lies together, and draws nothing on each other", () => {
    fc.assert(
      fc.property(points, (all) => {
        const kept = thinOut(
          all.map((point, item) => ({ item, ...point })),
          15,
        );
        expect(kept.flatMap(({ item, hidden }) => [item, ...hidden]).sort((a, b) => a - b)).toEqual(
          all.map((_, i) => i),
        );
        for (const [i, a] of kept.entries())
          for (const b of kept.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(15);
        for (const { item, hidden } of kept) for (const other of hidden) expect(item).toBeLessThan(other);
      }),
    );
  });
});

describe("the cross-section", () => {
  const marks = [
    { kind: "warning", stage: 27.3, status: "sourced" },
    { kind: "guarantee", stage: 29.73, status: "sourced" },
    { kind: "record", stage: 29.73, status: "unverified" },
  ] as const;
  it("is to scale, and its words never lie on each other", () => {
    const strip = stripLines(marks, 28, 250);
    const at = (kind: string) => strip?.lines.find((line) => line.kind === kind);
    const [warning, water, guarantee] = [at("warning"), at("water"), at("guarantee")];
    const metre = ((warning?.y ?? 0) - (guarantee?.y ?? 0)) / (29.73 - 27.3);
    expect((warning?.y ?? 0) - (water?.y ?? 0)).toBeCloseTo(metre * 0.7, 6);
    const places = strip?.lines.map(({ labelY }) => labelY) ?? [];
    expect(places.every((place, i) => i === 0 || place - (places[i - 1] ?? 0) >= 16.9)).toBe(true);
  });
  it("is not drawn of a single level", () => {
    expect(stripLines([], 28, 250)).toBeUndefined();
    expect(stripLines(marks.slice(0, 1), null, 250)).toBeUndefined();
  });
});

describe("a sparkline", () => {
  const from = Date.parse("2024-07-01T00:00:00+08:00");
  const frame = { from, to: from + 86_400_000, width: 96, height: 24 };
  const spark = (hour: number, stage: number | null, gap = false) => ({
    ...{ at: isoTime(from + hour * 3_600_000), stage, flow: null, gap, datum: null, doubted: false },
  });
  it("joins neighbours, and leaves readings beyond a gap as dots", () => {
    const path = pathOf(
      {
        datum: "",
        readings: [spark(0, 1), spark(1, 2), spark(12, 3, true), spark(20, 2, true)],
      },
      frame,
    );
    expect(path?.line.match(/M/g)).toHaveLength(3);
    expect(path?.line.match(/L/g)).toHaveLength(1);
    expect(path?.dots.length).toBeGreaterThanOrEqual(2);
  });
  it("is nothing without a stage", () =>
    expect(pathOf({ datum: "", readings: [spark(0, null)] }, frame)).toBeUndefined());
});

describe("a frame of the live line", () => {
  const frame = {
    version: 3,
    recordedAt: "2024-07-04T20:00:00+08:00",
    revision: "3-abc",
    database: "up",
    clock: { mode: "exercise", now: "2024-07-04T20:00:00+08:00", rate: 0 },
  };
  it("is read as the server writes it, and nothing else is", () => {
    expect(readFrame(JSON.stringify(frame))).toEqual(frame);
    expect(readFrame(JSON.stringify({ ...frame, clock: null }))).toMatchObject({ clock: null });
    for (const wrong of ["", "null", "[]", "{", JSON.stringify({ ...frame, database: "maybe" })])
      expect(readFrame(wrong)).toBeUndefined();
    expect(readFrame(JSON.stringify({ ...frame, clock: { ...frame.clock, mode: "x" } }))).toBeUndefined();
  });
  it("never throws", () => {
    fc.assert(fc.property(fc.json(), (text) => void readFrame(text)));
  });
});
