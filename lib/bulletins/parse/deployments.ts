import { cameTo, destination, helpedThere, placedBefore, postedTo } from "./destinations";
import type { Memory } from "./memory";
import { bodyAt } from "./orderers";
import { isClauseMark, sender, sendsBefore } from "./senders";
import type { Sentence } from "./sentences";
import { onlyQuake } from "./setting";
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

const FORCE = /力量|队伍|队$|指战员|消防员|人员|专家$|技术/;

const force = (group: Group) => FORCE.test(group.kind);

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
  for (let steps = 0; steps < 12 && i >= 0; steps++, i--) {
    const token = tokens[i];
    const count = as(token, "count");
    // 一名副部长带队的工作组: the number is not the team's.
    const led = count && tokens[i + 1]?.text !== "由" && LED.test(textOf(tokens, i + 1, at));
    if (count && !led) return { at, kind: team, count: count.count, units: count.unit, provincial };
    if (/省级|省派/.test(token?.text ?? "")) provincial = true;
    // 3个国家防总工作组: the body stands between.
    if (is(token, "issuer") && i === at - 1 && is(tokens[i - 1], "count")) continue;
    // 10支国家矿山、危化应急救援队伍: one kind of team with two trades.
    if (token?.text === "、" && tokens[i - 1]?.readings.length === 0) continue;
    if (isClauseMark(token) || is(token, "send", "issuer", "joint", "team", "place", "time", "act", "go"))
      break;
  }
  // 应急排涝专业队伍1100余人: the number stands after.
  const after = as(tokens[at + 1 + sumWords(tokens, at + 1)], "count");
  return { at, kind: team, count: after?.count ?? null, units: after?.unit ?? null, provincial };
}

/** 共, 共计 before a number. */
const sumWords = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text !== "共" ? 0 : tokens[at + 1]?.text === "计" ? 2 : 1;

const LED = /带队|率队|率领|牵头|为组长/;
const textOf = (tokens: readonly Token[], from: number, to: number) =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join("");

/** Every team or force the sentence says was sent by a national body or a provincial headquarters. */
export function deploymentsIn(sentence: Sentence, memory: Memory, clean: Clean): DeploymentFact[] {
  const { tokens } = sentence;
  if (sentence.apart || !tokens.some((token) => is(token, "team"))) return [];
  if (onlyQuake(tokens)) return [];
  const facts: DeploymentFact[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const group = groupAt(tokens, at);
    // 3个工作组组成的专家组: who it is made of was the team.
    const regrouped =
      tokens[at - 1]?.text === "的" && tokens[at - 2]?.text === "组成" && is(tokens[at - 3], "team");
    if (!group || regrouped) continue;
    // 救援专业队伍1800名指战员: counted is what comes last.
    if (group.count === 0 || (is(tokens[at + 1], "count") && is(tokens[at + 2], "team"))) continue;
    const verb = sendsBefore(tokens, at);
    const listed = facts.at(-1) && is(tokens[at - (group.units ? 2 : 1)], "joint") && facts.at(-1);
    const came = cameTo(tokens, at, clean);
    const posted = force(group) ? null : postedTo(tokens, at, clean);
    const goes = destination(tokens, pastTeams(tokens, at + 1), clean) ?? came ?? posted;
    const sent =
      verb !== undefined ||
      listed ||
      came ||
      posted ||
      standsAfter(tokens, at) ||
      (goes && bareSubject(tokens, at, group));
    // 还将派出工作组: yet to come.
    const planned = verb !== undefined && is(tokens[verb - 1], "future");
    if (!sent || planned || isUnreal(tokens, at) || (!group.units && isRecalled(tokens, at))) continue;
    const to =
      goes ?? placedBefore(tokens, at, clean) ?? (verb === undefined ? null : helpedThere(tokens, at));
    const from = fromWhom(tokens, at, group, came?.from ?? posted?.from ?? verb, memory);
    if (from.name === "local" || (from.name === null && !group.provincial && !came)) continue;
    // Forces are counted only when somebody sent them somewhere; people at work on a dike are not.
    if (force(group) && !to && !sentOut(tokens, verb, from.told)) continue;
    if (from.province && force(group) && !(group.provincial && to)) continue;
    memory.sender = from.name;
    const end = Math.max(to?.end ?? 0, at + 1);
    facts.push({
      kind: group.kind,
      count: group.count,
      units: group.units,
      from: from.name,
      to: to?.text ?? null,
      mission: missionFrom(tokens, end, clean),
      adcode: to?.codes.length ? to.codes.join(",") : null,
      span: [tokens[verb ?? at]?.start ?? 0, tokens[end - 1]?.end ?? 0],
      doubt: from.told || group.provincial ? null : "sender_from_before",
    });
  }
  return shareDestination(facts);
}

/** 工作组、专家组连夜抵达…: those listed with it go the same way. */
function pastTeams(tokens: readonly Token[], from: number): number {
  let i = from;
  while (is(tokens[i], "joint")) {
    let team = i + 1;
    // 、水利部派出的4个专家组.
    if (bodyAt(tokens[team]) && is(tokens[team + 1], "send") && tokens[team + 2]?.text === "的") team += 3;
    if (is(tokens[team], "count")) team++;
    if (!is(tokens[team], "team")) break;
    i = team + 1;
  }
  return i;
}

interface Whom {
  name: string | null;
  /** Named in the sentence itself. */
  told: boolean;
  province: boolean;
}

/** Who sent them: the body right before the team, else the subject of the verb, else the one of the sentence before. */
function fromWhom(
  tokens: readonly Token[],
  at: number,
  group: Group,
  verb: number | undefined,
  memory: Memory,
): Whom {
  const near = [at - (group.units ? 2 : 1), at - 1, ...(is(tokens[at - 1], "etc") ? [at - 2] : [])].find(
    (i) => bodyAt(tokens[i]),
  );
  // 水利部调派长江委监测队: whose they are, not who sent them, when the verb has a body of its own.
  const sent =
    near !== undefined && verb !== undefined && verb === near - 1 ? sender(tokens, verb) : undefined;
  const who = sent?.name ? sent : sender(tokens, near === undefined ? (verb ?? at) : at);
  if (who.name !== null) return { name: who.name, told: true, province: who.province };
  if (group.provincial || is(tokens[verb ?? at], "go")) return { name: null, told: false, province: false };
  return { name: memory.sender ?? memory.issuers.at(0) ?? null, told: false, province: false };
}

/** 应急管理部调动消防救援力量: sent by one who is named, by a verb that only sends. */
const sentOut = (tokens: readonly Token[], verb: number | undefined, told: boolean) =>
  told && verb !== undefined && /^(派出|增派|调派|调动|调集|派遣|加派)$/.test(tokens[verb]?.text ?? "");

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
    // 国家防总江西工作组 is one of the six that went to 江西、安徽、湖南.
    const codes = fact.adcode?.split(",") ?? [];
    const among = list.some(
      (one) =>
        fact.count === null &&
        one.count !== null &&
        one.kind === fact.kind &&
        one.from === fact.from &&
        codes.length > 0 &&
        codes.every((code) => one.adcode?.split(",").includes(code)),
    );
    if (among) continue;
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

function standsAfter(tokens: readonly Token[], at: number): boolean {
  let i = at + 1;
  // 工作组也持续在黑龙江.
  while (i < at + 4 && is(tokens[i], "adverb", "same", "lasting")) i++;
  return (
    is(tokens[i], "stand") ||
    (is(tokens[at + 1], "joint") && tokens.slice(at + 1, at + 6).some((token) => is(token, "stand")))
  );
}

/** 水利部3个工作组继续在…, 跨区域增援的7省消防救援力量…: a body's team without a verb of sending. */
const bareSubject = (tokens: readonly Token[], at: number, group: Group) =>
  (group.units !== null ||
    // 国家防总启动…，工作组已抵达商洛.
    (isClauseMark(tokens[at - 1]) &&
      !force(group) &&
      tokens.slice(at + 1, at + 3).some((token) => is(token, "go"))) ||
    bodyAt(tokens[at - 1]) !== undefined ||
    (is(tokens[at - 1], "etc") && bodyAt(tokens[at - 2]) !== undefined) ||
    LED.test(textOf(tokens, Math.max(0, at - 4), at)) ||
    (tokens[at - 1]?.text === "的" && /组成$/.test(textOf(tokens, Math.max(0, at - 3), at - 1))) ||
    /相关|有关|首批|[一二三]批/.test(`${tokens[at - 2]?.text ?? ""}${tokens[at - 1]?.text ?? ""}`)) &&
  tokens.slice(at + 1, at + 30).some((token) => is(token, "stand", "go"));

/** 今年汛情发生后，入汛以来，: what is told of a whole season. */
const SEASON = /^(?:今年)?(?:入汛|进入汛期|主汛期|汛情发生|汛期)(?:后|以来|以后)，/;

function isUnreal(tokens: readonly Token[], at: number): boolean {
  if (
    SEASON.test(
      tokens
        .slice(0, 10)
        .map((token) => token.text)
        .join(""),
    )
  )
    return true;
  return tokens.slice(0, at).some((token, i) => {
    const scope = as(token, "unreal")?.scope;
    // 根据…要求，…派出: what was asked for is done.
    if (token.text === "要求" && asAsked(tokens, i)) return false;
    // 此前派出的工作组仍在…: they are there now.
    if (token.text === "此前" && is(tokens[i + 1], "send") && standsAfter(tokens, at)) return false;
    // 发出通知，要求加强监测；派出工作组赴…: what is asked for ends at the semicolon.
    if (token.text === "要求" && tokens.slice(i, at).some((one) => one.text === "；")) return false;
    return scope === "rest" || (scope === "clause" && /视情|拟|是否|计划|准备|要求/.test(token.text));
  });
}

/** 加上前期派出的工作组: spoken of, not told. */
const isRecalled = (tokens: readonly Token[], at: number): boolean =>
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
