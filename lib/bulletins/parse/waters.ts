import type { Water } from "./gazetteer";
import type { Sentence } from "./sentences";
import type { Clean } from "./text";
import { as, is, type Token } from "./tokens";

export type WaterStatus =
  | "normal"
  | "above_warning"
  | "above_guarantee"
  | "above_record"
  | "above_flood_limit";
export type WaterTrend = "rising" | "falling" | "steady" | "slowing";

export interface WaterFact {
  name: string;
  kind: Water["kind"];
  status: WaterStatus | null;
  trend: WaterTrend | null;
  /** Metres above the mark that `status` names, when stated. */
  exceedance: number | null;
  /** Metres above the station's datum, when stated. */
  stage: number | null;
  span: [number, number];
  doubt: string | null;
}

interface Name {
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
    if (!token || is(token, "mark", "stage", "trend", "status", "water") || /^[的了，受]$/.test(token.text))
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
  if (as(tokens[next], "water") && !is(tokens[next - 1], "mark")) return undefined;
  return {
    name: text,
    kind: water.kind,
    start: first.start,
    end: tokens[next - 1]?.end ?? first.end,
    stretch,
    next,
  };
}

/** The waters of a list that begins at `at`: 长江、嘉陵江、涪江重庆段; a list may leave out the joint (修水抚河). */
function listAt(tokens: readonly Token[], at: number): { names: Name[]; next: number } | undefined {
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
    while (is(tokens[i], "place")) i++;
    const leads = i > next || names.length > 0;
    const more = leads ? nameAt(tokens, i) : undefined;
    if (!more || (comma && i === afterComma)) break;
    names.push(more);
    next = more.next;
  }
  return { names, next };
}

/** 涪江重庆段 ends a list of rivers: the stretch is every one's. */
function shareStretch(names: Name[]): Name[] {
  const last = names.at(-1);
  if (!last || names.length < 2 || !/段$/.test(last.stretch) || /干流|游/.test(last.stretch)) return names;
  return names.map((one) =>
    one.stretch || one.kind !== "river" ? one : { ...one, name: one.name + last.stretch },
  );
}

interface State {
  status: WaterStatus | null;
  trend: WaterTrend | null;
  below: boolean;
  seen: boolean;
}

const NO_STATE = /接近|逼近|可能|预计|将|防止|以免|严防|若|一旦/;
const CLAUSES = 3;

/** What is said of the waters in the words from `from`: to the end of the sentence, the next waters or a change of subject. */
function stateFrom(tokens: readonly Token[], from: number): State {
  const state: State = { status: null, trend: null, below: false, seen: false };
  let clauses = 0;
  let clause: Token[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    const mark = as(token, "mark")?.mark;
    if (mark && mark !== "、" && !/[“”（）《》]/.test(mark)) {
      clauses++;
      clause = [];
      if (clauses >= CLAUSES || mark === "；") break;
      continue;
    }
    if (clauses > 0 && is(token, "water")) break;
    if (clauses > 0 && clause.length === 0 && !continues(tokens, i)) break;
    if (token) clause.push(token);
    const said = clause.map((one) => one.text).join("");
    const status = as(token, "status")?.status;
    const trend = as(token, "trend")?.trend;
    if (NO_STATE.test(said) && (status || trend)) continue;
    // 其中5条河流超保: another subject.
    if (is(token, "local") || (token && /^(其中)$/.test(token.text))) break;
    if (is(token, "below"))
      Object.assign(state, { status: null, trend: state.trend ?? "falling", below: true, seen: true });
    else if (status && !state.below) {
      state.status = status === "normal" || !state.status ? status : state.status;
      state.seen = true;
      if (status === "normal" && !state.trend && /退|降|落|回/.test(said)) state.trend = "falling";
    }
    if (trend && !(trend === "rising" && state.trend === "slowing")) {
      state.trend = state.trend && clauses > 0 ? state.trend : trend;
      state.seen = true;
    }
  }
  return state;
}

/** A clause goes on about the same water when it begins with its stage, a small word or the state itself. */
const continues = (tokens: readonly Token[], i: number): boolean =>
  is(tokens[i], "stage", "adverb", "same", "status", "trend", "time", "unreal", "below") ||
  /^[由受但已仍较达且持比并]/.test(tokens[i]?.text ?? "") ||
  tokens[i]?.text === "由于";

/** 暴涨的嘉陵江河水, 不断上涨的岷江水位: the trend before its water. */
function trendBefore(tokens: readonly Token[], at: number): WaterTrend | null {
  return tokens[at - 1]?.text === "的" ? (as(tokens[at - 2], "trend")?.trend ?? null) : null;
}

const UNREAL =
  /演练|模拟|预计|预测|预报|曾|一度|去年|历史上|据预|有可能|将发生|将超|将达|将出现|将突破|可能发生/;

/** Every named water of which the sentence states a mark or a trend as it is now. */
export function watersIn(sentence: Sentence, clean: Clean): WaterFact[] {
  const { tokens } = sentence;
  if (sentence.drill || !tokens.some((token) => is(token, "water"))) return [];
  if (!tokens.some((token) => is(token, "status", "trend", "below"))) return [];
  const facts: WaterFact[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!as(tokens[at], "water")) continue;
    const list = listAt(tokens, at);
    if (!list) continue;
    const state = stateFrom(tokens, list.next);
    const before = trendBefore(tokens, at);
    const clauseText = clean.text.slice(tokens[Math.max(0, at - 8)]?.start ?? 0, tokens[list.next]?.end ?? 0);
    const end = tokens[Math.min(tokens.length - 1, list.next + 12)]?.end ?? 0;
    const words = clean.text.slice(tokens[0]?.start ?? 0, end);
    if ((state.seen || before) && !UNREAL.test(clauseText) && !isForecast(tokens, at, list.next)) {
      for (const one of shareStretch(list.names))
        facts.push({
          name: one.name,
          kind: one.kind,
          status: state.status,
          trend: before ?? state.trend,
          exceedance: numberAfter(words, /超(?:警|保)[^，。；、]{0,6}?(\d{1,2}(?:\.\d{1,2})?)米/),
          stage: numberAfter(words, /水位(?:涨至|达到|达|为|升至|已达|已涨至)?(\d{1,4}\.\d{1,2})米/),
          span: [one.start, end],
          doubt: null,
        });
    }
    at = list.next - 1;
  }
  return facts;
}

function numberAfter(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text);
  return found ? Number(found[1]) : null;
}

/** 预计…, 将…: in the clause of the water, or before it in a sentence that foretells. */
function isForecast(tokens: readonly Token[], at: number, next: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    if (/^(预计|预测|预报|未来)$/.test(tokens[i]?.text ?? "") || is(tokens[i], "drill")) return true;
    if (/^[。；]$/.test(tokens[i]?.text ?? "")) break;
  }
  return tokens.slice(next, next + 4).some((token) => is(token, "future") && token.text !== "即将");
}

/** One record a water: what is said later adds to or replaces what was said before. */
export function stateOf(facts: readonly WaterFact[]): WaterFact[] {
  const byName = new Map<string, WaterFact>();
  for (const fact of facts) {
    const known =
      byName.get(fact.name) ??
      [...byName.values()].find(
        (one) => one.name.endsWith(fact.name) && fact.name.length > 2 && one.kind === fact.kind,
      );
    if (!known) byName.set(fact.name, { ...fact });
    else {
      known.status = fact.status ?? known.status;
      known.trend = fact.trend ?? known.trend;
      known.stage ??= fact.stage;
    }
  }
  return [...byName.values()];
}
