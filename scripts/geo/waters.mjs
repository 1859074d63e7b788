// Rivers, reaches and lakes of the map: prisma/geo/waters.json. Usage: node scripts/geo/waters.mjs SOURCE_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, polygonsOf, readLevel } from "./boundaries.mjs";
import {
  CROSSINGS,
  LAKES,
  LESSER_LAKES,
  LESSER_RIVERS,
  REACHES,
  RESERVOIRS,
  RIVERS,
  TAILS,
} from "./controls.mjs";
import { buildGraph, kilometres, readSegments, trace } from "./rivers.mjs";
import { FINE, thin, widen } from "./thin.mjs";

const source = process.argv[2];
const round = (line) => line.map((p) => p.map((v) => Number(v.toFixed(3))));
const area = (ring) =>
  Math.abs(
    ring.reduce(
      (sum, p, i) => sum + p[0] * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * p[1],
      0,
    ) / 2,
  );

function lakePolygons() {
  const file = join(source, "node_modules/@geo-maps/earth-lakes-500m/map.geo.json");
  return JSON.parse(readFileSync(file, "utf8"))
    .geometries.flatMap((g) => (g.type === "MultiPolygon" ? g.coordinates : [g.coordinates]))
    .map((polygon) => polygon[0]);
}

/** 太湖 is missing from that set. GSHHG has it, cut at the meridian of 120° E into pieces that meet there. */
function taihu() {
  const pieces = readSegments(source, "taihu.txt");
  const [first] = pieces.sort((a, b) => b.length - a.length);
  const same = (p, q) => kilometres(p, q) < 0.01;
  const second = pieces.find((piece) => same(piece[0], first.at(-1)) && same(piece.at(-1), first[0]));
  return [...first, ...second.slice(1)];
}

/** The middle of the lower Yangtze, where the shore lines give no river: the borders between its two banks. */
function lowerYangtze() {
  const [north, south] = [
    ["321000", "321200", "320600"],
    ["321100", "320400", "320200", "320500", "310000"],
  ];
  const edges = (codes) =>
    readLevel(source, 2)
      .filter((f) =>
        codes.some((code) => codeOf(f) === code || (code === "310000" && codeOf(f).startsWith("31"))),
      )
      .flatMap(polygonsOf)
      .flatMap((polygon) => polygon.flatMap((ring) => ring.slice(1).map((p, i) => [ring[i], p])));
  const key = ([a, b]) => [a.join(), b.join()].sort().join(" ");
  const known = new Set(edges(north).map(key));
  return edges(south).filter((edge) => known.has(key(edge)));
}

const graph = buildGraph(source, lowerYangtze(), CROSSINGS);
const lesser = new Set([...Object.keys(LESSER_RIVERS), ...Object.keys(LESSER_LAKES)]);
const rivers = Object.fromEntries(
  Object.entries({ ...RIVERS, ...LESSER_RIVERS }).map(([id, [name, controls]]) => [
    id,
    { name, line: [...trace(graph, name, controls), ...(TAILS[id] ?? [])] },
  ]),
);
const nearestIndex = (line, point) =>
  line.reduce((best, p, i) => (kilometres(p, point) < kilometres(line[best], point) ? i : best), 0);
const part = (river, from, to) => {
  const { line } = rivers[river];
  return line.slice(nearestIndex(line, from), nearestIndex(line, to) + 1);
};
/** What is `lesser` is drawn only when the map is near. */
const feature = (id, name, kind, geometry) => ({
  type: "Feature",
  properties: { id, name, kind, ...(lesser.has(id) ? { lesser: true } : {}) },
  geometry,
});
const lineString = (line) => ({ type: "LineString", coordinates: round(thin(line, FINE)) });

const features = Object.entries(rivers).map(([id, { name, line }]) =>
  feature(id, name, "river", lineString(line)),
);
for (const [id, [river, from, to]] of Object.entries(REACHES))
  features.push(feature(id, rivers[river].name, "reach", lineString(part(river, from, to))));
for (const [id, [name, river, from, to, half]] of Object.entries(RESERVOIRS))
  features.push(
    feature(id, name, "reservoir", {
      type: "MultiPolygon",
      coordinates: [[round(widen(thin(part(river, from, to), FINE), half))]],
    }),
  );
const polygons = [...lakePolygons(), taihu()];
for (const [id, [name, west, south, east, north]] of Object.entries({ ...LAKES, ...LESSER_LAKES })) {
  const rings = polygons.filter(
    (ring) =>
      ring[0][0] > west &&
      ring[0][0] < east &&
      ring[0][1] > south &&
      ring[0][1] < north &&
      area(ring) > (lesser.has(id) ? 0.002 : 0.005),
  );
  features.push(
    feature(id, name, "lake", {
      type: "MultiPolygon",
      coordinates: rings.map((ring) => [round(thin(ring, FINE))]),
    }),
  );
}
writeFileSync("prisma/geo/waters.json", `${JSON.stringify({ type: "FeatureCollection", features })}\n`);
console.log(
  features.map((f) => `${f.properties.id} ${JSON.stringify(f.geometry.coordinates).length}`).join("\n"),
);
