import fc from "fast-check";
import { expect, it } from "vitest";
import { progressAllowed } from "@/lib/directives/rules";
import { distanceKm } from "@/lib/geo/distance";
import { kmFromProvince, misplaced, provinceAt } from "@/lib/geo/land";
import { inRings, toRings } from "@/lib/geo/ring";

it("knows land from sea and one province from another", () => {
  expect(provinceAt({ lat: 29.37, lon: 113.1 })).toEqual({ adcode: "430000", km: 0 });
  expect(misplaced({ lat: 29.37, lon: 113.1 }, "430000")).toBeNull();
  expect(misplaced({ lat: 28.0, lon: 126.5 }, "330000")).toBe("place_in_sea");
  expect(misplaced({ lat: 39.9, lon: 116.4 }, "430000")).toBe("place_elsewhere");
  expect(misplaced({ lat: 35.68, lon: 139.69 }, null)).toBe("place_in_sea");
  expect(kmFromProvince({ lat: 29.4, lon: 113 }, "990000")).toBe(Number.POSITIVE_INFINITY);
});

it("measures what is near as it would without a limit, and nothing that is far", () => {
  const position = fc.record({
    lat: fc.double({ min: 15, max: 54, noNaN: true }),
    lon: fc.double({ min: 73, max: 136, noNaN: true }),
  });
  const adcode = fc.constantFrom("330000", "350000", "440000", "460000", "430000");
  fc.assert(
    fc.property(position, adcode, (place, province) => {
      const [whole, near] = [kmFromProvince(place, province), kmFromProvince(place, province, 15)];
      expect(whole <= 15 ? near : near > 15).toBe(whole <= 15 ? whole : true);
    }),
    { numRuns: 300 },
  );
  // Off the coast of Zhejiang, among its islands: both sides of the limit are met.
  for (let lon = 121; lon < 125; lon += 0.1) {
    const [whole, near] = [
      kmFromProvince({ lat: 29.5, lon }, "330000"),
      kmFromProvince({ lat: 29.5, lon }, "330000", 15),
    ];
    expect(near > 15).toBe(whole > 15);
  }
});

it("measures great circles", () => {
  // A quarter of a meridian, and Beijing to Wuhan (about 1,050 km).
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 90, lon: 0 })).toBeCloseTo(10_007.6, 0);
  expect(distanceKm({ lat: 39.9, lon: 116.4 }, { lat: 30.59, lon: 114.3 })).toBeCloseTo(1052, -1);
  const position = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(position, position, (a, b) => {
      const there = distanceKm(a, b);
      return there >= 0 && there <= 20_016 && Math.abs(there - distanceKm(b, a)) < 1e-6;
    }),
  );
});

it("tells inside from outside a ring, and how far", () => {
  const square = [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ],
  ] as const;
  expect(inRings([5, 5], square)).toBe(true);
  expect(inRings([15, 5], square)).toBe(false);
  expect(toRings([15, 5], square)).toBe(5);
  expect(toRings([13, 14], square)).toBe(5);
});

it("lets progress on an order only go on", () => {
  const order = { at: 1000, precision: "MINUTE" } as const;
  const answer = (state: "RECEIVED" | "IN_HAND" | "DONE", at: number) => ({
    state,
    at,
    precision: "MINUTE" as const,
  });
  expect(progressAllowed(order, undefined, answer("DONE", 1000))).toBeNull();
  expect(progressAllowed(order, undefined, answer("DONE", 999))).toBe("before_directive");
  expect(progressAllowed(order, { state: "DONE", at: 1500 }, answer("IN_HAND", 1600))).toBe(
    "progress_goes_back",
  );
  expect(progressAllowed(order, { state: "IN_HAND", at: 1500 }, answer("IN_HAND", 1600))).toBeNull();
  expect(progressAllowed(order, { state: "IN_HAND", at: 1500 }, answer("DONE", 1400))).toBe(
    "before_last_status",
  );
  expect(progressAllowed(order, undefined, { state: "RECEIVED", at: 0, precision: "DAY" })).toBeNull();
});
