import type { Memory } from "./memory";
import { codesIn, type Sentence } from "./sentences";
import { bodyAt, leader, onlyQuake } from "./subjects";
import type { Clean } from "./text";
import { as, is, type Token } from "./tokens";

export interface DeploymentFact {
  kind: string;
  count: number | null;
  units: string | null;
  /** Who sent it, as the text says; null when it does not. */
  from: string | null;
  /** Where to, as the text says. */
  to: string | null;
  /** What it does there, as the text says. */
  mission: string | null;
  /** Codes of the places named in `to`, with commas between. */
  adcode: string | null;
  span: [number, number];
  doubt: string | null;
}

const isClauseMark = (token: Token | undefined) =>
  is(token, "mark") && token?.text !== "、" && !/[“”（）]/.test(token?.text ?? "");
const FORCE = /力量|队伍|队$|指战员|消防员|人员|专家$|技术/;

/** The sender before index `to`, as the text writes it; "local" when the nearest one is no body of ours. */
function sender(tokens: readonly Token[], to: number): string | "local" | null {
  for (let at = to - 1; at >= 0; at--) {
    const i = bodyAt(tokens[at]) ? leader(tokens, at) : at;
    const token = tokens[i];
    if (is(token, "org", "here")) return "local";
    const body = bodyAt(token);
    if (body) {
      // 派出由水利部等部门组成的工作组: who it is made of, not who sent it.
      if (tokens[i - 1]?.text === "由" || (is(tokens[i - 1], "joint") && madeOf(tokens, i))) continue;
      if (/据$/.test(tokens[i - 1]?.text ?? "") && !is(tokens[i - 1], "issuer")) continue;
      const names = [nameOf(token as Token, body.name)];
      let k = i;
      while (is(tokens[k - 1], "joint") && bodyAt(tokens[k - 2])) {
        k -= 2;
        names.unshift(nameOf(tokens[k] as Token, bodyAt(tokens[k])?.name ?? ""));
      }
      return names.join("、");
    }
    // 山东派出…, 当地组织…: a place that sends is local.
    if (is(token, "place") && isSubject(tokens, i)) return "local";
  }
  return null;
}

function madeOf(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (is(tokens[i - 1], "joint") && bodyAt(tokens[i - 2])) i -= 2;
  return tokens[i - 1]?.text === "由";
}

const nameOf = (token: Token, name: string) => (token.text === "国家防汛抗旱总指挥部" ? name : token.text);
const isSubject = (tokens: readonly Token[], i: number) =>
  (i === 0 || isClauseMark(tokens[i - 1]) || is(tokens[i - 1], "time")) &&
  is(tokens[i + 1], "send", "adverb", "object", "time", "same", "joint");

/** Where the team goes: the words after 赴, 前往, 在 … up to what it does there. */
function destination(
  tokens: readonly Token[],
  from: number,
  clean: Clean,
): { text: string; codes: string[]; end: number } | null {
  let i = from;
  let marks = 0;
  // 携带专业设备增援河南; 派出2个工作组，赴…: the way there may come after a word or a comma.
  for (; i < tokens.length && marks <= 1; i++) {
    if (is(tokens[i], "go") || /^[至于]$/.test(tokens[i]?.text ?? "")) break;
    if (is(tokens[i], "stand") || (is(tokens[i], "toward") && tokens[i]?.text === "对")) break;
    if (isClauseMark(tokens[i])) {
      marks++;
      const next =
        is(tokens[i + 1], "adverb", "time") || /^(连|夜)$/.test(tokens[i + 1]?.text ?? "") ? i + 2 : i + 1;
      if (!is(tokens[next], "go")) return null;
    }
    if (is(tokens[i], "team") && tokens[i - 1]?.text === "的") continue;
    if (is(tokens[i], "team", "send", "response") && !is(tokens[i], "go")) return null;
  }
  if (i >= tokens.length || marks > 1) return null;
  while (is(tokens[i], "go", "stand") || /^[对至于]$/.test(tokens[i]?.text ?? "")) i++;
  const begin = i;
  while (i < tokens.length && !isClauseMark(tokens[i]) && !ends(tokens, i, begin)) i++;
  if (i === begin) return null;
  const text = clean.text.slice(tokens[begin]?.start ?? 0, tokens[i - 1]?.end ?? 0);
  if (text.length > 40) return null;
  return { text, codes: codesIn(tokens.slice(begin, i)), end: i };
}

/** 现场 is a place to go to (赶赴现场指导) unless something went before it. */
function ends(tokens: readonly Token[], i: number, begin: number): boolean {
  const token = tokens[i];
  // 河南4个地市: a number after the place counts what is there.
  if (is(token, "many", "count") && i > begin && is(tokens[i - 1], "place")) return true;
  // 防汛一线, 抢险一线 are places to go to.
  if (i === begin && /^(一|前)$/.test(tokens[i + 1]?.text ?? "")) return false;
  if (is(token, "work") && !is(token, "place")) return true;
  // 赴河南支援当地排涝: the second verb of going says what for.
  if (is(token, "go") && i > begin && !is(tokens[i - 1], "joint")) return true;
  if (is(token, "hazard", "other") && i > begin && !is(token, "place")) return token?.text !== "台风";
  return i > begin && /^(协|指|参|支|同|驻|持|全|紧|随|进|抢|救|慰)$/.test(token?.text ?? "");
}

interface Group {
  at: number;
  kind: string;
  count: number | null;
  units: string | null;
  provincial: boolean;
}

/** 2个工作组, 7支省级救援队伍, 4个专家组: the team at `at` with the number before it. */
function groupAt(tokens: readonly Token[], at: number): Group | undefined {
  const team = as(tokens[at], "team")?.team;
  if (!team) return undefined;
  let i = at - 1;
  let provincial = false;
  for (let steps = 0; steps < 8 && i >= 0; steps++, i--) {
    const token = tokens[i];
    const count = as(token, "count");
    if (count) return { at, kind: team, count: count.count, units: count.unit, provincial };
    if (/省级|省派/.test(token?.text ?? "")) provincial = true;
    if (isClauseMark(token) || is(token, "send", "issuer", "joint", "team", "place", "time", "act", "go"))
      break;
  }
  // 应急排涝专业队伍1100余人: the number stands after.
  const after = as(tokens[at + 1], "count");
  return { at, kind: team, count: after?.count ?? null, units: after?.unit ?? null, provincial };
}

/** Every team or force the sentence says was sent by a national body or a provincial headquarters. */
export function deploymentsIn(sentence: Sentence, memory: Memory, clean: Clean): DeploymentFact[] {
  const { tokens } = sentence;
  if (sentence.apart || !tokens.some((token) => is(token, "team"))) return [];
  if (onlyQuake(tokens)) return [];
  const facts: DeploymentFact[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const group = groupAt(tokens, at);
    if (!group || /组成的$/.test(clean.text.slice((tokens[at]?.start ?? 0) - 3, tokens[at]?.start))) continue;
    if (group.count === 0) continue;
    const verb = sendsBefore(tokens, at);
    const listed = facts.at(-1) && is(tokens[at - (group.units ? 2 : 1)], "joint") && facts.at(-1);
    const stands = standsAfter(tokens, at);
    const goes = destination(tokens, at + 1, clean);
    if (!verb && !listed && !stands && !(goes && bareSubject(tokens, at, group))) continue;
    if (isUnreal(tokens, at)) continue;
    const who = sender(tokens, at);
    const from =
      who === null ? (group.provincial ? null : (memory.sender ?? memory.issuers.at(0) ?? null)) : who;
    if (from === "local" || (from === null && !group.provincial)) continue;
    // Forces are counted only when somebody sent them somewhere; people at work on a dike are not.
    if (FORCE.test(group.kind) && !goes && !placedBefore(tokens, at, clean)) continue;
    memory.sender = from;
    const to = goes ?? placedBefore(tokens, at, clean);
    const end = Math.max(to?.end ?? 0, at + 1);
    facts.push({
      kind: group.kind,
      count: group.count,
      units: group.units,
      from,
      to: to?.text ?? null,
      mission: missionFrom(tokens, end, clean),
      adcode: to?.codes.length ? to.codes.join(",") : null,
      span: [tokens[verb ?? at]?.start ?? 0, tokens[end - 1]?.end ?? 0],
      doubt: who === null && !group.provincial ? "sender_from_before" : null,
    });
  }
  return shareDestination(facts);
}

/** One record a team: a headline or a second mention of the same team gives no second one, its words are the better ones. */
export function mergedTeams(facts: readonly DeploymentFact[]): DeploymentFact[] {
  const list: DeploymentFact[] = [];
  for (const fact of facts) {
    const known = list.findIndex(
      (one) =>
        one.kind === fact.kind &&
        one.count === fact.count &&
        one.from === fact.from &&
        one.adcode === fact.adcode &&
        fact.adcode !== null,
    );
    if (known < 0) list.push(fact);
    else list[known] = fact;
  }
  return list;
}

/** 协助开展巡堤查险: the words after the destination, to the end of the clause. */
function missionFrom(tokens: readonly Token[], from: number, clean: Clean): string | null {
  let begin = from;
  if (isClauseMark(tokens[begin])) begin++;
  let end = begin;
  while (end < tokens.length && !isClauseMark(tokens[end])) end++;
  const words = clean.text.slice(tokens[begin]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  return is(tokens[begin], "work") && words.length <= 60 ? words : null;
}

/** 派出工作组和专家组赶赴江西: one destination serves both. */
function shareDestination(facts: DeploymentFact[]): DeploymentFact[] {
  for (let i = facts.length - 2; i >= 0; i--) {
    const [one, next] = [facts[i], facts[i + 1]];
    if (
      one &&
      next &&
      one.to === null &&
      next.to !== null &&
      one.from === next.from &&
      next.span[0] - one.span[1] <= 1
    ) {
      one.to = next.to;
      one.adcode = next.adcode;
      one.mission = next.mission;
    }
  }
  return facts;
}

function sendsBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && !isClauseMark(tokens[i]); i--)
    if (is(tokens[i], "send") && !(is(tokens[i], "go") && i === at)) return i;
  return undefined;
}

const standsAfter = (tokens: readonly Token[], at: number) =>
  is(tokens[at + 1], "stand") ||
  (is(tokens[at + 1], "adverb", "same") && is(tokens[at + 2], "stand")) ||
  (is(tokens[at + 1], "joint") && tokens.slice(at + 1, at + 6).some((token) => is(token, "stand")));

/** 水利部3个工作组继续在…, 跨区域增援的7省消防救援力量…: a body's team without a verb of sending. */
const bareSubject = (tokens: readonly Token[], at: number, group: Group) =>
  (group.units !== null || bodyAt(tokens[at - 1]) !== undefined) &&
  tokens.slice(at + 1, at + 30).some((token) => is(token, "stand", "go"));

/** 在台风影响区域，预置95支队伍: the place stands before the verb. */
function placedBefore(
  tokens: readonly Token[],
  at: number,
  clean: Clean,
): { text: string; codes: string[]; end: number } | null {
  const verb = sendsBefore(tokens, at);
  if (verb === undefined) return null;
  let end = verb;
  while (end > 0 && isClauseMark(tokens[end - 1])) end--;
  for (let i = end - 1; i >= 0 && !isClauseMark(tokens[i]); i--) {
    if (!(is(tokens[i], "stand") || tokens[i]?.text === "向") || tokens[i]?.text === "正在") continue;
    if (/基础|前期/.test(clean.text.slice(tokens[i]?.start ?? 0, tokens[end - 1]?.end ?? 0))) return null;
    const text = clean.text.slice(tokens[i]?.end ?? 0, tokens[end - 1]?.end ?? 0);
    return text && text.length < 30 ? { text, codes: codesIn(tokens.slice(i + 1, end)), end: at + 1 } : null;
  }
  return null;
}

function isUnreal(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some((token) => {
    const scope = as(token, "unreal")?.scope;
    return scope === "rest" || (scope === "clause" && /视情|拟|是否|计划|准备|要求/.test(token.text));
  });
}
