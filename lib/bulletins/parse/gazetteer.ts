import areas from "@/prisma/data/areas.json";
import provinces from "@/prisma/data/provinces.json";
import waterNames from "@/prisma/data/water-names.json";
import { EXTRA_WATERS } from "./extra-waters";

/** A place with an administrative code. `name` is its short form in use: 安徽, 南阳, 兴隆县, 延边朝鲜族自治州. */
export interface Place {
  adcode: string;
  name: string;
  rank: "province" | "prefecture" | "county";
}

export interface Water {
  name: string;
  kind: "river" | "lake" | "reservoir";
}

/** Written form → every place it may mean. */
export const PLACES = new Map<string, Place[]>();
/** Short forms of counties: a place only where the words around say so (和平, 大关, 东方 are also words). */
export const COUNTY_SHORTS = new Map<string, Place[]>();
export const WATERS = new Map<string, Water>();
/** One-character short forms: 皖 → 安徽. */
export const ABBREVIATIONS = new Map<string, Place>();

function add(map: Map<string, Place[]>, form: string, place: Place): void {
  const list = map.get(form);
  if (list) list.push(place);
  else map.set(form, [place]);
}

const SHORTER_AUTONOMY = /族自治(州|县|旗)$/;
/** The provinces by their code. */
export const PROVINCES = new Map<string, Place>();

for (const row of provinces) {
  const place: Place = { adcode: row.adcode, name: row.name, rank: "province" };
  PROVINCES.set(row.adcode, place);
  add(PLACES, row.name, place);
  if (row.nameFull !== row.name) add(PLACES, row.nameFull, place);
  if (row.abbr) ABBREVIATIONS.set(row.abbr, place);
}
for (const [form, code] of [
  ["黔", "520000"],
  ["云", "530000"],
  ["陇", "620000"],
  ["秦", "610000"],
] as const) {
  const place = PROVINCES.get(code);
  if (place) ABBREVIATIONS.set(form, place);
}
for (const [form, code] of [
  ["新疆生产建设兵团", "650000"],
  ["内蒙", "150000"],
  ["广西自治区", "450000"],
  ["宁夏自治区", "640000"],
  ["新疆自治区", "650000"],
  ["西藏自治区", "540000"],
  ["海南岛", "460000"],
] as const) {
  const place = PROVINCES.get(code);
  if (place && !PLACES.has(form)) add(PLACES, form, place);
}

/** The short form of a prefecture's full name; an autonomous prefecture keeps its full name. */
function nameOf(name: string, rank: string): string {
  return rank === "prefecture" && name.endsWith("市") && name.length > 2 ? name.slice(0, -1) : name;
}

const provinceNames = new Set(provinces.map((row) => row.name));
for (const row of areas) {
  const rank = row.kind === "prefecture" ? "prefecture" : "county";
  const full = row.name.trim();
  const short = nameOf(full, rank);
  // 吉林市 keeps its 市: 吉林 is the province.
  const place: Place = { adcode: row.adcode, name: provinceNames.has(short) ? full : short, rank };
  add(PLACES, full, place);
  const autonomy = SHORTER_AUTONOMY.exec(full);
  if (autonomy && row.short !== full) add(PLACES, `${row.short}${autonomy[1]}`, place);
  const form = row.short;
  if (form === full || form.length < 2 || provinceNames.has(form)) continue;
  if (rank === "prefecture") add(PLACES, form, place);
  else add(COUNTY_SHORTS, form, place);
}

for (const name of waterNames.rivers) WATERS.set(name, { name, kind: "river" });
for (const name of waterNames.lakes) WATERS.set(name, { name, kind: "lake" });
for (const kind of ["river", "lake", "reservoir"] as const)
  for (const name of EXTRA_WATERS[kind].split(" ")) if (!WATERS.has(name)) WATERS.set(name, { name, kind });
// 两湖: the two lakes on the middle Yangtze, said together.
WATERS.set("两湖", { name: "两湖", kind: "lake" });
// 四水 counts four rivers, it names none.
WATERS.delete("四水");
WATERS.delete("五河");
export const TWO_LAKES = ["洞庭湖", "鄱阳湖"] as const;
for (const name of waterNames.reservoirs) WATERS.set(name, { name, kind: "reservoir" });

const contains = (outer: Place, inner: Place) =>
  outer.rank === "province"
    ? outer.adcode.slice(0, 2) === inner.adcode.slice(0, 2)
    : outer.adcode.slice(0, 4) === inner.adcode.slice(0, 4);

/** The one place a form means, given the place named before it: inside that one when it can be, else the greatest. */
export function choose(candidates: readonly Place[], before?: Place): Place | undefined {
  const inside = before && candidates.find((place) => place !== before && contains(before, place));
  if (inside) return inside;
  const same = before && candidates.find((place) => place.adcode.slice(0, 2) === before.adcode.slice(0, 2));
  return (
    candidates.find((place) => place.rank === "province") ??
    candidates.find((place) => place.rank === "prefecture") ??
    same ??
    candidates[0]
  );
}

/** What follows a name that a street, a quarter or a firm bears: 长江路, 湖南路, 湘江新区, 长江证券. */
export const NAMESAKE =
  /^(?:三角|[东南西北中]?路(?!段|线|由|径)|街|大桥|大道|隧道|证券|花园|新区|新城|小区|广场|国际|酒店|公园|大厦|学院|大学|商报|日报|晚报|队|银行)/;
