// Prefecture borders, fetched when the map is zoomed in, and the gazetteer of prefectures and counties.
// Usage: node scripts/geo/detail.mjs SOURCE_FOLDER
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { codeOf, polygonsOf, readLevel } from "./boundaries.mjs";

const source = process.argv[2];
const require = createRequire(join(source, "package.json"));
const server = require("topojson-server");
const client = require("topojson-client");
const simplify = require("topojson-simplify");
const polylabel = require("polylabel").default ?? require("polylabel");

const PEOPLES =
  /(维吾尔|壮|回|藏|彝|苗|土家|布依|侗|瑶|白|哈尼|傣|傈僳|景颇|朝鲜|蒙古|哈萨克|柯尔克孜|羌|黎|满|畲|水|仡佬|佤|拉祜|纳西|土|撒拉|东乡|保安|裕固|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|毛南|仫佬|各|普米|怒|独龙|布朗|阿昌|德昂|基诺|京|门巴|珞巴|赫哲)族/g;

/** 黄山市 → 黄山; 恩施土家族苗族自治州 → 恩施. Two-character names keep their suffix (辽县 stays). */
function shortName(full) {
  const plain = full
    .trim()
    .replace(PEOPLES, "")
    .replace(/(自治州|自治县|自治旗|地区|林区|特区|新区|市|县|区|盟|旗|州)$/, "");
  return plain.length >= 2 ? plain : full.trim();
}

const borders = readLevel(source, 2)
  .filter(codeOf)
  .map((f) => ({ type: "Feature", properties: {}, geometry: f.geometry }));
const topology = simplify.presimplify(
  server.topology({ p: { type: "FeatureCollection", features: borders } }),
);
// Only the lines between prefectures: provinces are drawn already, fills are not needed.
const mesh = client.mesh(simplify.simplify(topology, 5e-4), topology.objects.p, (a, b) => a !== b);
const lines = mesh.coordinates.map((line) => line.map((p) => p.map((v) => Number(v.toFixed(3)))));
const text = `${JSON.stringify({ type: "MultiLineString", coordinates: lines })}\n`;
writeFileSync("prisma/geo/prefectures.json", text);
console.log("prefectures", text.length, gzipSync(text).length);

const rows = [];
for (const [level, kind] of [
  [2, "prefecture"],
  [3, "county"],
]) {
  for (const f of readLevel(source, level).filter(codeOf)) {
    const adcode = codeOf(f);
    if (adcode.endsWith("0000")) continue;
    const largest = polygonsOf(f).reduce((a, b) => (a[0].length > b[0].length ? a : b));
    const [lon, lat] = polylabel(largest, 0.01);
    const name = String(f.properties.name ?? f.properties.city ?? f.properties.full_name).trim();
    const full = String(f.properties.full_name ?? name).trim();
    rows.push({
      adcode,
      name: full,
      short: shortName(full),
      kind,
      province: `${adcode.slice(0, 2)}0000`,
      lat: Number(lat.toFixed(3)),
      lon: Number(lon.toFixed(3)),
    });
  }
}
const unique = [...new Map(rows.map((row) => [row.adcode, row])).values()].sort((a, b) =>
  a.adcode.localeCompare(b.adcode),
);
writeFileSync(
  "prisma/data/areas.json",
  `[\n${unique.map((row) => ` ${JSON.stringify(row)}`).join(",\n")}\n]\n`,
);
console.log("areas", unique.length);
