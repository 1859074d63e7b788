import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK, decimal, hundredths, moment } from "@/lib/readings/values";

describe("values", () => {
  it("reads plain decimals as hundredths, rounded half away from zero", () => {
    expect(
      ["33.1", "33", "-0.05", "0.005", "-1.235", "33.104", "３３．１", " 5 ", "−2.5"].map(hundredths),
    ).toEqual([3310, 3300, -5, 1, -124, 3310, 3310, 500, -250]);
    expect(hundredths("")).toBe(BLANK);
  });
  it.each(["NaN", "Infinity", "-Infinity", "1e999", "1e3", "0x10", "1,5", ".", "-", "1.2.3", "--1", "1 2"])(
    "takes %s for no number",
    (text) => {
      expect(hundredths(text)).toBeNaN();
      expect(decimal(text)).toBeNaN();
    },
  );
  it("reads back every stage a gauge can write", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 900_000 }), (cm) => {
        expect(hundredths((cm / 100).toFixed(2))).toBe(cm === 0 ? 0 : cm);
      }),
    );
  });
  it("never throws and gives a number for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof hundredths(text)).toBe("number");
        expect(typeof decimal(text)).toBe("number");
        expect(["number", "string"]).toContain(typeof moment(text, undefined));
      }),
    );
  });
});

describe("moments", () => {
  const eight = Date.parse("2024-07-04T00:00:00Z");
  it.each([
    "2024-07-04T08:00:00+08:00",
    "2024-07-04T08:00+08:00",
    "2024-07-04 08:00:00+08:00",
    "2024-07-04T00:00:00Z",
    "2024-07-04T00:00Z",
    "2024-07-04T08:00:00.250+08:00",
    "2024/7/4 8:00 +0800",
    "2024年7月4日8时+08:00",
  ])("reads %s", (text) => expect(moment(text, undefined)).toBe(eight));
  it("asks for a zone, or takes the one given for the delivery", () => {
    expect(moment("2024-07-04 08:00", undefined)).toBe("time_without_zone");
    expect(moment("2024-07-04 08:00", 480)).toBe(eight);
  });
  it.each([
    "",
    "yesterday",
    "2024-02-30T08:00:00+08:00",
    "2024-07-04T24:00:00+08:00",
    "2024-07-04T08:60:00+08:00",
    "2024-07-04T08:00:00+99:00",
  ])("takes %j for no time", (text) => expect(moment(text, 480)).toBe("bad_time"));
  it("reads back any second of two centuries in any zone", () => {
    const range = { min: -600_000_000, max: 4_000_000_000, noInvalidDate: true };
    fc.assert(
      fc.property(fc.integer(range), fc.integer({ min: -12 * 60, max: 14 * 60 }), (seconds, offset) => {
        const local = new Date(seconds * 1000 + offset * 60_000).toISOString().slice(0, 19);
        const size = Math.abs(offset);
        const zone = `${offset < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
        expect(moment(local + zone, undefined)).toBe(seconds * 1000);
      }),
    );
  });
});
