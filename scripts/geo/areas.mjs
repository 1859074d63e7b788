// Prefectures and counties as areas to fill (forecasts, places cut off): prisma/geo/areas-2.json and areas-3.json.
// Usage: node scripts/geo/areas.mjs SOURCE_FOLDER
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { codeOf, polygonsOf, readLevel } from "./boundaries.mjs";
import { writeRings } from "./project.mjs";

const source = process.argv[2];
const require = createRequire(join(source, "package.json"));
const server = require("topojson-server");
const client = require("topojson-client");
const simplify = require("topojson-simplify");

/** Zoom of the whole-number units, and the triangle area in square degrees under which a point goes. */
const LEVELS = [
  { level: 2, zoom: 7, weight: 4e-4 },
  { level: 3, zoom: 8, weight: 2e-4 },
];

for (const { level, zoom, weight } of LEVELS) {
  const features = readLevel(source, level)
    .filter((f) => codeOf(f) && !codeOf(f).endsWith("0000"))
    .map((f) => ({
      type: "Feature",
      properties: { adcode: codeOf(f) },
      geometry: { type: "MultiPolygon", coordinates: polygonsOf(f) },
    }));
  const topology = simplify.presimplify(
    server.topology({ areas: { type: "FeatureCollection", features } }, 1e6),
  );
  const light = client.feature(simplify.simplify(topology, weight), "areas").features;
  const frame = { zoom, origin: [0, 0] };
  const areas = {};
  for (const { properties, geometry } of light) {
    const rings = (geometry?.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates]).flat();
    const path = writeRings(rings, frame);
    if (path) areas[properties.adcode] = (areas[properties.adcode] ?? "") + path;
  }
  const text = `${JSON.stringify({ ...frame, areas })}\n`;
  writeFileSync(`prisma/geo/areas-${level}.json`, text);
  console.log(level, Object.keys(areas).length, text.length, "gzip", gzipSync(text).length);
}
