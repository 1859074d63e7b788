import { ABBREVIATIONS, COUNTY_SHORTS, choose, PLACES, type Place, WATERS, type Water } from "./gazetteer";
import { numberOf } from "./numbers";
import { TERMS, type Term } from "./terms";
import { readTime, type TimeWords } from "./times";

export type ResponseLevel = "I" | "II" | "III" | "IV";

/** A reading that is no fixed word: found by its shape or in the gazetteer. */
export type Found =
  | { kind: "level"; level: ResponseLevel }
  | { kind: "place"; place: Place; run?: Place[] }
  | { kind: "water"; water: Water }
  | { kind: "time"; time: TimeWords }
  | { kind: "count"; count: number | null; unit: string }
  | { kind: "many" }
  | { kind: "place_issuer"; name: string; place: Place }
  | { kind: "mark"; mark: string };

export type Reading = Term | Found;
type Kind = Reading["kind"];
type Of<K extends Kind> = Extract<Reading, { kind: K }>;

/** A word of the cleaned text at [start, end) with all its readings; none for a character that is not known. */
export interface Token {
  text: string;
  start: number;
  end: number;
  readings: readonly Reading[];
}

export function as<K extends Kind>(token: Token | undefined, kind: K): Of<K> | undefined {
  return token?.readings.find((reading): reading is Of<K> => reading.kind === kind);
}
export const is = (token: Token | undefined, ...kinds: Kind[]): boolean =>
  token?.readings.some((reading) => kinds.includes(reading.kind)) ?? false;

/** All that is known of one written form. */
interface Entry {
  terms: readonly Term[];
  water?: Water;
  places?: Place[];
  shorts?: Place[];
}

const ENTRIES = new Map<string, Entry>();
/** For each first character the lengths of the words that begin with it, longest first. */
const LENGTHS = new Map<string, number[]>();
for (const word of new Set([...TERMS.keys(), ...PLACES.keys(), ...COUNTY_SHORTS.keys(), ...WATERS.keys()])) {
  ENTRIES.set(word, {
    terms: TERMS.get(word) ?? [],
    water: WATERS.get(word),
    places: PLACES.get(word),
    shorts: COUNTY_SHORTS.get(word),
  });
  const lengths = LENGTHS.get(word.charAt(0)) ?? [];
  if (!lengths.includes(word.length)) lengths.push(word.length);
  LENGTHS.set(
    word.charAt(0),
    lengths.sort((x, y) => y - x),
  );
}

const LEVEL = /(一|二|三|四|I{1,3}(?!V)|IV|[1-4])级/y;
const LEVELS: Record<string, ResponseLevel> = {
  一: "I",
  二: "II",
  三: "III",
  四: "IV",
  1: "I",
  2: "II",
  3: "III",
  4: "IV",
  I: "I",
  II: "II",
  III: "III",
  IV: "IV",
};
const COUNT =
  /(\d{1,9}|[一二两三四五六七八九十百]{1,4}|多|数)(余|多|来)?(个|支|名|批|组|人|路|架|台|套|辆|艘|条|座|处)/y;
const MANY =
  /(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|多|各)个?(?:省区市|省份|省区|省市|省（区、市）|省、区、市|省|市县|市|县|地市|自治区)/y;
const SHAPED = /[\dI一二三四五六七八九十百两多数各今昨明后前当同未凌清早上中下午傍晚夜深]/;
const PUNCTUATION = /[，。；：！？、（）“”《》\n…【】—]/;

const MARKS = new Map(
  [..."，。；：！？、（）“”《》\n…【】—"].map((mark): [string, Reading[]] => [
    mark,
    [{ kind: "mark", mark }, ...(TERMS.get(mark) ?? [])],
  ]),
);

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What follows 黑龙江 when the river is meant and not the province. */
const RIVER_AFTER = /^(干流|流域|上游|中游|下游|水位|水情|江段|沿线|洪水|河段|全线)/;

const word = (text: string, start: number, length: number, readings: readonly Reading[]): Token => ({
  text: text.slice(start, start + length),
  start,
  end: start + length,
  readings,
});

function shaped(text: string, at: number): Token | undefined {
  const sign = text.charAt(at);
  if (PUNCTUATION.test(sign)) return word(text, at, 1, MARKS.get(sign) ?? []);
  if (!SHAPED.test(sign)) return undefined;
  const time = readTime(text, at);
  if (time) return word(text, at, time.length, [{ kind: "time", time }]);
  const level = sticky(LEVEL, text, at);
  const found = level && LEVELS[level[1] ?? ""];
  if (level && found) return word(text, at, level[0].length, [{ kind: "level", level: found }]);
  const many = sticky(MANY, text, at);
  if (many) return word(text, at, many[0].length, [{ kind: "many" }, ...(TERMS.get(many[0]) ?? [])]);
  const count = sticky(COUNT, text, at);
  if (!count) return undefined;
  const reading = { kind: "count", count: numberOf(count[1] ?? ""), unit: count[3] ?? "" } as const;
  return word(text, at, count[0].length, [reading]);
}

/** The place named just before, when it touches or stands before a joint: it decides between places of one name. */
function placeBefore(tokens: readonly Token[], at: number): { place: Place; touches: boolean } | undefined {
  for (let i = tokens.length - 1; i >= Math.max(0, tokens.length - 3); i--) {
    const place = as(tokens[i], "place")?.place;
    if (place) return { place, touches: tokens[i]?.end === at };
    if (!is(tokens[i], "joint")) return undefined;
  }
  return undefined;
}

function named(text: string, at: number, tokens: readonly Token[]): Token | undefined {
  for (const length of LENGTHS.get(text.charAt(at)) ?? []) {
    if (at + length > text.length) continue;
    const form = text.slice(at, at + length);
    const entry = ENTRIES.get(form);
    if (!entry) continue;
    if (!entry.water && !entry.places && !entry.shorts) return word(text, at, length, entry.terms);
    const readings = [...entry.terms, ...geographic(entry, form, text, at, tokens)];
    if (readings.length) return word(text, at, length, readings);
  }
  return undefined;
}

function geographic(
  entry: Entry,
  form: string,
  text: string,
  at: number,
  tokens: readonly Token[],
): Reading[] {
  const readings: Reading[] = entry.water ? [{ kind: "water", water: entry.water }] : [];
  const before = placeBefore(tokens, at);
  if (form === "黑龙江" && RIVER_AFTER.test(text.slice(at + 3, at + 6)))
    return [{ kind: "water", water: { name: form, kind: "river" } }];
  if (entry.places) {
    const place = choose(entry.places, before?.place);
    if (place) readings.push({ kind: "place", place });
  } else if (before) {
    const inside = entry.shorts?.find(
      (place) => place.adcode.slice(0, 2) === before.place.adcode.slice(0, 2),
    );
    if (inside) readings.push({ kind: "place", place: inside });
  }
  return readings;
}

const RUN = 6;
const AFTER_SINGLE = /^[、和及等两三四五六七八九十省]/;

/** 京津冀, 粤桂琼: two or more one-character forms in a row; a single one only in a list of such. */
function abbreviated(text: string, at: number, tokens: readonly Token[]): Token | undefined {
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

const WATER_END: Record<string, Water["kind"]> = { 江: "river", 河: "river", 溪: "river", 湖: "lake" };
const NO_NAME =
  /^(内|小|大|江|山|银|沿|滨|跨|过|两|外|人工|临|入|出|各|本|该|主|支|上|下|排|引|护城|城市|中小|主要|重要|部分|运|冰|天|众多|多条|境内|省内|全部|其他|大小|条|病险|大型|小型|中型|中小型|大中型|重点|各类|有关|相关|座)$|[江河湖沿滨]/;

/** 穆棱河, 瓦峪河: one to three unknown characters before 江, 河, 溪, 湖 or 水库, when no dictionary has them. */
function unknownWater(text: string, at: number, tokens: Token[]): Token | undefined {
  const sign = text.charAt(at);
  const reservoir = sign === "水" && text.charAt(at + 1) === "库";
  const kind = reservoir ? "reservoir" : WATER_END[sign];
  if (!kind) return undefined;
  let from = tokens.length;
  while (
    from > 0 &&
    tokens.length - from < 6 &&
    tokens[from - 1]?.readings.length === 0 &&
    !PARTICLE.test(tokens[from - 1]?.text ?? "")
  )
    from--;
  const stem = tokens.slice(from);
  const name = stem.map((token) => token.text).join("");
  if (
    stem.length < 1 ||
    stem.length > (reservoir ? 4 : 3) ||
    NO_NAME.test(name) ||
    !/^[\u4e00-\u9fff]+$/.test(name)
  )
    return undefined;
  const end = at + (reservoir ? 2 : 1);
  if (
    !reservoir &&
    /[流水道段岸堤湖底边面口]/.test(text.charAt(end)) &&
    !/^(水位|段)/.test(text.slice(end, end + 2))
  )
    return undefined;
  tokens.length = from;
  const start = stem[0]?.start ?? at;
  return {
    text: text.slice(start, end),
    start,
    end,
    readings: [{ kind: "water", water: { name: text.slice(start, end), kind } }],
  };
}
const PARTICLE = /[的了在与和及由于受从往向是有为以将被到使致条座及各其该]/;

/** A body named after its place: 湖北省 + 防汛抗旱指挥部; 水利部 before a basin's body is not a second one. */
function joinNames(tokens: Token[]): void {
  const last = tokens[tokens.length - 1];
  const before = tokens[tokens.length - 2];
  if (!last || !before || before.end !== last.start) return;
  const place = as(before, "place")?.place;
  if (place && is(last, "headquarters")) {
    tokens.length -= 2;
    const name = before.text + last.text;
    tokens.push({
      text: name,
      start: before.start,
      end: last.end,
      readings: [{ kind: "place_issuer", name, place }],
    });
  }
  if (is(last, "headquarters") && is(before, "many", "back")) headquartersOf(tokens);
  // 四川省防汛抗旱指挥部、水利厅: the second body is of the same place.
  const owner = is(before, "joint") ? as(tokens[tokens.length - 3], "place_issuer") : undefined;
  if (owner && is(last, "headquarters")) {
    tokens.pop();
    const name = `${tokens[tokens.length - 2]?.text.replace(HEADQUARTERS, "") ?? ""}${last.text}`;
    tokens.push({ ...last, readings: [{ kind: "place_issuer", name, place: owner.place }] });
  }
  if (before.text === "水利部" && as(last, "issuer")?.tier === "basin") {
    tokens.length -= 2;
    tokens.push({ ...last, start: before.start });
  }
}

/** 福建、浙江、广东三省防指: each one's own headquarters. */
function headquartersOf(tokens: Token[]): void {
  const body = tokens[tokens.length - 1];
  const count = tokens[tokens.length - 2];
  if (!body || !count || !is(tokens[tokens.length - 3], "place")) return;
  tokens.length -= 2;
  const suffix = /[省市]/.exec(count.text)?.[0] ?? "";
  const make = (token: Token | undefined, text: string, end: number) => {
    const place = as(token, "place")?.place;
    if (!token || !place) return undefined;
    const name = `${place.name.replace(/[省市]$/, "")}${suffix}${body.text}`;
    const own: Token = { text, start: token.start, end, readings: [{ kind: "place_issuer", name, place }] };
    return own;
  };
  for (let i = tokens.length - 1; i >= 0; i -= 2) {
    const token = tokens[i];
    const last = i === tokens.length - 1;
    const own =
      token &&
      make(token, last ? `${token.text}${count.text}${body.text}` : token.text, last ? body.end : token.end);
    if (!own) break;
    tokens[i] = own;
    if (!is(tokens[i - 1], "joint")) break;
  }
}

const HEADQUARTERS = /(?:三防|防|抗旱|水利|水务).*$/;

const NOTHING: readonly Reading[] = [];

/** Cuts the cleaned text into words: the longest known word at each place, else one character. Linear in the length. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const part = text.slice(0, to);
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const found =
      shaped(part, at) ??
      named(part, at, tokens) ??
      unknownWater(part, at, tokens) ??
      abbreviated(part, at, tokens);
    const token = found ?? word(part, at, 1, NOTHING);
    tokens.push(token);
    at = token.end;
    joinNames(tokens);
  }
  return tokens;
}
