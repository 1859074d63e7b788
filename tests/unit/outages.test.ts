import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directiveMatrix } from "@/lib/directives/matrix";
import { endOf, geohazardWatches, stateAt } from "@/lib/forecasts/rules";
import { helpFor } from "@/lib/outages/help";
import { endOfOutage, middleOf, restoredAt, seasonLine } from "@/lib/outages/rules";
import { Cut, OutageInput } from "@/lib/outages/schema";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("an area drawn", () => {
  const ring = (...corners: [number, number][]) =>
    OutageInput.safeParse({
      ...{ province: "420000", name: "垸区", cuts: ["ROAD"], since: "2024-07-04", ring: corners },
      source: { publisher: "p", title: "t" },
    }).error?.issues[0]?.message;
  it("may turn in but not cross itself", () => {
    expect(ring([113, 30], [114, 30], [114, 31])).toBeUndefined();
    expect(ring([113, 30], [114, 30], [113.2, 30.2], [113, 31])).toBeUndefined();
    expect(ring([113, 30], [114, 31], [114, 30], [113, 31])).toBe("field_ring_crosses");
    expect(ring([113, 30], [114, 30])).toBe("field_ring");
  });
});

describe("an outage", () => {
  it("ends when the last of its cuts works again, and not before", () => {
    const cuts = ["ROAD", "NETWORK"] as const;
    expect(endOfOutage(cuts, [])).toBeNull();
    expect(endOfOutage(cuts, [{ cuts: ["ROAD"], at: 5 }])).toBeNull();
    expect(
      endOfOutage(cuts, [
        { cuts: ["ROAD"], at: 5 },
        { cuts: ["NETWORK"], at: 9 },
      ]),
    ).toBe(9);
    expect(restoredAt(cuts, [{ cuts: ["ROAD"], at: 5 }]).get("NETWORK")).toBeNull();
  });
  it("never ends before any restoration of what was cut", () => {
    const some = fc.subarray([...Cut.options], { minLength: 1 });
    fc.assert(
      fc.property(some, fc.array(fc.record({ cuts: some, at: fc.nat() })), (cuts, restorations) => {
        const end = endOfOutage(cuts, restorations);
        return (
          end === null ||
          cuts.every((cut) => restorations.some((one) => one.cuts.includes(cut) && one.at <= end))
        );
      }),
    );
  });
  it("lies in the middle of what was drawn", () => {
    expect(
      middleOf([
        [112, 29],
        [114, 29],
        [114, 30],
        [112, 30],
        [112, 29],
      ]),
    ).toEqual({ lon: 113, lat: 29.5 });
    expect(
      middleOf([
        [112, 29],
        [112, 29],
        [112, 29],
        [112, 29],
      ]),
    ).toEqual({ lon: 112, lat: 29 });
  });
});

describe("help for a place cut off", () => {
  const place = { adcode: "430623", lat: 29.5, lon: 112.6 };
  const asset = (
    id: string,
    status: string,
    adcode: string | null,
    lat: number | null,
    lon: number | null,
  ) => ({
    ...{ id, status, position: null },
    places: [{ adcode, lat, lon }],
  });
  it("is there by code or distance, on its way, or only near", () => {
    const help = helpFor(
      place,
      [
        asset("county", "arrived", "430623", null, null),
        asset("prefecture", "working", "430600", null, null),
        asset("beside", "arrived", "430600", 29.55, 112.65),
        asset("sent", "sent", "430623", null, null),
        asset("province", "arrived", "430000", 28.2, 112.9),
        asset("far", "arrived", "420100", 30.6, 114.3),
        asset("nowhere", "prepositioned", null, null, null),
      ],
      20,
    );
    expect(help).toMatchObject({ there: ["county", "prefecture", "beside"], onTheWay: ["sent"] });
    expect(help.nearest?.deployment).toBe("province");
    expect(help.nearest?.km).toBeCloseTo(147.4, 0);
  });
});

describe("the season's line", () => {
  it("is computed from the losses: the longest of them, still running or over", () => {
    expect(seasonLine([], 10 * HOUR, 6)).toEqual({
      outages: 0,
      longestHours: 0,
      longest: null,
      longLoss: false,
    });
    const losses = [
      { id: "a", since: 0, until: 2 * HOUR },
      { id: "b", since: 5 * HOUR, until: null },
      { id: "later", since: 99 * HOUR, until: null },
    ];
    expect(seasonLine(losses, 10 * HOUR, 6)).toEqual({
      outages: 2,
      longestHours: 5,
      longest: "b",
      longLoss: false,
    });
    expect(seasonLine(losses, 11 * HOUR, 6)).toMatchObject({ longestHours: 6, longLoss: true });
  });
});

describe("a forecast's period", () => {
  const day = Date.parse("2024-07-06T00:00:00+08:00");
  it("takes a day to its last moment and an open end for three days", () => {
    const period = { from: day - 2 * DAY, to: day, toPrecision: "DAY" as const };
    expect(endOf(period)).toBe(day + DAY - 1);
    expect(stateAt(period, day + DAY - 1)).toBe("current");
    expect(stateAt(period, day + DAY)).toBe("expired");
    expect(stateAt(period, day - 3 * DAY)).toBe("upcoming");
    expect(endOf({ from: 0, to: null, toPrecision: "DAY" })).toBe(3 * DAY - 1);
    expect(endOf({ from: 0, to: 5, toPrecision: "MINUTE" })).toBe(5);
  });
  it("leaves slopes watched for the days set, from the last rain", () => {
    const rain = (id: number, from: number, to: number, grade: "STORM" | "LIGHT" = "STORM") => ({
      ...{ id, from, to, toPrecision: "MINUTE" as const, grade, provinces: ["510000"] },
    });
    expect(geohazardWatches([rain(1, 0, 10)], 5, 3)).toMatchObject([
      { adcode: "510000", state: "rain", until: 10 + 3 * DAY },
    ]);
    expect(geohazardWatches([rain(1, 0, 10)], 10 + 3 * DAY, 3)).toMatchObject([{ state: "lag" }]);
    expect(geohazardWatches([rain(1, 0, 10)], 11 + 3 * DAY, 3)).toEqual([]);
    expect(geohazardWatches([rain(1, 0, 10, "LIGHT")], 5, 3)).toEqual([]);
    expect(geohazardWatches([rain(1, 0, 10), rain(2, 0, 90)], 50, 3)).toMatchObject([
      { state: "rain", rainUntil: 90, forecasts: [1, 2] },
    ]);
  });
});

it("sets provinces against directives, those that owe most first", () => {
  const source = { publisher: "p", title: "t", published: null, url: null, bulletin: null };
  const answer = {
    id: "1",
    adcode: "420000",
    state: "done" as const,
    at: "2024-07-04T01:00:00+08:00",
    precision: "MINUTE" as const,
    figures: [],
    note: null,
    source,
  };
  const directive = (id: string, provinces: string[], progress: (typeof answer)[]) => ({
    ...{
      id,
      category: "PATROL" as const,
      text: "t",
      issuer: "i",
      issuerEn: "",
      at: "2024-07-04T00:00:00+08:00",
    },
    ...{ precision: "MINUTE" as const, provinces, everyone: false, progress, unanswered: [], source },
  });
  const rows = directiveMatrix(
    [directive("1", ["420000", "430000"], [answer]), directive("2", ["430000"], [])],
    Date.parse("2024-07-04T20:30:00+08:00"),
    20,
  );
  expect(rows).toEqual([
    {
      adcode: "430000",
      unanswered: 2,
      cells: [
        { state: "unanswered", hours: 20, late: true },
        { state: "unanswered", hours: 20, late: true },
      ],
    },
    { adcode: "420000", unanswered: 0, cells: [{ state: "done", answer }, { state: "not_addressed" }] },
  ]);
});
