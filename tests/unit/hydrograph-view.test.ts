import { describe, expect, it } from "vitest";
import { isoTime } from "@/lib/format";
import {
  chartRows,
  markLines,
  otherDatum,
  overByMark,
  sameDatum,
  spellSpan,
  spreadLabels,
  stageDomain,
  stageTicks,
  timeTicks,
  withYear,
} from "@/lib/waters/chart";
import type { HydrographReading } from "@/lib/waters/hydrograph-schema";
import { otherYears, parseRange, shifted, spanOf } from "@/lib/waters/ranges";
import type { MarkRecord } from "@/lib/waters/schema";

const at = (text: string) => Date.parse(`2024-${text}+08:00`);
const WUSONG = "冻结吴淞";
const reading = (
  time: string,
  stage: number | null,
  gap = false,
  datum: string | null = null,
): HydrographReading => ({
  at: `2024-${time}+08:00`,
  stage,
  flow: null,
  gap,
  datum,
  doubted: false,
});
const mark = (part: Partial<MarkRecord>): MarkRecord => ({
  kind: "warning",
  stage: 27.3,
  datum: "冻结吴淞",
  validFrom: null,
  status: "sourced",
  note: null,
  source: { publisher: "test", title: "test", published: null, url: null },
  ...part,
});

describe("ranges", () => {
  const now = at("07-04T20:00:00");
  it("end at the clock's now; the season is May to September in China", () => {
    expect(spanOf("24h", now, null)).toEqual({ from: at("07-03T20:00:00"), to: now });
    expect(spanOf("season", now, null)).toEqual({ from: at("05-01T00:00:00"), to: at("10-01T00:00:00") });
    expect(spanOf("all", now, null)).toBeUndefined();
    expect(spanOf("all", now, { first: 0, last: 5 })).toMatchObject({ from: 0 });
  });
  it("are read from any address", () => {
    expect(parseRange("season")).toBe("season");
    expect(parseRange("forever")).toBe("7d");
    expect(parseRange(null)).toBe("7d");
  });
  it("move to the same days of other years, leap day and all", () => {
    expect(isoTime(shifted(at("07-04T20:00:00"), -1))).toBe("2023-07-04T20:00:00+08:00");
    expect(isoTime(shifted(at("02-29T06:00:00"), -1))).toBe("2023-03-01T06:00:00+08:00");
  });
  it("offer only years that have readings", () => {
    const span = { from: at("05-01T00:00:00"), to: at("10-01T00:00:00") };
    const extent = { first: Date.parse("2022-06-01T00:00:00+08:00"), last: now };
    expect(otherYears(span, extent, 4)).toEqual([-1, -2]);
    expect(otherYears(span, null, 4)).toEqual([]);
    expect(otherYears({ from: 0, to: now }, extent, 4)).toEqual([]);
  });
});

describe("the rows of a chart", () => {
  it("part at a gap, and mark what stands alone", () => {
    const rows = chartRows(
      [
        reading("07-01T00:00:00", 1),
        reading("07-01T01:00:00", 2),
        reading("07-02T00:00:00", 3, true),
        reading("07-03T00:00:00", 4, true),
      ],
      WUSONG,
    );
    expect(rows.map(({ stage }) => stage)).toEqual([1, 2, null, 3, null, 4]);
    expect(rows.filter(({ alone }) => alone).map(({ stage }) => stage)).toEqual([3, 4]);
  });
  it("leave out what stands on another zero, and join nothing across it", () => {
    const readings = [
      reading("07-01T00:00:00", 1),
      reading("07-01T01:00:00", 1.1, false, "未说明"),
      reading("07-01T02:00:00", 30, false, "珠基"),
      reading("07-01T03:00:00", 1.2),
    ];
    expect(otherDatum(readings, WUSONG)).toEqual([readings[2]]);
    expect(chartRows(readings, WUSONG).map(({ stage }) => stage)).toEqual([1, 1.1, null, 1.2]);
    const year = { readings: [reading("07-01T00:00:00", 30), reading("07-02T00:00:00", 1, true, WUSONG)] };
    const rows = withYear([], "2023", { ...year, datum: "珠基" }, 0, WUSONG);
    expect(rows.map((row) => row.others["2023"])).toEqual([1]);
  });
  it("take another year's readings in without mixing the two", () => {
    const rows = withYear(
      chartRows([reading("07-01T00:00:00", 1)], WUSONG),
      "2023",
      { readings: [reading("06-30T00:00:00", 9)], datum: WUSONG },
      86_400_000,
      WUSONG,
    );
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.others["2023"] === 9)).toMatchObject({
      stage: null,
      time: at("07-01T00:00:00"),
    });
  });
});

it("adds up the time over each mark", () => {
  const one = { mark: "warning" as const, stage: 27.3, to: null, hours: 2, highest: 27.5 };
  const over = [
    { ...one, from: "a", highestAt: "a" },
    { ...one, from: "b", highestAt: "b", hours: 3.5, highest: 28 },
    { ...one, from: "c", highestAt: "c", mark: "guarantee" as const, stage: 29.73, hours: 0 },
  ];
  expect(overByMark(over)).toMatchObject([
    { mark: "warning", hours: 5.5, stretches: 2, highest: 28, highestAt: "b" },
    { mark: "guarantee", hours: 0, stretches: 1 },
  ]);
});

describe("marks on a chart", () => {
  const span = { from: at("05-01T00:00:00"), to: at("10-01T00:00:00") };
  it("hold from their day until the next of their kind", () => {
    const lines = markLines([mark({ stage: 32.5 }), mark({ stage: 33, validFrom: "2024-07-01" })], span);
    expect(lines.map(({ mark: { stage }, from, to }) => [stage, from, to])).toEqual([
      [32.5, span.from, at("07-01T00:00:00")],
      [33, at("07-01T00:00:00"), span.to],
    ]);
  });
  it("are left out where they did not hold yet", () =>
    expect(markLines([mark({ validFrom: "2025-01-01" })], span)).toEqual([]));
  it("are never drawn on the axis of another stated datum", () => {
    expect(sameDatum("冻结吴淞", "冻结吴淞")).toBe(true);
    expect(sameDatum("not stated in the source", "冻结吴淞")).toBe(true);
    expect(sameDatum("冻结吴淞", "1985国家高程基准")).toBe(false);
  });
  it("have words that are pushed apart, never the lines", () => {
    const moved = spreadLabels([29.73, 29.73, 27.3], 0.3);
    expect([moved.get(0), moved.get(1), moved.get(2)]).toEqual([0, expect.closeTo(0.3, 6), 0]);
  });
});

describe("days over a mark", () => {
  it("are the stated times where a source gives both", () =>
    expect(
      spellSpan({ from: "2024-07-01T23:40:00+08:00", to: "2024-07-08T07:00:00+08:00", days: 8 }),
    ).toEqual({
      from: at("07-01T23:40:00"),
      to: at("07-08T07:00:00"),
      counted: false,
    }));
  it("are counted back from the end with both ends included, as the sources count", () =>
    expect(spellSpan({ from: null, to: "2024-08-03T23:00:00+08:00", days: 38 })).toEqual({
      from: at("06-27T00:00:00"),
      to: at("08-03T23:00:00"),
      counted: true,
    }));
  it("are nothing when neither end is known", () =>
    expect(spellSpan({ from: null, to: null, days: 8 })).toBeUndefined());
});

describe("axes", () => {
  it("have air and full steps", () => {
    const domain = stageDomain([25, 29.73]);
    expect(domain[0]).toBeLessThan(25);
    expect(domain[1]).toBeGreaterThan(29.73);
    expect(stageTicks(domain)).toEqual([25, 26, 27, 28, 29, 30]);
  });
  it("tell time at full days of China", () => {
    const ticks = timeTicks({ from: at("07-01T05:00:00"), to: at("07-08T05:00:00") }, 8);
    expect(ticks.map((tick) => isoTime(tick).slice(5, 16))[0]).toBe("07-02T00:00");
    expect(ticks).toHaveLength(7);
  });
});
