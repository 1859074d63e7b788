import { PROVINCES } from "@/lib/provinces/list";
import areaRows from "@/prisma/data/areas.json";
import { ZONES, type Zone } from "./zones";

interface Unit {
  adcode: string;
  province: string;
  lat: number;
  lon: number;
}

/** A named area as codes. `rule` says how the codes were found; null when the name is a whole place. */
export interface ResolvedArea {
  text: string;
  /** 东部, 北部 …, when the name is a part of something. */
  part: string | null;
  adcodes: string[];
  approximate: boolean;
  rule: string | null;
}

// Prefectures stand for a province's parts; where there is none (北京, 重庆, 仙桃) its counties do.
const prefectures = areaRows.filter((row) => row.kind === "prefecture");
const withPrefectures = new Set(prefectures.map((row) => row.province));
// 三沙 lies far out at sea and would move every middle line: it belongs to whole 海南 only.
const UNITS: Unit[] = areaRows.filter(
  (row) =>
    row.adcode !== "460300" &&
    (row.kind === "prefecture" || !withPrefectures.has(row.province) || row.adcode.slice(2, 4) === "90"),
);
const unitsOf = (provinces: readonly string[]) => UNITS.filter((unit) => provinces.includes(unit.province));

const PARTS = ["东南", "东北", "西南", "西北", "中东", "中西", "中南", "中北", "东", "西", "南", "北", "中"];
/** Parts that only narrow a place to its own coast or hills; the codes stay those of the whole. */
const VAGUE = ["大部", "沿海", "沿江", "山区"];
const HALF = 0.5;
const THIRD = 1 / 3;

/** Whether a place at (x, y) of its frame, 0 west or south and 1 east or north, lies in the part. */
function liesIn(part: string, x: number, y: number): boolean {
  const bounds: Record<string, (at: number, other: number) => boolean> = {
    东: () => x >= HALF,
    西: () => x <= HALF,
    北: () => y >= HALF,
    南: () => y <= HALF,
  };
  if (part === "中") return x >= THIRD && x <= 1 - THIRD;
  if (part.startsWith("中")) {
    const wide: Record<string, boolean> = {
      东: x >= THIRD,
      西: x <= 1 - THIRD,
      北: y >= THIRD,
      南: y <= 1 - THIRD,
    };
    return wide[part.slice(1)] ?? true;
  }
  return [...part].every((letter) => bounds[letter]?.(x, y) ?? true);
}

const span = (values: readonly number[]) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value: number) => (high > low ? (value - low) / (high - low) : HALF);
};

/** The units in a part of a set: by where their centres lie between the set's outermost centres. */
function cut(units: readonly Unit[], part: string): Unit[] {
  const x = span(units.map((unit) => unit.lon));
  const y = span(units.map((unit) => unit.lat));
  return units.filter((unit) => liesIn(part, x(unit.lon), y(unit.lat)));
}

const within = (unit: Unit, { south = -90, north = 90, west = -180, east = 180 }: Zone) =>
  unit.lat >= south && unit.lat <= north && unit.lon >= west && unit.lon <= east;
const whole = (zone: Zone) =>
  [zone.south, zone.north, zone.west, zone.east].every((bound) => bound === undefined);

function zoneUnits(zones: readonly Zone[]): Unit[] {
  return zones.flatMap((zone) => unitsOf(zone.provinces).filter((unit) => within(unit, zone)));
}
const zoneCodes = (zones: readonly Zone[]) =>
  zones.flatMap((zone) => (whole(zone) ? [...zone.provinces] : zoneUnits([zone]).map((unit) => unit.adcode)));

const zoneOf = (name: string) => (Object.hasOwn(ZONES, name) ? ZONES[name] : undefined);

const BY_NAME = new Map(PROVINCES.map((row) => [row.name, row.adcode]));
const BY_LETTER = new Map([
  ...PROVINCES.flatMap((row): [string, string][] => (row.abbr ? [[row.abbr, row.adcode]] : [])),
  ...([
    ["川", "510000"],
    ["蜀", "510000"],
    ["贵", "520000"],
    ["黔", "520000"],
    ["云", "530000"],
    ["滇", "530000"],
    ["甘", "620000"],
    ["陇", "620000"],
    ["陕", "610000"],
    ["秦", "610000"],
    ["琼", "460000"],
  ] as const),
]);
const PREFECTURE = new Map(
  prefectures.flatMap(
    (row) =>
      [
        [row.name, row],
        [row.short, row],
      ] as const,
  ),
);

/** The provinces of 四川, 苏皖, 两广; undefined when the words are something else. */
export function provincesIn(words: string): string[] | undefined {
  const name = words.replace(/(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, "");
  const one = BY_NAME.get(name);
  if (one) return [one];
  if (name === "两广") return ["440000", "450000"];
  if (name === "两湖") return ["420000", "430000"];
  const letters = [...name].map((letter) => BY_LETTER.get(letter));
  return letters.length > 0 && letters.every((code) => code !== undefined)
    ? letters.filter((code) => code !== undefined)
    : undefined;
}

const area = (
  text: string,
  part: string | null,
  adcodes: readonly string[],
  rule: string | null,
): ResolvedArea => ({
  text,
  part,
  adcodes: [...new Set(adcodes)].sort(),
  approximate: rule !== null,
  rule,
});

/** Every way to read the words as a place and a part of it; a whole name before letters: 陕西南部 is no 西南部 of 陕. */
export function splits(words: string): [outer: string, part: string][] {
  const named = (outer: string) => (BY_NAME.has(outer) || zoneOf(outer) ? 0 : 1);
  return [...candidates(words)].sort(([a], [b]) => named(a) - named(b));
}
function* candidates(words: string): Generator<[outer: string, part: string]> {
  for (const part of VAGUE) if (words.endsWith(part)) yield [words.slice(0, -part.length), part];
  const plain = words.replace(/部$/, "");
  for (const part of PARTS) if (plain.endsWith(part)) yield [plain.slice(0, -part.length), part];
}

/**
 * The codes that a forecast's words mean: a whole province is itself; a part is the prefectures whose centres lie in
 * it; a weather region is its stated list. Words that mean nothing here give an empty list.
 */
export function resolveArea(words: string): ResolvedArea {
  const text = words.trim();
  const plain = text
    .replace(/(?:等地|等)$/, "")
    .replace(/(?<=.{2})(?:的)?(?:部分|大部|局部|多)地(?:区)?$/, "");
  const zone = zoneOf(plain) ?? zoneOf(plain.replace(/(?:地区|一带)$/, ""));
  if (zone) return area(text, null, zoneCodes(zone), "zone");
  const provinces = provincesIn(plain);
  if (provinces) return area(text, null, provinces, null);
  const place = PREFECTURE.get(plain);
  if (place) return area(text, null, [place.adcode], null);
  for (const [outer, part] of splits(plain.replace(/地区$/, ""))) {
    const [inZone, owners] = [zoneOf(outer), provincesIn(outer)];
    const shown = VAGUE.includes(part) ? part : `${part}部`;
    const parts = (units: readonly Unit[]) => cut(units, part).map((unit) => unit.adcode);
    if (VAGUE.includes(part)) {
      const codes = inZone ? zoneCodes(inZone) : owners;
      if (codes) return area(text, shown, codes, "whole");
    } else if (inZone) return area(text, shown, parts(zoneUnits(inZone)), "part");
    else if (owners)
      return area(
        text,
        shown,
        owners.flatMap((province) => parts(unitsOf([province]))),
        "part",
      );
  }
  return area(text, null, [], "unknown");
}

/** The provinces that codes lie in, in the order of their codes. */
export const provincesOfCodes = (codes: readonly string[]) =>
  [...new Set(codes.map((code) => `${code.slice(0, 2)}0000`))].sort();
