import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, placeLabels, stepAside } from "@/components/map/label-places";

const meet = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
const marker = (x: number, y: number): Box => ({ x, y, width: 28, height: 28 });

describe("names on the map", () => {
  it("are long where there is room, short where there is not", () => {
    const forms = ["湖南 III", "湘 III"];
    const [first, second] = placeLabels([
      { at: [100, 100], forms, last: "III" },
      { at: [104, 110], forms, last: "III" },
    ]);
    expect(first).toMatchObject({ text: "湖南 III", dx: 0, dy: 0 });
    expect(second && first && meet(first, second)).toBe(false);
  });
});

describe("markers", () => {
  const name: Box = { x: 100, y: 100, width: 60, height: 17 };
  it("stay where nothing is in the way, and step off a name and off each other", () => {
    expect(stepAside([marker(300, 300)], [name], 40)).toEqual([[0, 0]]);
    const [way = [0, 0]] = stepAside([marker(100, 105)], [name], 40);
    expect(meet(marker(100 + way[0], 105 + way[1]), name)).toBe(false);
    const same = stepAside([marker(300, 300), marker(302, 300)], [], 40);
    expect(same[0]).toEqual([0, 0]);
    expect(same[1]).not.toEqual([0, 0]);
  });
  it("never step farther than they may, and stay when all around is taken", () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), fc.integer({ min: 10, max: 60 }), (places, reach) => {
        const ways = stepAside(
          places.map(({ x, y }) => marker(x, y)),
          [name],
          reach,
        );
        return (
          ways.length === places.length &&
          ways.every(([dx, dy]) => Math.abs(dx) <= reach && Math.abs(dy) <= reach)
        );
      }),
    );
    const wall: Box = { x: 100, y: 100, width: 900, height: 900 };
    expect(stepAside([marker(100, 100)], [wall], 40)).toEqual([[0, 0]]);
    // Over a wall with a gap that is too narrow, the way that covers the least.
    const walls = [-60, 60].map((x): Box => ({ x: 100 + x, y: 100, width: 100, height: 900 }));
    expect(stepAside([marker(80, 100)], walls, 20)).toEqual([[20, 0]]);
  });
});
