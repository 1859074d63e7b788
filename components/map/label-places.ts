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

/**
 * How far each marker steps aside, in pixels, so that it covers no name and no marker before it: the shortest way of
 * those tried, and none where all are taken.
 */
export function stepAside(markers: readonly Box[], names: readonly Box[], reach: number): Point[] {
  const taken: Box[] = [...names];
  const ways = [0, 0.5, 1].flatMap((part): Point[] => {
    const far = reach * part;
    return part === 0
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
        ];
  });
  return markers.map((marker) => {
    const there = ([dx, dy]: Point): Box => ({ ...marker, x: marker.x + dx, y: marker.y + dy });
    const way = ways.find((one) => !taken.some((box) => meet(box, there(one)))) ?? [0, 0];
    taken.push(there(way));
    return way;
  });
}

/** Markers where they stand once they have stepped aside. */
export const moved = (markers: readonly Box[], ways: readonly Point[]): Box[] =>
  markers.map((marker, i) => {
    const [dx, dy] = ways[i] ?? [0, 0];
    return { ...marker, x: marker.x + dx, y: marker.y + dy };
  });
