import { isClauseMark } from "./senders";
import { as, is, type Token, textOf } from "./tokens";

/** 工作组也持续在黑龙江: they are there. */
export function standsAfter(tokens: readonly Token[], at: number): boolean {
  let i = at + 1;
  // 工作组也持续在黑龙江.
  while (i < at + 4 && is(tokens[i], "adverb", "same", "lasting")) i++;
  return (
    is(tokens[i], "stand") ||
    // 此前派出的专家组没有撤回.
    /^(?:没有|未|尚未|并未)撤[回离出]/.test(textOf(tokens, at + 1, at + 5)) ||
    (is(tokens[at + 1], "joint") && tokens.slice(at + 1, at + 6).some((token) => is(token, "stand")))
  );
}

/** 今年汛情发生后，入汛以来，: what is told of a whole season. */
const SEASON = /^(?:今年)?(?:入汛|进入汛期|主汛期|汛情发生|汛期)(?:后|以来|以后)，/;

/** A season's account, a plan, a request. `at` is the team, `verb` what sends it, `counted` whether it has a number. */
export function isUnreal(
  tokens: readonly Token[],
  at: number,
  verb: number | undefined,
  counted: boolean,
): boolean {
  if (SEASON.test(textOf(tokens, 0, 10))) return true;
  return tokens.slice(0, at).some((token, i) => {
    const scope = as(token, "unreal")?.scope;
    if (token.text === "要求" && isAskedElse(tokens, i, at, verb, counted)) return false;
    // 先后20次会商，派出…: so often was another deed.
    if (token.text === "先后" && TIMES.test(textOf(tokens, i + 1, i + 5)) && !isSum(tokens, at)) return false;
    // 专家组没有撤回，仍在岳阳: they are there.
    if (token.text === "没有" && /^撤[回离出]/.test(textOf(tokens, i + 1, i + 3))) return false;
    // 此前派出的工作组仍在…: they are there now.
    if (token.text === "此前" && is(tokens[i + 1], "send") && standsAfter(tokens, at)) return false;
    return scope === "rest" || (scope === "clause" && /视情|拟|是否|计划|准备|要求/.test(token.text));
  });
}

/** Whether the 要求 at `i` asks for something else than the team at `at`. */
function isAskedElse(
  tokens: readonly Token[],
  i: number,
  at: number,
  verb: number | undefined,
  counted: boolean,
): boolean {
  // 根据…要求，…派出: what was asked for is done; 提出明确要求，并派出: a deed beside it.
  if (asAsked(tokens, i) || /提出(?:明确|具体)?$/.test(textOf(tokens, Math.max(0, i - 3), i))) return true;
  // 发出通知，要求加强监测；派出工作组赴…: what is asked for ends at the semicolon.
  if (tokens.slice(i, at).some((one) => one.text === "；")) return true;
  // 要求强化值守，并派出3个工作组: nobody is asked for a number.
  return counted && verb !== undefined && BESIDE.test(textOf(tokens, i, verb));
}

const BESIDE = /，(?:同时|并)(?:已|还|先后|紧急|再次|又)*$/;

const TIMES = /^(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|多)[余多]?次/;

const SUM_REACH = 40;

/** 累计派出48个: the sum of a season. */
export function isSum(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (from > Math.max(0, at - SUM_REACH) && !isClauseMark(tokens[from - 1])) from--;
  return /累计|先后|共/.test(textOf(tokens, from, at));
}

/** 加上前期派出的工作组: spoken of, not told. */
export const isRecalled = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 5), at).some((token) => /^前期/.test(token.text) || token.text === "前") &&
  !standsAfter(tokens, at) &&
  !is(tokens[at + 1], "go", "adverb");

/** 根据…的要求，: the reason for a deed. */
function asAsked(tokens: readonly Token[], at: number): boolean {
  if (!isClauseMark(tokens[at + 1])) return false;
  for (let i = at - 1; i >= 0 && !isClauseMark(tokens[i]); i--)
    if (/^(根据|按照|按|遵照|落实|贯彻)$/.test(tokens[i]?.text ?? "")) return true;
  return false;
}
