import type { Point } from "@/lib/geo/path";

export const LABEL_HEIGHT_PX = 17;
/** Where a label may step aside to, in pixels, before it is shortened. */
const STEPS = [
  [0, 0],
  [0, -12],
  [0, 12],
  [22, 0],
  [-22, 0],
] as const;
const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 14 : 7.6), 4);

/** A box by its middle, in pixels of the map's own plane. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const meet = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

export interface LabelPlace extends Box {
  text: string;
  dx: number;
  dy: number;
}

/** Of each label, in the order given, the longest form that touches none before it; the last form where all do. */
export function placeLabels(
  labels: readonly { at: Point; forms: readonly string[]; last: string }[],
): LabelPlace[] {
  const taken: LabelPlace[] = [];
  for (const {
    at: [x, y],
    forms,
    last,
  } of labels) {
    const box = (text: string, dx: number, dy: number): LabelPlace => ({
      ...{ text, dx, dy, x: x + dx, y: y + dy },
      ...{ width: widthOf(text), height: LABEL_HEIGHT_PX },
    });
    const candidates = forms.flatMap((text) => STEPS.map(([dx, dy]) => box(text, dx, dy)));
    taken.push(candidates.find((candidate) => !taken.some((one) => meet(one, candidate))) ?? box(last, 0, 0));
  }
  return taken;
}

/** How much of two boxes lies upon each other, in square pixels. */
const shared = (a: Box, b: Box) => {
  const across = Math.min(a.width, b.width, (a.width + b.width) / 2 - Math.abs(a.x - b.x));
  const down = Math.min(a.height, b.height, (a.height + b.height) / 2 - Math.abs(a.y - b.y));
  return Math.max(0, across) * Math.max(0, down);
};

/** Ways to step aside, the shortest first: in place, then half and all of the reach to eight sides. */
const waysWithin = (reach: number): Point[] =>
  [0, reach / 2, reach].flatMap((far): Point[] =>
    far === 0
      ? [[0, 0]]
      : [
          [0, far],
          [0, -far],
          [far, 0],
          [-far, 0],
          [far, far],
          [-far, far],
          [far, -far],
          [-far, -far],
        ],
  );

/**
 * How far each marker steps aside, in pixels, so that it covers no name and no marker before it: the shortest way of
 * those tried; where all are taken, the one on which the least is covered.
 */
export function stepAside(markers: readonly Box[], names: readonly Box[], reach: number): Point[] {
  const taken: Box[] = [...names];
  const ways = waysWithin(reach);
  return markers.map((marker) => {
    const there = ([dx, dy]: Point): Box => ({ ...marker, x: marker.x + dx, y: marker.y + dy });
    let best: Point = [0, 0];
    let least = Number.POSITIVE_INFINITY;
    for (const way of ways) {
      const covered = taken.reduce((sum, box) => sum + shared(box, there(way)), 0);
      if (covered < least) [best, least] = [way, covered];
      if (covered === 0) break;
    }
    taken.push(there(best));
    return best;
  });
}

/** Markers where they stand once they have stepped aside. */
export const moved = (markers: readonly Box[], ways: readonly Point[]): Box[] =>
  markers.map((marker, i) => {
    const [dx, dy] = ways[i] ?? [0, 0];
    return { ...marker, x: marker.x + dx, y: marker.y + dy };
  });
