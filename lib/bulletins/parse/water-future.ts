import { clauseStart } from "./effective";
import type { Sentence } from "./sentences";
import { resolveDay } from "./times";
import { as, clauseEnds, is, type Token } from "./tokens";

/** How far after its name a water may be told to be so only later, in words. */
const AHEAD = 10;

/** Whether the water at [at, next) is told to be so only later: 预计…, 将…, 7日退出警戒, 退至警戒以下后可能复涨. */
export function isForecast({ tokens, base }: Sentence, at: number, next: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    if (/^(预计|预测|预报|未来)$/.test(tokens[i]?.text ?? "") || drills(tokens, i)) return true;
    // 预计8日登陆，当前长江中下游全线超警: the words for now stand nearer.
    if (/^(?:目前|当前|眼下)$/.test(tokens[i]?.text ?? "")) break;
    if (tokens[i]?.text === "；" && toldNow(tokens, i + 1, next)) break;
    if (tokens[i]?.text === "。") break;
  }
  // 小河坝站（潼南）6日零时将出现洪峰.
  let told = false;
  for (let i = next; i < next + AHEAD && !clauseEnds(tokens[i]) && !(told && i >= next + 4); i++) {
    if (is(tokens[i], "future")) return true;
    told ||= is(tokens[i], "status", "trend");
  }
  return isLater(tokens, base, at, next) || mayTurn(tokens, next);
}

/** 预计甲站超警；乙站目前已回落: a clause of the list that comes back to now. */
function toldNow(tokens: readonly Token[], from: number, next: number): boolean {
  for (let i = from; i < next + NOW_WITHIN && tokens[i] && !/^[；。]$/.test(tokens[i]?.text ?? ""); i++)
    if (/^(?:目前|当前|现|现已|已|已经|仍|截至|今晨|今早)$/.test(tokens[i]?.text ?? "")) return true;
  return false;
}
/** How far after the name the words for now may stand, in words. */
const NOW_WITHIN = 12;

/** A drill that is told, and not one that is over: 推演结束后，…. */
const drills = (tokens: readonly Token[], i: number): boolean =>
  is(tokens[i], "drill") && !/^(?:结束|完毕)$/.test(tokens[i + 1]?.text ?? "");

const SINCE = /^(?:自|从|截至|较|比|连续|持续|已|近|过去|历时|长达)$/;
/** A level is told for no more days ahead. */
const SOON = 15;

/** 洞庭湖7日退出警戒, told on the 4th. */
function isLater(tokens: readonly Token[], base: number, at: number, next: number): boolean {
  for (let i = clauseStart(tokens, at); i < next + AHEAD && !(i >= next && clauseEnds(tokens[i])); i++) {
    const time = as(tokens[i], "time")?.time;
    // 自17日超警以来, 连续7日上涨: a beginning and a length are no day to come.
    const other = SINCE.test(tokens[i - 1]?.text ?? "") || /^以来$|^[起以]$/.test(tokens[i + 1]?.text ?? "");
    const day = time && !time.vague && !other ? resolveDay(time, base) : undefined;
    if (day !== undefined && day > base && day <= base + SOON) return true;
    if (i >= next && is(tokens[i], "status", "trend")) return false;
  }
  return false;
}

/** 退至警戒水位以下后可能再次复涨: what comes after it is yet to come, and so is it. */
function mayTurn(tokens: readonly Token[], next: number): boolean {
  for (let i = next; i < next + AHEAD && tokens[i] && !clauseEnds(tokens[i]); i++)
    if (tokens[i]?.text === "后" && is(tokens[i - 1], "status", "trend") && is(tokens[i + 1], "future"))
      return true;
  return false;
}
