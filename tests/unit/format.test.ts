import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { worldTime } from "@/lib/clock";
import { isoTime, parseTime, showFullTime, showNumber, showTime } from "@/lib/format";
import { provinceNames } from "@/lib/provinces/list";

const EVENING = Date.parse("2024-07-04T20:00:00+08:00");

describe("time", () => {
  it("writes China Standard Time with its offset whatever the machine's zone", () => {
    expect(process.env.TZ).toBe("Asia/Kathmandu");
    expect(isoTime(EVENING)).toBe("2024-07-04T20:00:00+08:00");
    expect(isoTime(EVENING + 7)).toBe("2024-07-04T20:00:00.007+08:00");
  });
  it("shows it in both languages, and leaves out an hour that was not printed", () => {
    expect(showTime(EVENING, "zh")).toBe("7月4日 20:00");
    expect(showTime(EVENING, "en")).toBe("4 Jul 20:00 CST");
    expect(showTime(EVENING, "zh", "DAY")).toBe("7月4日");
    expect(showFullTime(EVENING, "zh")).toBe("2024年7月4日 20:00");
    expect(showFullTime(EVENING, "en")).toBe("4 Jul 2024 20:00 CST");
    expect(showFullTime(EVENING, "en", "DAY")).toBe("4 Jul 2024");
  });
  it("reads back every instant it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse("1950-01-02"), max: Date.parse("2199-01-01") }), (ms) => {
        expect(parseTime(isoTime(ms))?.ms).toBe(ms);
      }),
    );
  });
  it.each([
    "",
    "yesterday",
    "2024-02-30",
    "2024-13-01",
    "2024-07-04T20:00",
    "20240704",
    "2024-07-04T25:00+08:00",
    "9999999999",
  ])("refuses %s", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
  it("takes a date as its first minute in China, and says so", () => {
    expect(parseTime("2024-07-04")).toEqual({ ms: Date.parse("2024-07-03T16:00:00Z"), precision: "DAY" });
  });
});

describe("clock", () => {
  const setAt = "2026-01-01T00:00:00+08:00";
  it("stands still, runs, or is real", () => {
    const real = Date.parse(setAt) + 60_000;
    expect(worldTime({ mode: "exercise", now: isoTime(EVENING), setAt, rate: 0 }, real)).toBe(EVENING);
    expect(worldTime({ mode: "exercise", now: isoTime(EVENING), setAt, rate: 60 }, real)).toBe(
      EVENING + 3_600_000,
    );
    expect(worldTime({ mode: "live" }, real)).toBe(real);
  });
});

it("writes numbers with a true minus and grouping", () => {
  expect(showNumber(-0.94, "zh", 2)).toBe("−0.94");
  expect(showNumber(100000, "en")).toBe("100,000");
});

it("names provinces by their codes, in the reader's language", () => {
  expect(provinceNames("430000、420000", "zh")).toBe("湖南、湖北");
  expect(provinceNames("430000、420000", "en")).toBe("Hunan, Hubei");
  expect(provinceNames("—", "en")).toBe("—");
});
