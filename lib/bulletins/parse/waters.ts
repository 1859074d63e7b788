import { clauseStart } from "./effective";
import type { Water } from "./gazetteer";
import type { Sentence } from "./sentences";
import type { Clean } from "./text";
import { resolveDay } from "./times";
import { as, is, type Token } from "./tokens";
import { listAt, shareStretch } from "./water-names";

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

interface State {
  status: WaterStatus | null;
  trend: WaterTrend | null;
  below: boolean;
  seen: boolean;
  /** Index after the last word that says something of it. */
  end: number;
}

const NO_STATE = /流量|接近|曾|一度|有望|逼近|可能|预计|将|防止|以免|严防|若|一旦/;
const CLAUSES = 3;

/** What is said of the waters in the words from `from`: to the end of the sentence, the next waters or a change of subject. */
function stateFrom(tokens: readonly Token[], from: number): State {
  const state: State = { status: null, trend: null, below: false, seen: false, end: from };
  let clauses = 0;
  let clause: Token[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    const mark = as(token, "mark")?.mark;
    if (mark && !/[、—“”（）《》]/.test(mark)) {
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
    else if (status && (!state.below || /仍/.test(said))) {
      state.status = status === "normal" || !state.status ? status : state.status;
      state.seen = true;
      if (status === "normal" && !state.trend && /退|降|落|回/.test(said)) state.trend = "falling";
    }
    if (trend && !(trend === "rising" && state.trend === "slowing")) {
      state.trend = state.trend && clauses > 0 ? state.trend : trend;
      state.seen = true;
    }
    if (token && clause.length > 0) state.end = i + 1;
  }
  return state;
}

/** A clause goes on about the same water when it begins with its stage, a small word or the state itself. */
const continues = (tokens: readonly Token[], i: number): boolean =>
  is(tokens[i], "stage", "adverb", "same", "status", "trend", "time", "unreal", "below", "stand") ||
  /^[由受但已仍较达且持比并全均都为处呈]|^洪水$/.test(tokens[i]?.text ?? "") ||
  tokens[i]?.text === "由于";

/** 暴涨的嘉陵江河水, 不断上涨的岷江水位: the trend before its water. */
function trendBefore(tokens: readonly Token[], at: number): WaterTrend | null {
  return tokens[at - 1]?.text === "的" ? (as(tokens[at - 2], "trend")?.trend ?? null) : null;
}

const UNREAL =
  /演练|模拟|预计|预测|预报|曾|一度|去年|历史上|据预|有可能|将发生|将超|将达|将出现|将突破|可能发生/;

/** Every named water of which the sentence states a mark or a trend as it is now. */
export function watersIn(sentence: Sentence, memory: WaterMemory, clean: Clean): WaterFact[] {
  const { tokens } = sentence;
  const named = tokens.some((token) => is(token, "water"));
  if (sentence.apart) return [];
  if (!named) return carriedOn(sentence, memory);
  memory.last = onlyWater(tokens);
  if (!tokens.some((token) => is(token, "status", "trend", "below"))) return [];
  const facts: WaterFact[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!as(tokens[at], "water")) continue;
    const list = listAt(tokens, at);
    if (!list) continue;
    // 长江流域38条河流: what is counted there has no name.
    if (isCounted(tokens, list.next)) {
      at = list.next - 1;
      continue;
    }
    const past = isPast(sentence, at);
    const now = past ? nowAfter(tokens, list.next) : list.next;
    const state = stateFrom(tokens, now);
    const before = past ? null : trendBefore(tokens, at);
    const from = Math.max(0, at - 8, clauseStart(tokens, at));
    const clauseText = clean.text.slice(tokens[from]?.start ?? 0, tokens[list.next - 1]?.end ?? 0);
    const end = tokens[Math.max(state.end, list.next) - 1]?.end ?? 0;
    const words = clean.text.slice(tokens[at]?.start ?? 0, end);
    if (
      (state.seen || before) &&
      !UNREAL.test(clauseText) &&
      !isForecast(tokens, at, list.next) &&
      !tokens.slice(0, at).some((token) => IF.test(token.text)) &&
      (!past || now > list.next)
    ) {
      for (const one of shareStretch(list.names))
        facts.push({
          name: one.name,
          kind: one.kind,
          status: state.status,
          trend: before ?? state.trend,
          exceedance: numberAfter(words, EXCEEDS),
          stage: numberAfter(words, STAGE),
          span: [one.start, end],
          doubt: null,
        });
    }
    at = list.next - 1;
  }
  return facts;
}

const IF = /^(如|如果|若|一旦|倘若|假如|如遇)$/;

/** 长江流域38条河流, 海河流域共11条河流: what is counted there has no name. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (/^[共有内的多]$|^(共有|已有|各地|全部)$/.test(tokens[i]?.text ?? "")) i++;
  return is(tokens[i], "count", "many");
}

/** Told of a day gone by before the water is named, with no word of now: 昨天，…涨水漫堤. */
function isPast({ tokens, base }: Sentence, at: number): boolean {
  const before = tokens.slice(0, at);
  if (before.some((token) => /^(目前|当前|现|截至|仍|仍然)$/.test(token.text))) return false;
  const days = before.flatMap((token, i) => {
    const time = as(token, "time")?.time;
    const day =
      time && !time.vague && !/^(以|开|起|至)$/.test(tokens[i + 1]?.text ?? "")
        ? resolveDay(time, base)
        : undefined;
    return day === undefined ? [] : [{ day, told: typeof time?.shift === "number" && time.shift < 0 }];
  });
  return days.length > 0 && days.every(({ day, told }) => (told ? day < base : day < base - 1));
}

/** 昨天…超警，目前已退至警戒以下: where the sentence comes back to now; the water's own end when it does not. */
function nowAfter(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length && !is(tokens[i], "water"); i++)
    if (/^(目前|当前|现|现已)$/.test(tokens[i]?.text ?? "")) return i;
  return from;
}

const EXCEEDS = /超(?:过)?(?:警戒|保证|汛限|警|保)(?:水位)?(?:线)?(\d{1,2}(?:\.\d{1,2})?)米/;
const STAGE = /(?<!警戒|保证|汛限|历史最高)水位(?:涨至|达到|达|为|升至|已达|已涨至|至)?(\d{1,4}\.\d{1,2})米/;

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
  for (let i = next; i < next + 4 && !is(tokens[i], "mark"); i++) if (is(tokens[i], "future")) return true;
  return false;
}

/** The one water of the sentence before: 今早，水位下降了近10米 speaks of it. */
export interface WaterMemory {
  last: { name: string; kind: Water["kind"] } | null;
}

function onlyWater(tokens: readonly Token[]): WaterMemory["last"] {
  const at = tokens.findIndex((token) => is(token, "water"));
  const list = listAt(tokens, at);
  const [one] = list?.names ?? [];
  const more = tokens.slice(list?.next).some((token) => is(token, "water"));
  return one && list?.names.length === 1 && !more ? { name: one.name, kind: one.kind } : null;
}

function carriedOn({ tokens }: Sentence, memory: WaterMemory): WaterFact[] {
  const at = tokens.findIndex((token) => is(token, "stage"));
  if (!memory.last || at < 0 || isForecast(tokens, at, at + 1)) return [];
  const { status, trend, seen } = stateFrom(tokens, at);
  if (!seen) return [];
  const span: [number, number] = [tokens[at]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  return [{ ...memory.last, status, trend, exceedance: null, stage: null, span, doubt: "water_from_before" }];
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
