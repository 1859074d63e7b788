import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoTime } from "@/lib/format";
import { ResponseLevel } from "@/lib/responses/levels";
import { Hazard } from "@/lib/responses/schema";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import { countByLevel, levelByProvince } from "@/lib/view/rules";
import { DEFAULT_HAZARDS, LAYERS, parseView, type View, viewParams } from "@/lib/view/schema";

const record = (
  adcode: string,
  level: ResponseLevel,
  area: ResponseRecord["area"] = null,
): ResponseRecord => ({
  track: adcode + level,
  issuer: "国家防总",
  issuerEn: "HQ",
  tier: "NATIONAL",
  hazard: "FLOOD",
  adcode,
  province: adcode,
  area,
  level,
  since: null,
  sincePrecision: "DAY",
  confirmedAt: "",
  confirmedPrecision: "DAY",
  action: "maintain",
  certainty: "STATED",
  window: null,
  reason: null,
  contradiction: null,
  stale: false,
  source: { publisher: "", title: "", published: null, url: null, bulletin: null },
});

describe("the address", () => {
  it("keeps every view", () => {
    const view: fc.Arbitrary<View> = fc.record({
      provinces: fc.uniqueArray(fc.constantFrom("430000", "420000", "110000")),
      levels: fc.uniqueArray(fc.constantFrom(...ResponseLevel.options)),
      hazards: fc.subarray([...Hazard.options], { minLength: 1 }),
      issuer: fc.constantFrom("国家防总", "水利部", "highest"),
      at: fc.option(fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map((s) => s * 1000)),
      position: fc.constant(null),
      patterns: fc.boolean(),
      layers: fc.subarray([...LAYERS]),
    });
    fc.assert(
      fc.property(view, (before) => {
        const params = new URLSearchParams(viewParams(before, isoTime).toString());
        expect(parseView((key) => params.get(key))).toEqual(before);
      }),
    );
  });
  it("never fails on what strangers put there", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const view = parseView(() => text);
        expect(view.hazards.length).toBeGreaterThan(0);
        expect(view.provinces.every((code) => /^\d{6}$/.test(code))).toBe(true);
      }),
    );
    expect(parseView(() => null)).toMatchObject({ hazards: DEFAULT_HAZARDS, issuer: "国家防总", at: null });
  });
});

describe("what colours a province", () => {
  it("is the gravest order for all of it, never one for a part", () => {
    const levels = levelByProvince([
      record("430000", "III"),
      record("430000", "IV"),
      record("350000", "I", { adcode: "350824", name: "武平县" }),
    ]);
    expect(levels.get("430000")?.level).toBe("III");
    expect(levels.has("350000")).toBe(false);
    expect(countByLevel([record("430000", "III"), record("420000", "III")])).toEqual({
      I: 0,
      II: 0,
      III: 2,
      IV: 0,
    });
  });
});
