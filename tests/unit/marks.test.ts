import { describe, expect, it } from "vitest";
import { datumNamed } from "@/lib/waters/datums";
import { contradicts, judge, type Mark, marksAt, shownState, timesOver, trendOf } from "@/lib/waters/rules";

const HOUR = 3_600_000;
const AT = Date.parse("2024-07-04T20:00:00+08:00");
const mark = (kind: Mark["kind"], stage: number, more: Partial<Mark> = {}): Mark => ({
  kind,
  stage,
  datum: 0,
  validFrom: null,
  ...more,
});
const MARKS = [mark("guard", 25), mark("warning", 27.3), mark("guarantee", 29.73), mark("record", 29.9)];
const at = (stage: number | null, datum = 0) => ({ stage, datum, at: AT });

describe("a stage against the marks of its day", () => {
  it.each([
    [26.79, "normal", -0.51],
    [26.8, "near_warning", -0.5],
    [27.29, "near_warning", -0.01],
    [27.3, "above_warning", 0],
    [28, "above_warning", 0.7],
    [29.73, "above_guarantee", 0],
    [29.9, "above_guarantee", 0.17],
    [29.91, "above_record", 0.01],
  ])("%d m is %s by %d m", (stage, state, exceedance) => {
    expect(judge(at(stage), MARKS)).toMatchObject({ state, exceedance, datumBasis: "assumed" });
  });
  it("judges a reservoir by its flood limit", () => {
    const marks = [mark("flood_limit", 145)];
    expect([144.9, 145, 161.1].map((stage) => judge(at(stage), marks).state)).toEqual([
      "normal",
      "normal",
      "above_flood_limit",
    ]);
  });
  it("takes the mark that held on the day", () => {
    const raised = [
      mark("warning", 32.5),
      mark("warning", 33, { validFrom: Date.parse("2024-01-01T00:00:00+08:00") }),
    ];
    expect(marksAt(raised, AT)).toMatchObject([{ stage: 33 }]);
    expect(judge(at(32.8), raised).state).toBe("near_warning");
    expect(judge({ ...at(32.8), at: Date.parse("2020-07-08T08:00:00+08:00") }, raised)).toMatchObject({
      state: "above_warning",
      exceedance: 0.3,
    });
  });
  it("never compares two stated datums that differ", () => {
    const marks = [mark("warning", 27.3, { datum: 1 })];
    expect(judge(at(28, 3), marks)).toMatchObject({
      state: "datum_differs",
      why: "datum_differs",
      exceedance: null,
      datumBasis: "differs",
    });
    expect(judge(at(28, 1), marks)).toMatchObject({ state: "above_warning", datumBasis: "same" });
    expect(judge(at(28, 0), marks)).toMatchObject({ state: "above_warning", datumBasis: "assumed" });
  });
  it("says what it does not know", () => {
    expect(judge(at(28), [])).toMatchObject({ state: "unknown", why: "no_mark" });
    expect(judge(at(null), MARKS)).toMatchObject({ state: "unknown", why: "no_stage" });
    expect(judge(at(40), [mark("guarantee", 40.52)])).toMatchObject({
      state: "unknown",
      why: "no_mark",
      exceedance: -0.52,
    });
    expect(judge(at(40), [mark("record", 41)]).state).toBe("unknown");
  });
});

describe("trend", () => {
  it.each([
    [0.01, "steady"],
    [0.02, "rising"],
    [-0.5, "falling"],
  ])("a change of %d m is %s", (change, trend) => {
    expect(trendOf({ at: AT, stage: 28 + change }, { at: AT - 3 * HOUR, stage: 28 })).toMatchObject({
      trend,
      hours: 3,
    });
  });
  it("is not read over less than 3 or more than 24 hours", () => {
    expect(trendOf({ at: AT, stage: 28 }, { at: AT - 2 * HOUR, stage: 20 })).toBeNull();
    expect(trendOf({ at: AT, stage: 28 }, { at: AT - 25 * HOUR, stage: 20 })).toBeNull();
    expect(trendOf({ at: AT, stage: 28 }, null)).toBeNull();
  });
});

describe("report and gauge side by side", () => {
  const report = (status: string, hours = 1) => ({
    status,
    at: AT - hours * HOUR,
    precision: "MINUTE" as const,
  });
  it.each([
    ["above_guarantee", "above_warning", true],
    ["above_warning", "near_warning", true],
    ["normal", "above_warning", true],
    ["above_warning", "above_guarantee", false],
    ["normal", "near_warning", false],
    ["unknown", "above_warning", false],
    ["above_warning", "datum_differs", false],
  ])("%s said, %s measured: contradiction %s", (said, state, expected) => {
    expect(contradicts(report(said), { state, at: AT })).toBe(expected);
  });
  it("are not held against each other a day apart", () => {
    expect(contradicts(report("above_guarantee", 30), { state: "normal", at: AT })).toBe(false);
  });
  it("show the younger one that is not stale", () => {
    const said = {
      status: "above_warning" as const,
      at: AT - HOUR,
      precision: "MINUTE" as const,
      stale: false,
    };
    const measured = { state: "normal" as const, at: AT - 2 * HOUR, stale: false };
    expect(shownState(said, measured, AT)).toBe("above_warning");
    expect(shownState(said, { ...measured, at: AT }, AT)).toBe("normal");
    expect(shownState({ ...said, stale: true }, measured, AT)).toBe("normal");
    expect(shownState({ ...said, stale: true }, { ...measured, stale: true }, AT)).toBe("stale");
    expect(shownState(said, { ...measured, state: "datum_differs", at: AT }, AT)).toBe("above_warning");
    expect(shownState(null, { ...measured, state: "datum_differs" }, AT)).toBe("datum_differs");
    expect(shownState(null, null, AT)).toBe("no_reading");
  });
});

it("tells how long a water stood over a stage, and breaks at gaps", () => {
  const stage = [27, 27.4, 27.9, 27.2, 27.5, Number.NaN, 28.1, 28.2];
  const hours = [0, 1, 2, 3, 4, 4.5, 5, 20];
  const series = { length: stage.length, at: hours.map((hour) => hour * HOUR), stage };
  expect(timesOver(series, 27.3, 6 * HOUR)).toEqual([
    { from: HOUR, to: 3 * HOUR, highest: 27.9, highestAt: 2 * HOUR },
    { from: 4 * HOUR, to: 5 * HOUR, highest: 28.1, highestAt: 5 * HOUR },
    { from: 20 * HOUR, to: null, highest: 28.2, highestAt: 20 * HOUR },
  ]);
  expect(timesOver(series, 27.3, 6 * HOUR, (i) => i > 6)).toHaveLength(1);
});

it("knows a datum by its other names", () => {
  expect(
    ["冻结吴淞", "吴淞（冻结）", " 85 高程 ", "珠基", "", "not stated in the source"].map(
      (name) => datumNamed(name)?.code,
    ),
  ).toEqual(["wusong_frozen", "wusong_frozen", "cgvd1985", "zhujiang", "not_stated", "not_stated"]);
  expect(datumNamed("月球")).toBeUndefined();
});
