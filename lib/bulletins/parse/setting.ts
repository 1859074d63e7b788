import { WATERS } from "./gazetteer";
import { type Day, resolveDay } from "./times";
import { as, is, type Token } from "./tokens";

/** How many sentences after the last mention of a drill still tell of it. */
const DRILL_REACH = 3;

/** The same for a film, a book or a rule that is quoted. */
const TALE_REACH = 1;

/** What the sentences of a paragraph so far have set the scene for. */
export interface Setting {
  /** Sentences left that tell a drill, a tale or a rule. */
  drill: number;
  abroad: boolean;
  /** The provinces, by the first figures of their codes, in which a drill is held. */
  held: Set<string>;
  /** The day of the drill, when the text tells one and none is made up in it. */
  day: Day | null;
  /** A province's own drill: no body of the nation or of a basin takes part. */
  local: boolean;
}

export const NEW_SETTING = (drill: boolean): Setting => ({
  drill: drill ? Number.POSITIVE_INFINITY : 0,
  abroad: false,
  held: new Set(),
  day: null,
  local: false,
});

/** The provinces that a sentence names, by the first figures of their codes. */
function provincesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const place = as(token, "place")?.place ?? as(token, "place_issuer")?.place;
    return place ? [place.adcode.slice(0, 2)] : [];
  });
}

/** The days of the calendar that a sentence names. */
function datesIn(tokens: readonly Token[], base: Day): Day[] {
  return tokens.flatMap((token) => {
    const time = as(token, "time")?.time;
    return time?.day === undefined || time.vague ? [] : [resolveDay(time, base) ?? []].flat();
  });
}

/** Whether a sentence after a drill speaks of other provinces alone: no drill is held there. */
function isElsewhere(tokens: readonly Token[], held: ReadonlySet<string>): boolean {
  const named = held.size ? provincesIn(tokens) : [];
  return named.length > 0 && named.every((code) => !held.has(code));
}

const YEAR = /(?<!超过|超|突破|高于|低于|仅次于|列|自|继|为|是|与)(?:19|20)\d{2}年(?!第|以来|来|后|至)/;
const EARLIER = /去年同期|历史上/;

/**
 * Whether a sentence speaks of a drill, of a tale, of another country or of a year gone by: it states nothing of here and now.
 * `setting` is brought up to date.
 */
export function isApart(tokens: readonly Token[], text: string, base: Day, setting: Setting): boolean {
  // 要求各地开展演练 is no drill that is told.
  // 推演结束后，湖北省防指启动…: what comes after a drill is no drill.
  // 演练结束前，针对当天实际降雨，…启动: what is done for a rain that is real.
  const ended = ENDED.test(text.slice(0, 30)) || (REAL.test(text) && !MADE_UP.test(text));
  if (ended) setting.drill = 0;
  const told =
    !ended &&
    tokens.some((token, i) => is(token, "drill") && !tokens.slice(0, i).some((one) => is(one, "order")));
  // 《预案》规定，…: a rule; 根据有关规定，… gives a reason for what is done.
  const reason = tokens.some((token) => /^(根据|按照|依据|依照)$/.test(token.text));
  const tale = tokens.some((token) => is(token, "tale") && !(reason && /^规定/.test(token.text)));
  const above = tokens.some((token) => is(token, "issuer"));
  const days = datesIn(tokens, base);
  const madeUp = tokens.some((token) => /^(?:模拟|假设|假定|设定)$/.test(token.text));
  if (told) setting.day = madeUp ? null : (days[0] ?? null);
  else if (madeUp) setting.day = null;
  // 7月13日举行演练。…。指挥部14日10时启动…: of another day than the drill.
  else if (setting.day !== null && setting.drill < Number.POSITIVE_INFINITY && !tale) {
    const { day } = setting;
    if (days.some((one) => one > day)) setting.drill = 0;
  }
  if (told) {
    setting.held = new Set(provincesIn(tokens));
    setting.local = setting.held.size > 0 && !above && setting.drill < Number.POSITIVE_INFINITY;
  } else if (tale) {
    setting.held.clear();
    setting.local = false;
  } else if (setting.drill < Number.POSITIVE_INFINITY && isElsewhere(tokens, setting.held)) setting.drill = 0;
  if (tale) setting.drill = Math.max(setting.drill, TALE_REACH + 1);
  if (told) setting.drill = Math.max(setting.drill, DRILL_REACH + 1);
  else if (!tale && setting.drill > 0) setting.drill--;
  for (const [i, token] of tokens.entries()) {
    // 菲律宾以东洋面的热带低压: where a storm comes from.
    if (is(token, "abroad") && OFF_COAST.test(tokens[i + 1]?.text ?? "")) continue;
    if (is(token, "abroad")) setting.abroad = true;
    else if (is(token, "place", "issuer", "place_issuer") || WATERS.has(token.text)) setting.abroad = false;
  }
  // 江西举行演练，…。国家防总将…: what a body of the nation does is no part of a province's drill.
  const inDrill = setting.drill > 0 && !(setting.local && above && !told && !tale);
  return inDrill || setting.abroad || isPastYear(text, base);
}

const OFF_COAST = /^(?:以|[东西南北中]|近海|海|洋|沿海)/;

const REAL =
  /(?:针对|根据|鉴于|因|受|应对)(?:当[天日前]|目前|眼下|今[天日]|正在发生)的?(?:实际|真实)的?(?:[强暴]?降[雨水]|雨情|水情|汛情|雨水情|来水|洪水)/;
const MADE_UP = /模拟|假设|假定|设定/;
const ENDED = /(?:推演|演练|演习|拉练)(?:活动)?(?:顺利|圆满)?(?:结束|完毕|落幕)(?:之?后|不久|，|当[天日晚])/;

/** 2016年7月，长江防总启动…: an earlier year named at the beginning of a sentence, or of a clause of it. */
function isPastYear(text: string, base: Day): boolean {
  if (base <= 0 || EARLIER.test(text)) return false;
  const now = new Date(base * 86_400_000).getUTCFullYear();
  const year = YEAR.exec(text.slice(0, 40));
  if (year && Number(year[0].slice(0, 4)) < now) return true;
  const told = /[，；：。](?:早?在)?((?:19|20)\d{2})年(?!第|以来|来|后|至|同期)/.exec(
    text.slice(0, 120),
  )?.[1];
  return told !== undefined && Number(told) < now;
}

/** 网传…，系谣言: what the sentence tells is said not to be so. */
export const isDisowned = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => as(token, "unreal")?.scope === "sentence");

const QUAKE = /地震|抗震|森林火灾|草原火灾|山火/;
const FLOOD = /[汛洪旱雨]|台风|水位|水库|堤|涝/;

/** 自然资源部增派专家赴一线指导地质灾害防御: its own hazard, when nothing in the sentence is about a flood. */
const isLandslide = (words: string): boolean =>
  /自然资源部/.test(words) &&
  /地质灾害(?:防御|防治|防范|避险|应急)/.test(words) &&
  !/国家防|水利部|应急/.test(words);

/** The sentence is about an earthquake or landslides and nothing in it about water. */
export function onlyQuake(tokens: readonly Token[]): boolean {
  const words = tokens.map((token) => token.text).join("");
  if (isLandslide(words) && !FLOOD.test(words)) return true;
  return QUAKE.test(words) && !FLOOD.test(words);
}
