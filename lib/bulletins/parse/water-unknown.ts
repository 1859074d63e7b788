import { COUNTY_SHORTS, type Water } from "./gazetteer";
import { is, type Token, textOf } from "./tokens";
import type { Name } from "./water-names";

export const nameOnly = (tokens: readonly Token[], at: number, next: number, kind: Water["kind"]): Name => ({
  name: textOf(tokens, at, next),
  kind,
  start: tokens[at]?.start ?? 0,
  end: tokens[next - 1]?.end ?? 0,
  stretch: "",
  river: textOf(tokens, at, next),
  placed: false,
  reached: false,
  next,
});

/** 陆水、某乙支、修水等43条河流: a member of the list that no rule can name ends at the next joint, and the list goes on. */
export function pastUnknown(tokens: readonly Token[], from: number): number | undefined {
  let next = from;
  while (next < from + UNKNOWN && (tokens[next]?.readings.length === 0 || is(tokens[next], "reach"))) next++;
  const closes = is(tokens[next], "joint", "etc") && is(tokens[next + 1], "water", "place", "count");
  return next > from && closes && /^[\u3400-\u9fff]+$/.test(textOf(tokens, from, next)) ? next : undefined;
}

/** No name of a water is longer, in characters. */
const UNKNOWN = 8;

/** 辽西沿海六股河, 武隆芙蓉江: on what coast or in which county the river is. */
export function pastWhere(tokens: readonly Token[], from: number): number {
  for (let i = from + 2; i < from + 6 && tokens[i - 1]?.readings.length === 0; i++) {
    const where = textOf(tokens, from, i);
    if (!is(tokens[i], "water")) continue;
    if (/(?:沿海|半岛|境内|山区|地区)$/.test(where) || COUNTY_SHORTS.has(where)) return i;
  }
  return from;
}

/** 清漳东源, after the word for a tributary: a name that no list has, up to the next joint. */
export function unknownAt(tokens: readonly Token[], from: number): Name | undefined {
  let next = from;
  while (next < from + 6 && tokens[next]?.readings.length === 0) next++;
  const name = textOf(tokens, from, next);
  const closes = is(tokens[next], "joint", "etc") || tokens[next]?.text === "，";
  // 大四家子河: a river by its last character, whatever stands before it.
  const river = /^[\u3400-\u9fff]{2,5}[江河溪沟]$/.test(name) && !/[的多各数部主有]/.test(name);
  const bare = /^[\u3400-\u9fff]{2,4}$/.test(name) && !/[的多各数部主一二三四五有]/.test(name);
  if (!closes || !(river || bare)) return undefined;
  return nameOnly(tokens, from, next, "river");
}
