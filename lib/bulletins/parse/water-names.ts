import { TWO_LAKES, type Water } from "./gazetteer";
import { as, is, type Token } from "./tokens";

const MAIN_STEM = /^(长江|黄河|淮河|海河|珠江|松花江|辽河|西江|太湖)$/;

export interface Name {
  name: string;
  kind: Water["kind"];
  start: number;
  end: number;
  /** 重庆段: the stretch that a list shares with its last member. */
  stretch: string;
  next: number;
}

const STRETCH_END = /(?:江段|河段|湖段|段|站|城区段|断面)$/;
const STRETCH_MAX = 10;

/** 青衣江 + 雅安城区段, 长江干流 + 监利至大通江段, 长江中下游干流 + 寸滩站: how far the name goes. */
function stretchFrom(tokens: readonly Token[], from: number): number {
  let text = "";
  for (let i = from; i < Math.min(tokens.length, from + STRETCH_MAX); i++) {
    const token = tokens[i];
    if (!token || is(token, "mark", "stage", "trend", "status", "etc") || /^[的了，受各]$/.test(token.text))
      return from;
    text += token.text;
    if (text.length > 14) return from;
    if (STRETCH_END.test(text) && !/阶段|手段|时段/.test(text)) return i + 1;
  }
  return from;
}

function nameAt(tokens: readonly Token[], at: number): Name | undefined {
  const first = tokens[at];
  const water = as(first, "water")?.water;
  if (!first || !water) return undefined;
  let next = at + 1;
  while (is(tokens[next], "reach")) next++;
  const reach = next;
  const after = stretchFrom(tokens, next);
  if (after > next) next = after;
  const name = tokens.slice(at, next).map((token) => token.text);
  // 全线 says how far the state goes, it is no part of the name.
  const text = name.join("").replace(/全线$/, "");
  const stretch = tokens
    .slice(reach, next)
    .map((token) => token.text)
    .join("");
  // 长江上游 before 嘉陵江, 长江支流 before a name: the greater river only says where.
  const inner = as(tokens[next], "water")?.water;
  if (inner && /水系$/.test(inner.name))
    return { ...nameOnly(tokens, at, next + 1, inner.kind), stretch: "" };
  if (inner && (reach > at + 1 || MAIN_STEM.test(water.name) || inner.kind === "reservoir")) return undefined;
  return {
    name: text,
    kind: water.kind,
    start: first.start,
    end: tokens[next - 1]?.end ?? first.end,
    stretch,
    next,
  };
}

const nameOnly = (tokens: readonly Token[], at: number, next: number, kind: Water["kind"]) => ({
  name: tokens
    .slice(at, next)
    .map((token) => token.text)
    .join(""),
  kind,
  start: tokens[at]?.start ?? 0,
  end: tokens[next - 1]?.end ?? 0,
  next,
});

/** The waters of a list that begins at `at`: 长江、嘉陵江、涪江重庆段; a list may leave out the joint (修水抚河). */
export function listAt(tokens: readonly Token[], at: number): { names: Name[]; next: number } | undefined {
  const first = nameAt(tokens, at);
  if (!first) return undefined;
  const names = [first];
  let next = first.next;
  for (;;) {
    let i = next;
    while (is(tokens[i], "joint")) i++;
    // 重庆濑溪河，湖北富水: a comma between two of a list, when a place leads to the next water.
    const comma = i === next && tokens[i]?.text === "，";
    if (comma) i++;
    const afterComma = i;
    while (is(tokens[i], "place") && !is(tokens[i], "water")) i++;
    const leads = i > next || names.length > 0;
    const more = leads ? nameAt(tokens, i) : undefined;
    if (!more || (comma && i === afterComma)) break;
    names.push(more);
    next = more.next;
  }
  const both = names.flatMap((one) =>
    one.name === "两湖" ? TWO_LAKES.map((name) => ({ ...one, name, stretch: "" })) : [one],
  );
  return { names: both, next };
}

/** 涪江重庆段 ends a list of rivers: the stretch is every one's. */
export function shareStretch(names: Name[]): Name[] {
  const last = names.at(-1);
  if (!last || names.length < 2 || !/段$/.test(last.stretch) || /干流|游/.test(last.stretch)) return names;
  return names.map((one) =>
    one.stretch || one.kind !== "river" ? one : { ...one, name: one.name + last.stretch },
  );
}
