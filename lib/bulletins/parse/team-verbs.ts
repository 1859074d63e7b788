import type { DeploymentFact } from "./deployments";
import { bodyAt } from "./orderers";
import { isClauseMark } from "./senders";
import { is, type Token } from "./tokens";

/** How far behind its team the verb may stand that sends it, in words. */
const BEHIND = 8;
/** No clause is read further than this from its verb or team, in words. */
const CLAUSE = 40;

/** 6支救援队伍由应急管理部预置在…, 将5支排涝队伍前置到…: the verb after the team, and the index before which its sender stands. */
export function sentAfter(
  tokens: readonly Token[],
  at: number,
): { verb: number; before: number; goes: number } | undefined {
  if (tokens[at + 1]?.text === "由") {
    for (let i = at + 2; i < at + BEHIND && tokens[i] && !isClauseMark(tokens[i]); i++)
      if (is(tokens[i], "send") && bodyAt(tokens[i - 1]))
        return { verb: i, before: i, goes: is(tokens[i], "go") ? i : i + 1 };
    return undefined;
  }
  let verb = at + 1;
  while (is(tokens[verb], "adverb")) verb++;
  if (!/^(?:前置|预置|派往|派驻|派赴|调往|部署)$/.test(tokens[verb]?.text ?? "")) return undefined;
  for (let i = at - 1; i >= 0 && !isClauseMark(tokens[i]) && !is(tokens[i], "send"); i--)
    if (is(tokens[i], "object")) return { verb, before: i, goes: is(tokens[verb], "go") ? verb : verb + 1 };
  return undefined;
}

/** 安能救援队从长沙抽调240名专业人员: a force of its own that sends others. */
export function isSending(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== "从") return false;
  for (let i = at + 2; i < at + CLAUSE && tokens[i] && !isClauseMark(tokens[i]); i++)
    if (is(tokens[i], "send")) return tokens.slice(i, i + BEHIND).some((token) => is(token, "team"));
  return false;
}

/** 派出工作组时，…; 派出工作组的，…: what is to be done when one comes. */
export function isSupposed(tokens: readonly Token[], at: number): boolean {
  let end = at + 1;
  while (end < Math.min(tokens.length, at + CLAUSE) && !isClauseMark(tokens[end])) end++;
  return /^[时的]$/.test(tokens[end - 1]?.text ?? "") && end > at + 1 && tokens[end]?.text === "，";
}

/** 国家防总、水利部分别派出4个工作组、3个专家组: one each, in their order; 各派出2个工作组: the same of each. */
export function respectively(facts: DeploymentFact[], tokens: readonly Token[]): DeploymentFact[] {
  for (const [verb, token] of tokens.entries()) {
    if (!/^(?:分别|各|各自)$/.test(token.text)) continue;
    const names = namesBefore(tokens, verb);
    const next = tokens[verb + 1];
    const has = next?.text === "有" || is(next, "send");
    const sent = facts.filter((fact) => fact.from && names.join("、").endsWith(fact.from));
    if (names.length < 2 || !has || !next) continue;
    const own = sent.filter((fact) => fact.span[0] >= token.start);
    if (names.length === own.length) for (const [i, fact] of own.entries()) fact.from = names[i] ?? fact.from;
    else if (own.length === 1 && (next.text === "有" || token.text !== "分别"))
      return facts.flatMap((fact) => (fact === own[0] ? names.map((from) => ({ ...fact, from })) : [fact]));
  }
  return facts;
}

/** The bodies listed right before `to`: 水利部, 省水利厅. */
function namesBefore(tokens: readonly Token[], to: number): string[] {
  const names: string[] = [];
  for (let i = to - 1; i >= 0; i--) {
    const office = is(tokens[i], "headquarters") && tokens[i - 1]?.text === "省";
    if (!office && !bodyAt(tokens[i])) break;
    names.unshift(`${office ? "省" : ""}${tokens[i]?.text ?? ""}`);
    if (office) i--;
    if (!is(tokens[i - 1], "joint")) break;
    i--;
  }
  return names;
}

/** 将根据汛情适时增派, 还将派出: yet to come. */
export function isPlanned(tokens: readonly Token[], verb: number | undefined): boolean {
  if (verb === undefined) return false;
  if (is(tokens[verb - 1], "future")) return true;
  let from = verb;
  while (from > Math.max(0, verb - CLAUSE) && !isClauseMark(tokens[from - 1])) from--;
  const words = tokens
    .slice(from, verb)
    .map((token) => token.text)
    .join("");
  return /(?:要|应|须|需|必须|应当)(?:及时|立即|尽快|迅速|适时)?$|将(?:根据|视|继续|进一步|适时|随时|按照)|适时|视情/.test(
    words,
  );
}

/** 工作组组长, 工作组成员: one of them, who is not sent here. */
export const isMember = (tokens: readonly Token[], at: number): boolean =>
  /^(?:组长|副组长|组员|成员|负责人|有关负责人|相关负责人)/.test(
    tokens
      .slice(at + 1, at + 6)
      .map((token) => token.text)
      .join(""),
  );

/** 工作组去年曾赴湖南: of another year. */
export const isOtherYear = (tokens: readonly Token[], at: number): boolean =>
  /^(?:去年|前年|曾|此前曾)/.test(`${tokens[at + 1]?.text ?? ""}${tokens[at + 2]?.text ?? ""}`);
