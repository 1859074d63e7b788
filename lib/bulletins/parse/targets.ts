import type { Memory, PlaceName } from "./memory";
import { numberOf } from "./numbers";
import { bodyAt } from "./orderers";
import { clauseMark, type NounPhrase } from "./phrases";
import { type PlaceList, placesBefore, placesFrom } from "./sentences";
import { as, is, type Token } from "./tokens";

export interface Target {
  /** Where the act's words begin; the subject stands before. */
  from: number;
  regions: PlaceName[] | null;
  /** 上述, 其: the words that refer back; null when none do. */
  back: string | null;
  /** The region stands bare before the hazard, with no 针对 and no 将: 郑州市防汛应急响应. */
  own: boolean;
  /** 针对太湖流域汛情: the situation of a basin, for a province's body only the cause. */
  situation?: boolean;
  /** The regions are those counted under the level: 启动防汛三级应急响应的省份有…. */
  counted?: boolean;
}

/** 乌江 as a region is 乌江流域. */
export const basin = (names: readonly PlaceName[]): PlaceName[] =>
  names.map(({ name, adcode }) => ({
    name: adcode === null && !/[游域]$/.test(name) ? `${name}流域` : name,
    adcode,
  }));

/** 上述三省, 两省区 after 针对: places spoken of before. */
const refersBack = (tokens: readonly Token[], at: number) =>
  is(tokens[at], "back") || /^[两二三四五六七八九]个?(?:省|市|区|县)/.test(tokens[at]?.text ?? "");

/** The regions an act is for: inside its phrase, or with 针对 before its verb. */
export function targetOf(tokens: readonly Token[], phrase: NounPhrase, verbAt: number | undefined): Target {
  let from = Math.min(phrase.from, verbAt ?? phrase.from);
  if (phrase.regions) {
    const object = is(tokens[phrase.from - 1], "object");
    return {
      from,
      regions: basin(phrase.regions),
      back: null,
      own: !object && !phrase.toward && verbAt === undefined,
    };
  }
  if (is(tokens[phrase.from], "toward") && refersBack(tokens, phrase.from + 1))
    return { from, regions: null, back: backAt(tokens, phrase.from + 1), own: false };
  // 防汛四级应急响应（针对湖南）: told in brackets after it.
  const after =
    tokens[phrase.to]?.text === "（" && is(tokens[phrase.to + 1], "toward")
      ? placesFrom(tokens, phrase.to + 2)
      : undefined;
  if (after) return { from, regions: basin(after.names), back: null, own: false };
  const counted = countedAfter(tokens, phrase.to);
  if (counted) return { from, regions: basin(counted.names), back: null, own: false, counted: true };
  // 将湖南、江西提升至防汛三级应急响应: what 将 marks is raised.
  const moved = verbAt === undefined ? undefined : placesBefore(tokens, verbAt);
  if (moved && is(tokens[moved.from - 1], "object"))
    return { from: moved.from - 1, regions: basin(moved.names), back: null, own: false };
  for (let i = from - 1; i >= 0 && !/[，；：]/.test(tokens[i]?.text ?? ""); i--) {
    if (!is(tokens[i], "toward")) continue;
    if (refersBack(tokens, i + 1)) return { from: i, regions: null, back: backAt(tokens, i + 1), own: false };
    // 针对受台风影响的福建、浙江启动: the places stand at the end of their description.
    const list =
      placesFrom(tokens, i + 1) ?? (verbAt !== undefined ? placesBefore(tokens, verbAt) : undefined);
    if (!list || list.next > from) continue;
    from = i;
    return {
      from,
      regions: namesTarget(tokens, list.next, phrase.from) ? basin(list.names) : null,
      back: null,
      own: false,
      situation: tokens.slice(list.next, phrase.from).some((token) => is(token, "situation")),
    };
  }
  const river = riverBefore(tokens, from);
  if (river) return { from: river.from, regions: basin(river.names), back: null, own: false };
  return { from, regions: situationBefore(tokens, from), back: null, own: false, situation: true };
}

/** 长江委启动…，汉江流域维持三级应急响应: a basin that opens the clause of the act is what the act is for. */
function riverBefore(tokens: readonly Token[], verbAt: number) {
  const list = placesBefore(tokens, verbAt);
  const opens = list && clauseMark(tokens[list.from - 1]);
  return opens && list.names.every((one) => one.adcode === null) ? list : undefined;
}

const SCOPE =
  /^(?:适用|响应|实施|应急响应|目标|涉及|响应的)?(?:范围|区域|省份|地区)(?:为|是|包括|包含|涉及|有|：)|^(?:适用于|涉及|涵盖|覆盖|范围包括)/;

/** …四级应急响应，适用范围为福建、浙江: the regions in a clause of their own after the act. */
export function scopeAfter(tokens: readonly Token[], end: number): PlaceList | undefined {
  if (!/^[，；（]$/.test(tokens[end]?.text ?? "")) return undefined;
  const words = tokens
    .slice(end + 1, end + 9)
    .map((token) => token.text)
    .join("");
  const opens = SCOPE.exec(words)?.[0];
  const begin = (tokens[end + 1]?.start ?? 0) + (opens?.length ?? 0);
  const from = opens ? tokens.findIndex((token, i) => i > end && token.start >= begin) : -1;
  const list = from < 0 ? undefined : placesFrom(tokens, from);
  const next = tokens[list?.next ?? 0];
  return list?.names.every((one) => one.adcode !== null) && (next === undefined || is(next, "mark"))
    ? list
    : undefined;
}

const COUNTED = /^[的有为是：省区市份地方]$|^(包括|分别为|分别|地区|地方)$/;

/** 维持防汛四级应急响应的省份有湖南、江西: who is counted under the level stands after it. */
export function countedAfter(tokens: readonly Token[], to: number): PlaceList | undefined {
  let i = to;
  let opens = false;
  while (COUNTED.test(tokens[i]?.text ?? "") || is(tokens[i], "many")) {
    if (/^[有为是：]$|包括|分别为/.test(tokens[i]?.text ?? "")) opens = true;
    i++;
  }
  const list = opens ? placesFrom(tokens, i) : undefined;
  // Each with a level of its own is another list; a place that goes on to act is its own subject.
  const next = tokens[list?.next ?? 0];
  const closes = next === undefined || (is(next, "mark") && next.text !== "（");
  return list && closes && list.names.every((one) => one.adcode !== null) ? list : undefined;
}

/** 上述三省, 其, 两省: the words that refer back. */
function backAt(tokens: readonly Token[], at: number): string {
  let end = at;
  while (
    is(tokens[end], "back", "many") ||
    /^[一二两三四五六七八九十个省市地]$/.test(tokens[end]?.text ?? "")
  )
    end++;
  return tokens
    .slice(at, end)
    .map((token) => token.text)
    .join("");
}

const NUMBERED = /[一二两三四五六七八九十]+|\d+/;

/** The places spoken of before that the words refer back to: as many as they say, else those of the last act. */
export function spokenOf(memory: Memory, words: string): PlaceName[] {
  const count = numberOf(NUMBERED.exec(words)?.[0] ?? "");
  if (count && memory.places.length !== count)
    return memory.lists.findLast((list) => list.length === count) ?? apart(memory, words, count);
  return memory.places.length ? memory.places : (memory.lists.at(-1) ?? []);
}

/** 江苏省防指…，安徽省防指…。上述两省: places named one by one, when they are just as many; else nobody knows which. */
function apart(memory: Memory, words: string, count: number): PlaceName[] {
  const provincial = /[省区]/.test(words) && !/市/.test(words);
  const named = [...memory.lists.flat(), ...memory.places].filter(
    ({ adcode }) => adcode && (!provincial || adcode.endsWith("0000")),
  );
  const places = [...new Map(named.map((place) => [place.adcode, place])).values()];
  return places.length === count ? places : [];
}

/** The lists of places that a sentence names, for those after it; with `bodies`, the places of headquarters too. */
export function listsIn(tokens: readonly Token[], bodies = false): PlaceName[][] {
  const lists: PlaceName[][] = [];
  for (let i = 0; i < tokens.length; i++) {
    const own = bodies ? as(tokens[i], "place_issuer")?.place : undefined;
    if (own) lists.push([{ name: own.name, adcode: own.adcode }]);
    if (!is(tokens[i], "place")) continue;
    const list = placesFrom(tokens, i);
    if (!list) continue;
    lists.push(list.names.map(({ name, adcode }) => ({ name, adcode })));
    i = Math.max(i, list.next - 1);
  }
  return lists;
}

/** 针对重庆近期汛情，国家防总启动…: the target named in a clause of its own before. */
function situationBefore(tokens: readonly Token[], to: number): PlaceName[] | null {
  for (let i = 0; i < to; i++) {
    // 7月4日，针对…; 7月4日针对…; 7月4日电 针对…: it opens its clause, but for a time.
    const before = tokens[i - 1];
    const opens =
      i === 0 ||
      clauseMark(before) ||
      is(before, "time", "same", "issuer", "place_issuer") ||
      /^[电讯】）]$/.test(before?.text ?? "");
    if (!is(tokens[i], "toward") || !opens) continue;
    const list = placesFrom(tokens, i + 1);
    const end = tokens.findIndex((token, k) => k > i && clauseMark(token));
    if (!list || end < 0 || end >= to) continue;
    // 国家防总针对松花江流域汛情，将…: the body's own clause, and nobody else acts after it.
    const own = is(before, "issuer", "place_issuer");
    if (own && (!is(tokens[end - 1], "situation") || tokens.slice(end, to).some((token) => bodyAt(token))))
      continue;
    if (list.next === end || tokens.slice(list.next, end).some((token) => is(token, "situation")))
      return basin(list.names);
  }
  return null;
}

/** 针对重庆近期汛情 names the target; 针对华南降雨过程 only the cause. */
function namesTarget(tokens: readonly Token[], next: number, end: number): boolean {
  for (let i = next; i < end; i++) {
    if (is(tokens[i], "situation")) return true;
    if (is(tokens[i], "act")) return true;
    if (is(tokens[i], "cause", "rain")) return false;
  }
  return true;
}
