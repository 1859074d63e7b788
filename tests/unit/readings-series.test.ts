import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapOf, gapsIn, reduceMinMax } from "@/lib/readings/reduce";
import type { Series } from "@/lib/readings/series";
import { makeRiver, simulate } from "@/lib/readings/simulate";

function series(points: readonly (readonly [minute: number, stage: number])[]): Series {
  const column = (index: 0 | 1, factor = 1) => Float64Array.from(points, (point) => point[index] * factor);
  const zero = {
    datum: new Int16Array(points.length),
    source: new Int32Array(points.length),
    quality: new Int16Array(points.length),
  };
  return {
    length: points.length,
    at: column(0, 60_000),
    stage: column(1),
    flow: new Float64Array(points.length).fill(Number.NaN),
    ...zero,
  };
}

describe("reducing", () => {
  it("keeps every extreme, the ends and the order, in no more points than asked", () => {
    const point = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: -500, max: 5000 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 800 }),
        fc.integer({ min: 10, max: 200 }),
        (steps, points) => {
          let minute = 0;
          const all = series(
            steps.map(([step, stage]) => {
              minute += step;
              return [minute, stage / 100];
            }),
          );
          const chosen = [...reduceMinMax(all, points)];
          const kept = chosen.map((i) => all.stage[i] ?? 0);
          expect(chosen.length).toBeLessThanOrEqual(points);
          expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
          expect([chosen[0], chosen.at(-1)]).toEqual([0, all.length - 1]);
          expect([Math.min(...kept), Math.max(...kept)]).toEqual([
            Math.min(...all.stage),
            Math.max(...all.stage),
          ]);
          if (all.length <= points) expect(chosen).toHaveLength(all.length);
        },
      ),
    );
  });
  it("finds gaps by the rhythm of the series, never over more than six hours", () => {
    const steady = series([...Array(50).keys()].map((i) => [i * 5 + (i > 20 ? 90 : 0), 1]));
    expect(gapOf(steady)).toBe(60 * 60_000);
    expect(gapsIn(steady, gapOf(steady))).toEqual([[100 * 60_000, 195 * 60_000]]);
    const sparse = series([
      [0, 1],
      [1440, 2],
      [2880, 3],
    ]);
    expect(gapOf(sparse)).toBe(6 * 60 * 60_000);
    expect(gapsIn(sparse, gapOf(sparse))).toHaveLength(2);
  });
});

it("makes the same river whatever years are asked for", () => {
  const [long, short] = [
    makeRiver(5, Date.UTC(2010, 0, 1), Date.UTC(2024, 0, 1)),
    makeRiver(5, Date.UTC(2018, 0, 1), Date.UTC(2018, 0, 1)),
  ];
  expect({ ...short, waves: [] }).toEqual({ ...long, waves: [] });
  for (const wave of short.waves) expect(long.waves).toContainEqual(wave);
});

it("simulates the same river for the same seed, with gaps and no impossible step", () => {
  const span = { from: Date.UTC(2024, 5, 1), to: Date.UTC(2024, 6, 1), step: 300_000 };
  const run = () => [...simulate(makeRiver(3, span.from, span.to), 3, span)];
  const [one, two] = [run(), run()];
  expect(one).toEqual(two);
  expect(one.length).toBeLessThan(30 * 288);
  expect(one.length).toBeGreaterThan(20 * 288);
  for (let i = 1; i < one.length; i++) {
    const [a, b] = [one[i - 1], one[i]];
    if (a && b && b.at - a.at === span.step) expect(Math.abs(b.stage - a.stage)).toBeLessThan(0.5);
  }
});
