import { STATIONS } from "./extra-waters";
import {
  ABBREVIATIONS,
  COUNTY_SHORTS,
  choose,
  NAMESAKE,
  PLACES,
  type Place,
  WATERS,
  type Water,
} from "./gazetteer";
import type { Term } from "./term";
import { TERMS } from "./terms";
import { as, is, type Reading, type Token, word } from "./tokens";

/** All that is known of one written form. */
interface Entry {
  terms: readonly Term[];
  water?: Water;
  places?: Place[];
  shorts?: Place[];
}

const ENTRIES = new Map<string, Entry>();
/** For the first two characters the lengths of the words that begin with them, longest first; for one, itself as a word. */
const LENGTHS = new Map<string, number[]>();
const words = new Set([...TERMS.keys(), ...PLACES.keys(), ...COUNTY_SHORTS.keys(), ...WATERS.keys()]);
for (const word of [...words].sort((x, y) => y.length - x.length)) {
  ENTRIES.set(word, {
    terms: TERMS.get(word) ?? [],
    water: WATERS.get(word),
    places: PLACES.get(word),
    shorts: COUNTY_SHORTS.get(word),
  });
  const lengths = LENGTHS.get(word.slice(0, 2)) ?? (words.has(word.charAt(0)) ? [1] : []);
  if (!lengths.includes(word.length))
    lengths.splice(lengths.at(-1) === 1 ? -1 : lengths.length, 0, word.length);
  LENGTHS.set(word.slice(0, 2), lengths);
}

/** What follows 黑龙江 when the river is meant and not the province. */
const RIVER_AFTER =
  /^(?:干流|流域|[上中下]{1,2}游|水位|水情|江段|沿线|洪水(?!防御)|河段|全线|[\u4e00-\u9fff]{2,3}以[上下](?:江|河)段|[\u4e00-\u9fff]{2,4}至[\u4e00-\u9fff]{2,4}(?:江|河)段|[\u4e00-\u9fff]{2,4}(?:段|站)(?:水位|[超低高涨退回、，已仍]))/;

/** The place named just before, when it touches or stands before a joint: it decides between places of one name. */
function placeBefore(tokens: readonly Token[], at: number): { place: Place; touches: boolean } | undefined {
  for (let i = tokens.length - 1; i >= Math.max(0, tokens.length - 3); i--) {
    const place = as(tokens[i], "place")?.place;
    if (place) return { place, touches: tokens[i]?.end === at };
    if (!is(tokens[i], "joint")) return undefined;
  }
  return undefined;
}

/** The characters that a well-known station begins with. */
const STATION_SIGNS = new Set([...STATIONS].map((name) => name.charAt(0)));

export function named(text: string, at: number, tokens: readonly Token[]): Token | undefined {
  // 润河集, 正阳关: a station, and neither 润河 nor 关河.
  const sign = text.charAt(at);
  const station = STATION_SIGNS.has(sign) ? text.slice(at, at + 3) : "";
  if (STATIONS.has(station) && !ENTRIES.has(station)) return word(text, at, 3, []);
  for (const length of LENGTHS.get(text.slice(at, at + 2)) ?? LENGTHS.get(sign) ?? []) {
    if (at + length > text.length) continue;
    const form = text.slice(at, at + length);
    const entry = ENTRIES.get(form);
    // 潍河水位: the river's level, not its water; 柴河水库.
    if (!entry || (/^[江河湖]水$/.test(form) && /[位库]/.test(text.charAt(at + length)))) continue;
    // 苏州河网: the waters of a place, not the river of that name.
    if (entry.water && form.endsWith("河") && text.charAt(at + length) === "网") continue;
    if (entry.water && reachOfCounty(form, text.charAt(at + length), tokens)) continue;
    // 在内蒙古: no 在内.
    if (form.endsWith("内") && text.startsWith("内蒙", at + length - 1)) continue;
    // 城陵矶以上江段: no word that refers back.
    if (form === "以上" && /^[江河]段/.test(text.slice(at + 2, at + 4))) continue;
    if (!entry.water && !entry.places && !entry.shorts) return word(text, at, length, entry.terms);
    const readings = [...entry.terms, ...geographic(entry, form, text, at, tokens)];
    if (readings.length) return word(text, at, length, readings);
  }
  return undefined;
}

/** 肇源、木兰江段: the reach at a county, and no 兰江. */
const reachOfCounty = (form: string, after: string, tokens: readonly Token[]): boolean =>
  after === "段" && COUNTY_SHORTS.has((tokens[tokens.length - 1]?.text ?? "") + form.slice(0, -1));

const WORDS_TOO = /^(?:城区|郊区|矿区|新城区|城中区|城东区|城西区|城北区|城关区)$/;
const LISTED = /^(?:[、和及]|将|已|启动|升|区|县|市|\d{1,2}个?[区县市]|等)/;

/** 北京…，门头沟、房山、昌平5个区启动: counties by their short names in the place of a subject. */
const listed = (text: string, end: number, tokens: readonly Token[]): boolean => {
  const last = tokens[tokens.length - 1];
  const opens =
    last === undefined ||
    (is(last, "mark") && /^[，；：。]$/.test(last.text)) ||
    is(last, "time", "go") ||
    last.text === "针对" ||
    (/^[对将]$/.test(last.text) && text.charAt(end) === "、");
  return (
    (opens || (is(last, "joint") && is(tokens[tokens.length - 2], "place"))) &&
    LISTED.test(text.slice(end, end + 4))
  );
};

const CONTEXT = 60;
export function lastPlace(tokens: readonly Token[]): Place | undefined {
  for (let i = tokens.length - 1; i >= Math.max(0, tokens.length - CONTEXT); i--) {
    const place = as(tokens[i], "place")?.place ?? as(tokens[i], "place_issuer")?.place;
    if (place) return place;
  }
  return undefined;
}

/** 黑龙江、嫩江: of a list of rivers. */
const besideRiver = (text: string, at: number): boolean =>
  /[、和]/.test(text.charAt(at)) &&
  [2, 3, 4].some((length) => WATERS.has(text.slice(at + 1, at + 1 + length)));

/** 嫩江、松花江、黑龙江: the last of such a list. */
const afterRiver = (tokens: readonly Token[]): boolean =>
  is(tokens[tokens.length - 1], "joint") &&
  is(tokens[tokens.length - 2], "water") &&
  !is(tokens[tokens.length - 2], "place");

function geographic(
  entry: Entry,
  form: string,
  text: string,
  at: number,
  tokens: readonly Token[],
): Reading[] {
  const readings: Reading[] = entry.water ? [{ kind: "water", water: entry.water }] : [];
  const before = placeBefore(tokens, at);
  // 长江路, 湖南路, 黄河大桥, 长江证券: a street or a firm that bears the name.
  if (NAMESAKE.test(text.slice(at + form.length, at + form.length + 2))) return [];
  if (
    form === "黑龙江" &&
    (RIVER_AFTER.test(text.slice(at + 3, at + 11)) || besideRiver(text, at + 3) || afterRiver(tokens))
  )
    return [{ kind: "water", water: { name: form, kind: "river" } }];
  if (entry.places) {
    const place = choose(entry.places, before?.place);
    // 城区, 郊区 are districts of that name only after their city.
    const word =
      WORDS_TOO.test(form) && !(before && place?.adcode.startsWith(before.place.adcode.slice(0, 4)));
    if (place && !word) readings.push({ kind: "place", place });
  } else if (before || listed(text, at + form.length, tokens)) {
    const where = before?.place ?? lastPlace(tokens);
    const inside =
      where && entry.shorts?.find((place) => place.adcode.slice(0, 2) === where.adcode.slice(0, 2));
    // As the text writes it: 密云, 同江.
    if (inside) readings.push({ kind: "place", place: { ...inside, name: form } });
  }
  return readings;
}

/** More provinces than one list of single characters ever names. */
const RUN = 12;
const AFTER_SINGLE = /^[、和及等两三四五六七八九十省]/;

/** 京津冀, 粤桂琼: two or more one-character forms in a row; a single one only in a list of such. */
export function abbreviated(text: string, at: number, tokens: readonly Token[]): Token | undefined {
  const run: Place[] = [];
  while (run.length < RUN) {
    const place = ABBREVIATIONS.get(text.charAt(at + run.length));
    if (!place) break;
    run.push(place);
  }
  const [first] = run;
  if (!first) return undefined;
  const listed =
    is(tokens[tokens.length - 1], "toward", "joint", "object") &&
    AFTER_SINGLE.test(text.slice(at + 1, at + 2));
  // 粤、桂、琼启动…: the last of such a list.
  const ends =
    is(tokens[tokens.length - 1], "joint") && as(tokens[tokens.length - 2], "place")?.run !== undefined;
  if (run.length < 2 && !listed && !ends) return undefined;
  return {
    text: text.slice(at, at + run.length),
    start: at,
    end: at + run.length,
    readings: [{ kind: "place", place: first, run }],
  };
}
