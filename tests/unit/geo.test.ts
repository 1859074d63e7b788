import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OUTLINE } from "@/components/areas/outline";
import { cluster } from "@/components/map/cluster";
import { parsePath, project, toLatLng } from "@/lib/geo/path";
import { PROVINCES, searchProvinces } from "@/lib/provinces/list";

const inside = ([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]) =>
  ring.reduce((within, [ax, ay], i) => {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length] ?? [0, 0];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !within : within;
  }, false);

describe("map geometry", () => {
  it("has a shape and an inner label for each of the 34 provinces", () => {
    expect(Object.keys(OUTLINE.provinces).sort()).toEqual(PROVINCES.map((row) => row.adcode).sort());
    for (const [adcode, point] of Object.entries(OUTLINE.labels)) {
      expect(
        parsePath(OUTLINE.provinces[adcode] ?? "").some((ring) => inside(point, ring)),
        adcode,
      ).toBe(true);
    }
  });
  it("puts cities where they are", () => {
    const cities: [string, number, number][] = [
      ["420000", 30.58, 114.29],
      ["430000", 28.2, 112.96],
      ["360000", 28.68, 115.88],
      ["340000", 31.82, 117.23],
      ["320000", 32.06, 118.78],
      ["230000", 45.77, 126.62],
      ["110000", 39.9, 116.4],
      ["540000", 29.65, 91.1],
    ];
    for (const [adcode, lat, lon] of cities) {
      expect(
        parsePath(OUTLINE.provinces[adcode] ?? "").some((ring) => inside(project(lat, lon, OUTLINE), ring)),
        adcode,
      ).toBe(true);
    }
  });
  it("goes to degrees and back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 3, max: 54, noNaN: true }),
        fc.double({ min: 73, max: 136, noNaN: true }),
        (lat, lon) => {
          const [backLat, backLon] = toLatLng(project(lat, lon, OUTLINE), OUTLINE);
          expect(backLat).toBeCloseTo(lat, 6);
          expect(backLon).toBeCloseTo(lon, 6);
        },
      ),
    );
  });
  it("reads the compact path grammar", () => {
    expect(parsePath("M10 20l1-2-3 4zM0 0l5 5")).toEqual([
      [
        [10, 20],
        [11, 18],
        [8, 22],
      ],
      [
        [0, 0],
        [5, 5],
      ],
    ]);
  });
});

it("finds provinces by name, pinyin, initials, short form and code", () => {
  for (const typed of ["湖南", "hunan", "湘", "4300", "Hunan"])
    expect(searchProvinces(typed).map((row) => row.adcode)).toContain("430000");
  expect(searchProvinces("hlj").map((row) => row.name)).toEqual(["黑龙江"]);
  expect(searchProvinces("<script>")).toEqual([]);
});

it("clusters what is near and loses nothing", () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(points, (all) => {
      const groups = cluster(all, ([x, y]) => [x, y], 40);
      expect(groups.flatMap((group) => group.items)).toHaveLength(all.length);
      for (const { point, items } of groups)
        for (const [x, y] of items) expect(Math.hypot(x - point[0], y - point[1])).toBeLessThan(40);
    }),
  );
});
