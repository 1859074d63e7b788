import type { Outline } from "@/lib/geo/path";
import data from "@/prisma/geo/outline.json";

const pair = ([x = 0, y = 0]: readonly number[]): [number, number] => [x, y];
const [ix = 0, iy = 0, iw = 0, ih = 0] = data.inset.viewBox;

/** The one geometry that the page's SVG and the Leaflet map both draw. */
export const OUTLINE: Outline = {
  ...data,
  origin: pair(data.origin),
  size: pair(data.size),
  inset: { viewBox: [ix, iy, iw, ih] },
  labels: Object.fromEntries(Object.entries(data.labels).map(([code, point]) => [code, pair(point)])),
};
