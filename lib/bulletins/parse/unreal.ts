import { clauseStart } from "./effective";
import { clauseMark } from "./phrases";
import { timeOf } from "./sentences";
import { as, is, type Token } from "./tokens";

/** Whether the act at `at` is told as not so: conditional, past season, plan, question, drill. */
export function isUnreal(tokens: readonly Token[], at: number): boolean {
  const start = clauseStart(tokens, at);
  // 当…时，启动…: a rule, no event.
  const when = tokens.findIndex((token) => token.text === "当");
  if (
    when >= 0 &&
    when < at &&
    tokens.slice(when, at).some((token, i, part) => token.text === "时" && clauseMark(part[i + 1]))
  )
    return true;
  if (afterCondition(tokens, start)) return true;
  if (tokens.some((token) => as(token, "unreal")?.scope === "sentence") || tokens.at(-1)?.text === "？")
    return true;
  return tokens.slice(0, at).some((token, i) => {
    const scope = as(token, "unreal")?.scope;
    if (isOfElse(tokens, i, start, at)) return false;
    return scope === "rest" || (scope === "clause" && i >= start);
  });
}

/** Of the turns and the past of rain, waters and roads. */
const PAST = /^(?:先后|曾|曾经|一度)$/;
const ONCE = /^(?:曾|曾经|此前)$/;

/** 曾于18日将防汛应急响应提升至Ⅰ级: it was done, and nothing else in the sentence says that it was not. */
export function wasOnce(tokens: readonly Token[], at: number): boolean {
  const start = clauseStart(tokens, at);
  const rest = tokens.filter((token, i) => i < start || i >= at || !ONCE.test(token.text));
  const left = tokens.length - rest.length;
  return left > 0 && !isUnreal(rest, at - left);
}

/** 目前仍维持Ⅰ级: in the act's own clause, of what is so now. */
export const isNow = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(clauseStart(tokens, at), at).some((token) => NOW.test(token.text));
const NOW = /^(?:目前|当前|现|现已|至今|如今)$/;

/** Of a season or another year. */
const SEASON = /^(?:去年|往年|历史上|前年|今年以来，|入汛以来，|今年入汛以来，)$/;

/**
 * 东南沿海将先后出现强降雨，国家防总昨天启动…; 铁路一度中断，省防指4日8时提升…: what a clause before says of something else. Of what is
 * to come it says nothing of the act; of what has been the act counts when it has a body and a moment of its own.
 */
function isOfElse(tokens: readonly Token[], at: number, start: number, act: number): boolean {
  const word = tokens[at]?.text ?? "";
  if (word === "此前" && isDecided(tokens, at, act)) return true;
  if (at >= start || !(PAST.test(word) || SEASON.test(word))) return false;
  // 曾于18日提升至Ⅰ级，目前仍维持Ⅰ级.
  if (PAST.test(word) && isNow(tokens, act)) return true;
  let end = at;
  while (end < start && !clauseMark(tokens[end])) end++;
  const clause = tokens.slice(clauseStart(tokens, at), end);
  // …曾启动Ⅲ级；水利部4日9时…: another sentence but for its mark.
  const apart = tokens.slice(end, act).some((token) => token.text === "；");
  if (!apart && clause.some((token) => is(token, "act", "response", "send"))) return false;
  if (PAST.test(word) && clause.some((token) => is(token, "future"))) return true;
  const own = tokens.slice(start, act);
  const times = own.flatMap((token) => timeOf(token) ?? []).filter((time) => !time.vague);
  // In a season's or a year's account only 今天, 昨天 are of now.
  const now = times.some((time) => typeof time.shift === "number" && time.shiftEnd === undefined);
  return (
    own.some((token) => is(token, "issuer", "place_issuer", "headquarters")) &&
    (PAST.test(word) ? times.length > 0 : now)
  );
}

/** 此前，江苏省防指已作出决定，自7月28日20时起，将…: decided before, and in force since the moment that is told. */
function isDecided(tokens: readonly Token[], from: number, act: number): boolean {
  const words = tokens.slice(from, act);
  const decided = words.findIndex((token) => /^(?:决定|研究决定)$/.test(token.text));
  const since = words.findIndex((token, i) => i > decided && token.text === "起" && timeOf(words[i - 1]));
  return decided >= 0 && since > decided && timeOf(words[since - 1])?.hour !== undefined;
}

/** 一般河段出现超保证水位洪水时，启动…: a clause before that ends with 时 and no hour tells a rule. */
function afterCondition(tokens: readonly Token[], start: number): boolean {
  if (start < 2 || tokens[start - 2]?.text !== "时") return false;
  const before = tokens.slice(clauseStart(tokens, start - 1), start - 1);
  return (
    before.some((token) => /^(出现|发生|达到|超过|达|预报)$/.test(token.text)) ||
    before.some((token) => is(token, "status"))
  );
}
