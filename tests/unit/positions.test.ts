import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv, parseGeoJson } from "@/lib/positions/parse";
import { type Fix, judgeFix, plausibleMove } from "@/lib/positions/rules";

const T = Date.parse("2024-07-04T12:00:00+08:00");
const MINUTE = 60_000;

describe("a fix", () => {
  it("is believed where the deployment can have got to, and kept in the order of time", () => {
    const good: Fix[] = [];
    expect(judgeFix(good, { at: T, lat: 30.6, lon: 114.3 }, 400)).toBe("good");
    expect(judgeFix(good, { at: T + 30 * MINUTE, lat: 30.5, lon: 114.5 }, 400)).toBe("good");
    expect(judgeFix(good, { at: T + 10 * MINUTE, lat: 30.6, lon: 114.35 }, 400)).toBe("good");
    expect(good.map((fix) => fix.at)).toEqual([T, T + 10 * MINUTE, T + 30 * MINUTE]);
    expect(judgeFix(good, { at: T, lat: 30.6, lon: 114.3 }, 400)).toBe("duplicate");
    expect(judgeFix(good, { at: T, lat: 30.7, lon: 114.3 }, 400)).toBe("duplicate_other_value");
  });
  it("is not believed a thousand kilometres off a minute later, nor before the next one", () => {
    const good: Fix[] = [{ at: T, lat: 30.6, lon: 114.3 }];
    expect(judgeFix(good, { at: T + MINUTE, lat: 39.9, lon: 116.4 }, 1000)).toBe("implausible_jump");
    expect(judgeFix(good, { at: T - MINUTE, lat: 39.9, lon: 116.4 }, 1000)).toBe("implausible_jump");
    expect(good).toHaveLength(1);
    expect(judgeFix(good, { at: T + 180 * MINUTE, lat: 39.9, lon: 116.4 }, 400)).toBe("good");
  });
  it("leaves only believable neighbours, in order, whatever comes", () => {
    const fix = fc.record({
      at: fc.integer({ min: T, max: T + 600 * MINUTE }),
      lat: fc.double({ min: 20, max: 50, noNaN: true }),
      lon: fc.double({ min: 100, max: 130, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 40 }), (fixes) => {
        const good: Fix[] = [];
        for (const one of fixes) judgeFix(good, one, 400);
        return good.every((one, i) => {
          const before = good[i - 1];
          return !before || (before.at < one.at && plausibleMove(before, one, 400));
        });
      }),
    );
  });
});

describe("what comes in", () => {
  const feature = (coordinates: unknown[], properties: object) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates },
    properties,
  });
  it("is GeoJSON, one point or many", () => {
    const at = "2024-07-04T12:00:00+08:00";
    const one = feature([114.3, 30.6], { deployment: 7, at });
    const row = { deployment: 7, at, lat: 30.6, lon: 114.3 };
    expect(parseGeoJson(JSON.stringify(one))).toEqual({ ok: true, rows: [row] });
    const bad = [{ type: "Feature" }, feature([1], {})];
    const many = { type: "FeatureCollection", features: [one, ...bad] };
    expect(parseGeoJson(JSON.stringify(many))).toEqual({
      ok: true,
      rows: [row, { unread: bad[0] }, { unread: bad[1] }],
    });
    expect(parseGeoJson("[1]")).toMatchObject({ refusal: "not_geojson" });
    expect(parseGeoJson("{")).toMatchObject({ refusal: "not_json" });
  });
  it("is CSV with our names or Chinese ones", () => {
    const row = { deployment: "7", at: "2024-07-04T12:00:00+08:00", lat: "30.6", lon: "114.3" };
    expect(parseCsv("deployment,at,lat,lon\n7,2024-07-04T12:00:00+08:00,30.6,114.3\n8,x\n")).toEqual({
      ok: true,
      rows: [row, { unread: "8,x" }],
    });
    expect(parseCsv("\uFEFF经度;纬度;时间;力量编号\n114.3;30.6;2024-07-04T12:00:00+08:00;7")).toEqual({
      ok: true,
      rows: [row],
    });
    expect(parseCsv("a,b\n1,2")).toMatchObject({ refusal: "no_columns" });
    expect(parseCsv("")).toMatchObject({ refusal: "no_columns" });
  });
  it("is read without failing, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => Boolean(parseCsv(text)) && Boolean(parseGeoJson(text))));
  });
});
