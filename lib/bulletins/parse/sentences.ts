import type { PlaceName } from "./memory";
import { isApart, NEW_SETTING } from "./setting";
import type { Clean, Paragraph } from "./text";
import { type Day, resolveDay, type TimeWords } from "./times";
import { tokenise } from "./tokenise";
import { as, is, type Token } from "./tokens";

/** A sentence in words, with what the ones before it leave behind. */
export interface Sentence {
  tokens: Token[];
  paragraph: Paragraph;
  /** The day the text speaks from. */
  base: Day;
  /** The headline of its piece, "" when it has none. */
  headline: string;
  /** The place whose headquarters was named last, in the text or its headline: 省防指 is its own. */
  home: PlaceName | null;
  /** A drill, another country, a year gone by: nothing in it is so here and now. */
  apart: boolean;
}

/** No sentence of a bulletin is this long, in words; a longer one is cut, so that time grows with the length alone. */
const LONG = 240;
const TOO_LONG = 400;
const END = /[。！？\n]/;

/** A paragraph with none of these states no fact and no day that a fact hangs on. */
const RELEVANT =
  /最大洪水|响应|会商|视频|要求|强调|指出|部署|预置|通信|工作组|专家组|督|检查组|指导组|力量|队|指战员|救援|抢险|排涝|抢修|消防|水位|水势|平稳|超[警保历汛过出]|[上猛暴起复]涨|涨|回落|[消缓转]退|消落|退水|退出|[缓转][落降]|警戒|雨|降水|日电|[今昨][天日]（|断[路电网]|中断|阻断|停电|三断|险情|管涌|决[口堤]|溃[口堤]|漫堤|渗漏|渗水|崩岸/;

/** 水文部门预计：: a line after which a list tells what is only foretold. */
export const OPENS_FORECAST = /(?:预计|预测|预报)(?:如下)?：$/;

/** The paragraphs as sentences; a headline counts only as the place where a new piece begins. */
export function sentencesOf({ text, paragraphs }: Clean, published: Day, headlines: boolean): Sentence[] {
  const sentences: Sentence[] = [];
  let base = published;
  let drillPiece = false;
  let headline = "";
  let home: PlaceName | null = null;
  for (const paragraph of paragraphs) {
    const plain = text.slice(paragraph.start, paragraph.end);
    if (paragraph.headline) {
      drillPiece = /演练|演习/.test(plain);
      headline = plain;
      if (HEADQUARTERS.test(plain)) home = homeOf(tokenise(text, paragraph.start, paragraph.end)) ?? home;
      if (!headlines) continue;
    }
    if (!RELEVANT.test(plain) && !OPENS_FORECAST.test(plain)) {
      // 湖南省防汛抗旱指挥部办公室汛情通报: whose paper it is.
      if (HEADED.test(plain.slice(0, HEAD)))
        home =
          homeOf(tokenise(text, paragraph.start, Math.min(paragraph.end, paragraph.start + HEAD))) ?? home;
      continue;
    }
    const tokens = tokenise(text, paragraph.start, paragraph.end);
    base = ownDay(tokens, base);
    const setting = NEW_SETTING(drillPiece);
    let from = 0;
    for (let i = 0; i <= tokens.length; i++) {
      const mark = as(tokens[i], "mark")?.mark;
      // 【国家防总针对江西启动防汛四级应急响应】7月4日…: a headline in brackets is a sentence of its own.
      const titled = mark === "】" && i - from >= 5;
      const ends =
        titled || (mark !== undefined && (END.test(mark) || (i - from >= LONG && /[，；]/.test(mark))));
      if (i < tokens.length && !ends && i - from < TOO_LONG) continue;
      const part = tokens.slice(from, Math.min(i + 1, tokens.length));
      from = i + 1;
      const [first] = part;
      if (!first || part.every((token) => is(token, "mark"))) continue;
      home = homeOf(part) ?? home;
      const apart = isApart(part, text.slice(first.start, part.at(-1)?.end), base, setting);
      sentences.push({ tokens: part, paragraph, base, headline, home, apart });
    }
  }
  return sentences;
}

const HEADQUARTERS = /防|水利厅|水务/;
/** A line that begins with the name of a headquarters, in its first characters. */
const HEADED = /指挥部|防[指总办]|三防办|水利厅/;
const HEAD = 40;

/** The place of the last headquarters these words name. */
function homeOf(tokens: readonly Token[]): PlaceName | null {
  const place = tokens.findLast((token) => is(token, "place_issuer"));
  const found = as(place, "place_issuer")?.place;
  return found ? { name: found.name, adcode: found.adcode } : null;
}

const DATELINE = /^(新|电|中|本)$/;

/** 今天（7月4日） and 新华社北京7月4日电 say which day the piece speaks from. */
function ownDay(tokens: readonly Token[], base: Day): Day {
  for (let i = 0; i < tokens.length; i++) {
    const time = as(tokens[i], "time")?.time;
    if (!time || time.day === undefined) continue;
    const stated = resolveDay({ ...time, shift: undefined }, base);
    if (stated === undefined) continue;
    if (typeof time.shift === "number" && time.shift <= 0 && time.shiftEnd === undefined)
      return stated - time.shift;
    if (
      tokens[i + 1]?.text === "电" &&
      tokens.slice(Math.max(0, i - 6), i).some((token) => DATELINE.test(token.text))
    )
      return stated;
  }
  return base;
}

/** Places, one after another with joints between, read from index `from`; the words of counting (等六省份) end the list. */
export interface PlaceList {
  /** Index after the list. */
  next: number;
  names: { name: string; adcode: string | null; token: Token }[];
}

const BASIN_REACH = /^(上游|中游|下游|中下游|上中游|中上游|流域)$/;
/** A county lies in its prefecture, both in their province. */
const isInside = (inner: string, outer: string | null) =>
  outer !== null && inner !== outer && inner.startsWith(outer.replace(/(?:00)+$/, ""));
const isRun = (token: Token | undefined) => as(token, "place")?.run;

/** 第八师石河子市: the division of the corps before its town says nothing more. */
function afterDivision(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== "第") return from;
  const end = tokens.slice(from, from + 5).findIndex((token) => token.text === "师");
  return end < 0 ? from : from + end + 1;
}

function placeAt(tokens: readonly Token[], begin: number): PlaceList | undefined {
  const from = afterDivision(tokens, begin);
  let i = from;
  const first = tokens[i];
  const water = as(first, "water")?.water;
  if (first && water && !as(first, "place")) {
    const reach = tokens[i + 1];
    const known = reach && BASIN_REACH.test(reach.text) ? reach.text : "";
    return {
      next: known ? i + 2 : i + 1,
      names: [{ name: `${water.name}${known}`, adcode: null, token: first }],
    };
  }
  const names: PlaceList["names"] = [];
  while (as(tokens[i], "place")) {
    const token = tokens[i] as Token;
    const run = isRun(token);
    // 河南安阳: of places that touch, the innermost is meant; 广西广东 are two.
    const own = as(token, "place")?.place;
    const outer = names.at(-1);
    if (!run && own && outer && isInside(own.adcode, outer.adcode)) names.pop();
    for (const place of run ?? [as(token, "place")?.place])
      if (place) names.push({ name: place.name, adcode: place.adcode, token });
    i++;
    if (run) break;
  }
  if (!names.length) return undefined;
  // 新乡卫河流域, 贾鲁河沿线: the river says which part, the place is the region.
  while (
    is(tokens[i], "water", "reach") ||
    tokens[i]?.text === "沿" ||
    tokens[i]?.text === "线" ||
    tokens[i]?.text === "部"
  )
    i++;
  return { next: i, names };
}

const MAIN = /^(?:长江|黄河|淮河|海河|珠江|松花江|嫩江|辽河)$/;

/** 海河辽河: two main rivers that touch are two; a tributary (长江乌江) says which part. */
const riversTouch = (tokens: readonly Token[], at: number): boolean =>
  [at - 1, at].every((i) => MAIN.test(tokens[i]?.text ?? ""));

/** The list of places that begins at `from`, if one does. */
export function placesFrom(tokens: readonly Token[], from: number): PlaceList | undefined {
  let list = placeAt(tokens, from);
  if (!list) return undefined;
  for (;;) {
    let i: number = list.next;
    while (is(tokens[i], "joint")) i++;
    const more: PlaceList | undefined =
      i > list.next || riversTouch(tokens, i) ? placeAt(tokens, i) : undefined;
    if (!more) break;
    list = { next: more.next, names: [...list.names, ...more.names] };
  }
  let next = list.next;
  while (is(tokens[next], "etc", "many", "back") || tokens[next]?.text === "个") next++;
  return { next, names: list.names };
}

/** The list of places that ends just before `to`: where it begins, and its names. */
export function placesBefore(
  tokens: readonly Token[],
  to: number,
): (PlaceList & { from: number }) | undefined {
  let from = to;
  while (
    from > 0 &&
    (is(tokens[from - 1], "place", "water", "reach", "etc", "many", "joint") ||
      /^[个沿线部]$/.test(tokens[from - 1]?.text ?? ""))
  )
    from--;
  while (from < to && !is(tokens[from], "place", "water")) from++;
  const list = from < to ? placesFrom(tokens, from) : undefined;
  return list && list.next >= to ? { ...list, from } : undefined;
}

export const timeOf = (token: Token | undefined): TimeWords | undefined => as(token, "time")?.time;

/** The codes of the places named in these words. */
export function codesIn(tokens: readonly Token[]): string[] {
  const codes: string[] = [];
  tokens.forEach((token, i) => {
    const reading = as(token, "place");
    if (!reading) return;
    const next = as(tokens[i + 1], "place");
    // 河南南阳: the inner place is the destination.
    if (
      next &&
      !reading.run &&
      isInside(next.place.adcode, reading.place.adcode) &&
      tokens[i + 1]?.start === token.end
    )
      return;
    for (const place of reading.run ?? [reading.place]) codes.push(place.adcode);
  });
  return codes;
}
