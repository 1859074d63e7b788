import { clauseStart } from "./effective";
import type { Sentence } from "./sentences";
import { resolveDay } from "./times";
import { as, clauseEnds, is, type Token } from "./tokens";
import { stateFrom } from "./water-state";

/** 淮河干流自7月17日王家坝站超警以来: the station only says since when the river is so. */
export function sinceWhen(tokens: readonly Token[], at: number): boolean {
  let since = false;
  for (let i = at - 1; i >= 0 && !clauseEnds(tokens[i]); i--) {
    since ||= /^(自|从)$/.test(tokens[i]?.text ?? "") && is(tokens[i + 1], "time");
    if (since && is(tokens[i], "water", "reach")) return true;
  }
  return false;
}

const REPORTS = /^(发布|消息|通报|介绍|获悉|表示|透露|显示|悉|示|露|布|报|息)$/;

/** Where the clause of the word at `at` ends. */
function clauseEndAfter(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < tokens.length && !clauseEnds(tokens[end])) end++;
  return end;
}

/** Whether nothing but small words stands before the time at `i` in its clause. */
const leads = (tokens: readonly Token[], i: number): boolean =>
  tokens
    .slice(clauseStart(tokens, i), i)
    .every(
      (one) =>
        is(one, "time", "mark", "adverb", "joint", "place", "local") || /^[在从自据于到至]$/.test(one.text),
    );

/** Told of a day gone by before the water is named, with no word of now: 昨天，…涨水漫堤. */
export function isPast({ tokens, base }: Sentence, at: number): boolean {
  // 6日至8日，…降了暴雨；…超警: what comes after the semicolon is told anew.
  const since = tokens.findLastIndex((token, i) => i < at && token.text === "；") + 1;
  const before = tokens.slice(0, at).map((token, i) => (i < since ? { ...token, readings: [] } : token));
  if (before.some((token) => /^(目前|当前|现|截至|仍|仍然)$/.test(token.text))) return false;
  // 截至昨晚8时: the last that is known.
  if (before.some((token, i) => token.text === "截" && before[i + 1]?.text === "至")) return false;
  const days = before.flatMap((token, i) => {
    // 卫河溃口昨天封堵合龙，卫河水位…: a day within what was told before says nothing of what follows.
    if (!leads(before, i) && clauseStart(before, i) !== clauseStart(tokens, at)) return [];
    // 国家防总昨天发布，…: when it was told; 较昨天下降: against what.
    const beside =
      /^[较比与同]$/.test(before[i - 1]?.text ?? "") ||
      REPORTS.test(before[clauseEndAfter(before, before[i + 1]?.text === "，" ? i + 2 : i) - 1]?.text ?? "");
    const time = beside ? undefined : as(token, "time")?.time;
    const day =
      time && !time.vague && !/^(以|开|起|至)$/.test(tokens[i + 1]?.text ?? "")
        ? resolveDay(time, base)
        : undefined;
    return day === undefined ? [] : [{ day, told: typeof time?.shift === "number" && time.shift < 0 }];
  });
  return days.length > 0 && days.every(({ day, told }) => (told ? day < base : day < base - 1));
}

/** 8日6时，太湖退出警戒水位: who left the mark some days ago is below it now. */
export function hasLeftMark(tokens: readonly Token[], at: number, next: number): boolean {
  const { status, trend } = stateFrom(within(tokens, at), next);
  return status === "normal" && trend === "falling";
}

/** 昨天…超警，目前已退至警戒以下: where the sentence comes back to now; the water's own end when it does not. */
export function nowAfter({ tokens, base }: Sentence, from: number): number {
  for (let i = from; i < tokens.length && !is(tokens[i], "water"); i++) {
    if (/^(目前|当前|现|现已|如今|现在)$/.test(tokens[i]?.text ?? "")) return i;
    // 昨晚出现洪峰，今晨已降至警戒以下.
    const time = as(tokens[i], "time")?.time;
    if (
      time &&
      clauseEnds(tokens[i - 1]) &&
      typeof time.shift === "number" &&
      resolveDay(time, base) === base
    )
      return i;
  }
  return from;
}

/** The words that may speak of the water at `at`: of one in the clause of a cause, only that clause. */
export function within(tokens: readonly Token[], at: number): readonly Token[] {
  let end = at;
  while (end < tokens.length && !clauseEnds(tokens[end])) end++;
  return /^(受|因|由于|随着)$/.test(tokens[clauseStart(tokens, at)]?.text ?? "") &&
    tokens[end - 1]?.text === "响"
    ? tokens.slice(0, end)
    : tokens;
}
