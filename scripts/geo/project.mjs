// Web Mercator pixels at Leaflet zoom 5 (the world is 8192 px), less a whole-number origin.
export const ZOOM = 5;
const WORLD = 256 * 2 ** ZOOM;

export const projectWorld = ([lon, lat]) => [
  ((lon + 180) / 360) * WORLD,
  (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * WORLD,
];

export const ORIGIN = [Math.floor(projectWorld([73, 0])[0]), Math.floor(projectWorld([0, 54])[1])];
export const toUnits = (point) => projectWorld(point).map((value, axis) => Math.round(value - ORIGIN[axis]));

/** Closed rings in whole pixels of any zoom, from the world's corner, in the path grammar. */
export function writeRings(rings, { zoom }) {
  const scale = 2 ** (zoom - ZOOM);
  const units = (point) => projectWorld(point).map((value) => Math.round(value * scale));
  return rings.map((ring) => linePath(ring.map(units), true)).join("");
}

/** Writes rings as the path grammar (`M x y l dx dy … z`), leaving out separators that a minus makes needless. */
export function writePath(lines, closed) {
  return lines.map((line) => linePath(line.map(toUnits), closed)).join("");
}

function linePath(units, closed) {
  const points = units.filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
  if (closed && points.length > 1 && String(points[0]) === String(points.at(-1))) points.pop();
  if (points.length < (closed ? 3 : 2)) return "";
  const numbers = (values) => values.map((v, i) => (i > 0 && v >= 0 ? ` ${v}` : `${v}`)).join("");
  const moves = points.slice(1).map((p, i) => [p[0] - points[i][0], p[1] - points[i][1]]);
  return `M${numbers(points[0])}l${numbers(moves.flat())}${closed ? "z" : ""}`;
}
