// Rivers, reaches and lakes of the map: prisma/geo/waters.json. Usage: node scripts/geo/waters.mjs SOURCE_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LAKES, REACHES, RIVERS } from "./controls.mjs";
import { buildGraph, kilometres, trace } from "./rivers.mjs";

const source = process.argv[2];
const round = (line) => line.map((p) => p.map((v) => Number(v.toFixed(3))));
const area = (ring) =>
  Math.abs(
    ring.reduce(
      (sum, p, i) => sum + p[0] * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * p[1],
      0,
    ) / 2,
  );

/** Douglas–Peucker in degrees. */
function thin(line, tolerance) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  let [far, at] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t =
      dx || dy
        ? Math.max(
            0,
            Math.min(1, ((line[i][0] - a[0]) * dx + (line[i][1] - a[1]) * dy) / (dx * dx + dy * dy)),
          )
        : 0;
    const gap = Math.hypot(line[i][0] - a[0] - t * dx, line[i][1] - a[1] - t * dy);
    if (gap > far) [far, at] = [gap, i];
  }
  if (far <= tolerance) return [a, b];
  return [...thin(line.slice(0, at + 1), tolerance).slice(0, -1), ...thin(line.slice(at), tolerance)];
}

function lakePolygons() {
  const read = (file) => JSON.parse(readFileSync(join(source, "node_modules", file), "utf8"));
  const fine = read("@geo-maps/earth-lakes-1km/map.geo.json").geometries.flatMap((g) =>
    g.type === "MultiPolygon" ? g.coordinates : [g.coordinates],
  );
  // The fine set has no outline of 太湖; Natural Earth has.
  const tai = read("mapeo-offline-map/dist/lakes.json").features.find(
    (f) => f.properties.name === "Tai Hu",
  ).geometry;
  return [...fine, ...(tai.type === "MultiPolygon" ? tai.coordinates : [tai.coordinates])];
}

const graph = buildGraph(source);
const rivers = Object.fromEntries(
  Object.entries(RIVERS).map(([id, [name, controls]]) => [id, { name, line: trace(graph, name, controls) }]),
);
const nearestIndex = (line, point) =>
  line.reduce((best, p, i) => (kilometres(p, point) < kilometres(line[best], point) ? i : best), 0);
const feature = (id, name, kind, geometry) => ({ type: "Feature", properties: { id, name, kind }, geometry });

const features = Object.entries(rivers).map(([id, { name, line }]) =>
  feature(id, name, "river", { type: "LineString", coordinates: round(thin(line, 0.01)) }),
);
for (const [id, [river, from, to]] of Object.entries(REACHES)) {
  const { name, line } = rivers[river];
  const part = line.slice(nearestIndex(line, from), nearestIndex(line, to) + 1);
  features.push(feature(id, name, "reach", { type: "LineString", coordinates: round(thin(part, 0.01)) }));
}
const polygons = lakePolygons();
for (const [id, [name, west, south, east, north]] of Object.entries(LAKES)) {
  const rings = polygons
    .map((polygon) => polygon[0])
    .filter(
      (ring) =>
        ring[0][0] > west &&
        ring[0][0] < east &&
        ring[0][1] > south &&
        ring[0][1] < north &&
        area(ring) > 0.005,
    );
  features.push(
    feature(id, name, "lake", { type: "MultiPolygon", coordinates: rings.map((ring) => [round(ring)]) }),
  );
}
writeFileSync("prisma/geo/waters.json", `${JSON.stringify({ type: "FeatureCollection", features })}\n`);
console.log(
  features.map((f) => `${f.properties.id} ${JSON.stringify(f.geometry.coordinates).length}`).join("\n"),
);
