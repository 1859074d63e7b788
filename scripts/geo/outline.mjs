// The light geometry inside the page: prisma/geo/outline.json. Usage: node scripts/geo/outline.mjs SOURCE_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { codeOf, linesOf, polygonsOf, readLevel } from "./boundaries.mjs";
import { ORIGIN, projectWorld, toUnits, writePath, ZOOM } from "./project.mjs";
import { COARSE, thin } from "./thin.mjs";

const source = process.argv[2];
const require = createRequire(join(source, "package.json"));
const server = require("topojson-server");
const client = require("topojson-client");
const simplify = require("topojson-simplify");
const polylabel = require("polylabel").default ?? require("polylabel");
const WEIGHT = Number(process.argv[3] ?? 0.5); // square units: under a pixel at zoom 5

const features = readLevel(source, 1);
const units = (point) => projectWorld(point).map((v, axis) => v - ORIGIN[axis]);
const project = (polygon) => polygon.map((ring) => ring.map(units));
const extent = (ring) => {
  const xs = ring.map((p) => p[0]);
  const ys = ring.map((p) => p[1]);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
};
const SMALL_KEPT = new Set(["710000", "810000", "820000", "460000"]);

const provinces = features
  .filter((f) => codeOf(f))
  .map((f) => ({
    type: "Feature",
    properties: { adcode: codeOf(f) },
    geometry: {
      type: "MultiPolygon",
      coordinates: polygonsOf(f)
        .map(project)
        .filter((polygon) => SMALL_KEPT.has(codeOf(f)) || extent(polygon[0]) > 3),
    },
  }));
const topology = simplify.presimplify(
  server.topology({ provinces: { type: "FeatureCollection", features: provinces } }),
);
// Rings must not collapse: the points of short arcs never go.
for (const arc of topology.arcs)
  if (arc.length < 12) for (const point of arc) if (point[2] < WEIGHT && arc.length < 8) point[2] = WEIGHT;
const light = client.feature(simplify.simplify(topology, WEIGHT), "provinces").features;
const [width] = toUnits([135.5, 40]);
const [, height] = toUnits([100, 17.5]);

const relative = (points, closed) => {
  const p = points
    .map((q) => q.map(Math.round))
    .filter((q, i, all) => i === 0 || q[0] !== all[i - 1][0] || q[1] !== all[i - 1][1]);
  if (closed && p.length > 1 && String(p[0]) === String(p.at(-1))) p.pop();
  if (p.length < (closed ? 3 : 2)) return "";
  const join = (values) => values.map((v, i) => (i > 0 && v >= 0 ? ` ${v}` : `${v}`)).join("");
  return `M${join(p[0])}l${join(p.slice(1).flatMap((q, i) => [q[0] - p[i][0], q[1] - p[i][1]]))}${closed ? "z" : ""}`;
};
/** The centre of area where it lies inside, which reads best; else the point farthest from the border. */
function labelPoint(polygon) {
  let [sum, x, y] = [0, 0, 0];
  const ring = polygon[0];
  for (let i = 1; i < ring.length; i++) {
    const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    sum += cross;
    x += (ring[i - 1][0] + ring[i][0]) * cross;
    y += (ring[i - 1][1] + ring[i][1]) * cross;
  }
  const centre = [x / (3 * sum), y / (3 * sum)];
  const clear = polygon.every((r) => r.every((p) => Math.hypot(p[0] - centre[0], p[1] - centre[1]) > 14));
  return inside(centre, polygon) && clear ? centre : polylabel(polygon, 1).slice(0, 2);
}

const inside = (point, polygon) =>
  polygon.reduce((within, ring) => {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if (
        a[1] > point[1] !== b[1] > point[1] &&
        point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]
      )
        within = !within;
    }
    return within;
  }, false);

const paths = {};
const labels = {};
for (const f of light) {
  const polygons = f.geometry.type === "MultiPolygon" ? f.geometry.coordinates : [f.geometry.coordinates];
  paths[f.properties.adcode] = polygons
    .flatMap((polygon) => polygon.map((ring) => relative(ring, true)))
    .join("");
  const largest = polygons.reduce((a, b) => (extent(a[0]) > extent(b[0]) ? a : b));
  labels[f.properties.adcode] = labelPoint(largest).map(Math.round);
}
const waters = JSON.parse(readFileSync("prisma/geo/waters.json", "utf8")).features;
const rivers = {};
const lakes = {};
for (const { properties, geometry } of waters) {
  if (properties.lesser || properties.kind === "reservoir") continue;
  if (properties.kind === "lake")
    lakes[properties.id] = writePath(
      geometry.coordinates.map((polygon) => thin(polygon[0], COARSE)),
      true,
    );
  else rivers[properties.id] = writePath([thin(geometry.coordinates, COARSE)], false);
}
const lines = writePath(
  features
    .filter((f) => !codeOf(f))
    .flatMap(linesOf)
    .filter((line) => line.some((p) => p[1] < 26)),
  false,
);
const [insetX, insetY] = toUnits([105.5, 25]);
const [insetRight, insetBottom] = toUnits([124, 2.5]);
const outline = {
  zoom: ZOOM,
  origin: ORIGIN,
  size: [width, height],
  inset: { viewBox: [insetX, insetY, insetRight - insetX, insetBottom - insetY] },
  provinces: paths,
  labels,
  lines,
  rivers,
  lakes,
};
writeFileSync("prisma/geo/outline.json", `${JSON.stringify(outline)}\n`);
console.log(
  "provinces gzip",
  gzipSync(Object.values(paths).join("\n")).length,
  "all gzip",
  gzipSync(JSON.stringify(outline)).length,
  "size",
  outline.size,
);
