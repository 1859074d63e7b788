import { aimedAt, cameTo, destination, helpedThere, placedBefore, postedTo } from "./destinations";
import type { Memory } from "./memory";
import { bodyAt } from "./orderers";
import { beginsWith, isClauseMark, opener, sender, sendsBefore } from "./senders";
import type { Sentence } from "./sentences";
import { onlyQuake } from "./setting";
import { force, type Group, groupAt, inspects, LED } from "./team-groups";
import { isRecalled, isSum, isUnreal, standsAfter } from "./team-unreal";
import {
  isMember,
  isOtherYear,
  isPlanned,
  isSending,
  isSupposed,
  respectively,
  sentAfter,
} from "./team-verbs";
import type { Clean } from "./text";
import { is, type Token, textOf } from "./tokens";

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

/** Every team or force the sentence says was sent by a national body or a provincial headquarters. */
export function deploymentsIn(sentence: Sentence, memory: Memory, clean: Clean): DeploymentFact[] {
  const { tokens } = sentence;
  const before = memory.opener;
  const own = opener(tokens);
  if (own !== undefined) memory.opener = own;
  if (sentence.apart || !tokens.some((token) => is(token, "team"))) return [];
  if (onlyQuake(tokens)) return [];
  const facts: DeploymentFact[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const group = groupAt(tokens, at);
    // 3个工作组组成的专家组: who it is made of was the team.
    const regrouped =
      tokens[at - 1]?.text === "的" && tokens[at - 2]?.text === "组成" && is(tokens[at - 3], "team");
    // 4个工作组或专家组: four of the one kind or the other.
    const other = tokens[at - 1]?.text === "或" && is(tokens[at - 2], "team");
    // 7省消防救援队伍的1500名指战员: whose they are.
    const owner = tokens[at + 1]?.text === "的" && is(tokens[at + 2], "count") && is(tokens[at + 3], "team");
    if (!group || regrouped || other || owner) continue;
    // 安能救援队从长沙抽调240名专业人员: those who send are not sent.
    if (isSending(tokens, at)) continue;
    // 救援专业队伍1800名指战员: counted is what comes last.
    if (group.count === 0 || (is(tokens[at + 1], "count") && is(tokens[at + 2], "team"))) continue;
    const later = sentAfter(tokens, at);
    const verb = later?.verb ?? sendsBefore(tokens, at);
    const listed = facts.at(-1) && is(tokens[at - (group.units ? 2 : 1)], "joint") && facts.at(-1);
    const came = cameTo(tokens, at, clean);
    const posted = force(group) ? null : postedTo(tokens, at, clean);
    const ahead = destination(tokens, later?.goes ?? pastTeams(tokens, at + 1), clean);
    const works = inspects(tokens, at, group);
    // 派驻江苏、安徽的2个专家组仍在一线: the place that is named is the better one.
    const goes = works ? undefined : ahead?.codes.length ? ahead : (came ?? ahead ?? posted);
    const sent =
      verb !== undefined ||
      listed ||
      came ||
      posted ||
      standsAfter(tokens, at) ||
      works ||
      (goes && bareSubject(tokens, at, group));
    const planned = isPlanned(tokens, verb) || isMember(tokens, at) || isOtherYear(tokens, at);
    if (
      !sent ||
      planned ||
      isSupposed(tokens, at) ||
      isUnreal(tokens, at, verb, group.units !== null) ||
      (!group.units && isRecalled(tokens, at))
    )
      continue;
    const to =
      goes ??
      aimedAt(tokens, verb, at, clean) ??
      placedBefore(tokens, at, clean) ??
      (verb === undefined ? null : helpedThere(tokens, at));
    // 累计派出28个工作组: a sum of the season, of teams that are nowhere in particular.
    if (to === null && verb !== undefined && isSum(tokens, verb)) continue;
    // 组织指导组编写教材: brought together, and sent nowhere.
    if (to === null && /^(?:组织|安排|部署|调度)$/.test(tokens[verb ?? at]?.text ?? "")) continue;
    const from = fromWhom(tokens, at, group, later?.before ?? came?.from ?? posted?.from ?? verb, {
      ...memory,
      opener: before,
    });
    if (from.name === "local" || (from.name === null && !group.provincial && !came)) continue;
    // Forces are counted only when somebody sent them somewhere; people at work on a dike are not.
    if (force(group) && !to && !sentOut(tokens, verb, from.told)) continue;
    if (from.sum && (force(group) || !goes)) continue;
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
      // 工作组由国家防总派出: the verb may stand behind its team.
      span: [tokens[Math.min(verb ?? at, at)]?.start ?? 0, tokens[Math.max(verb ?? 0, end - 1)]?.end ?? 0],
      doubt: from.told || group.provincial ? null : "sender_from_before",
    });
  }
  return respectively(shareDestination(facts), tokens);
}

/** 工作组、专家组连夜抵达…: those listed with it go the same way. */
function pastTeams(tokens: readonly Token[], from: number): number {
  let i = from;
  while (is(tokens[i], "joint") || tokens[i]?.text === "或") {
    let team = i + 1;
    // 、水利部专家组.
    if (bodyAt(tokens[team]) && is(tokens[team + 1], "team")) team++;
    // 、水利部派出的4个专家组.
    else if (bodyAt(tokens[team]) && is(tokens[team + 1], "send") && tokens[team + 2]?.text === "的")
      team += 3;
    // 松辽委3个工作组、吉林省水利厅6个工作组在一线.
    else if (bodyAt(tokens[team]) && is(tokens[team + 1], "count")) team++;
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
  sum?: boolean;
}

/** Who sent them: the body right before the team, else the subject of the verb, else the one of the sentence before. */
function fromWhom(
  tokens: readonly Token[],
  at: number,
  group: Group,
  verb: number | undefined,
  memory: Memory,
): Whom {
  // 局属4个工作组: of a body that the words leave out.
  if (/[局厅委市县区]属$/.test(textOf(tokens, Math.max(0, at - 4), at - 1)))
    return { name: "local", told: true, province: false };
  const near = [at - (group.units ? 2 : 1), at - 1, ...(is(tokens[at - 1], "etc") ? [at - 2] : [])].find(
    (i) => bodyAt(tokens[i]),
  );
  // 水利部调派长江委监测队: whose they are, not who sent them, when the verb has a body of its own.
  const sent =
    near !== undefined && verb !== undefined && verb === near - 1 ? sender(tokens, verb) : undefined;
  const who = sent?.name ? sent : sender(tokens, near === undefined ? (verb ?? at) : at);
  if (who.name !== null) return { ...who, name: who.name, told: true };
  // 江苏已派出…。6支省级督导组…: of the province that sent the ones before.
  const province = memory.sender !== null && !ABOVE.test(memory.sender);
  if (group.provincial && province && inspects(tokens, at, group))
    return { name: memory.sender, told: false, province: false };
  if (group.provincial || is(tokens[verb ?? at], "go")) return { name: null, told: false, province: false };
  // …主持会商。同时派出2个工作组: the subject goes on.
  const goesOn = verb !== undefined && beginsWith(tokens, verb) ? memory.opener : null;
  return { name: memory.sender ?? memory.issuers.at(0) ?? goesOn, told: false, province: false };
}

/** Bodies above a province. */
const ABOVE = /^国家|^水利部|^应急|委员会|[江黄淮海辽]委$|太湖/;

/** 应急管理部调动消防救援力量: sent by one who is named, by a verb that only sends. */
const sentOut = (tokens: readonly Token[], verb: number | undefined, told: boolean) =>
  told && verb !== undefined && /^(派出|增派|调派|调动|调集|派遣|加派)$/.test(tokens[verb]?.text ?? "");

/** 国家防总办公室 acts for 国家防总. */
const officeless = (name: string | null) => name?.replace(/办公室$/, "") ?? null;

/** One record a team: a headline or a second mention of the same team gives no second one, its words are the better ones. */
export function mergedTeams(facts: readonly DeploymentFact[]): DeploymentFact[] {
  const list: DeploymentFact[] = [];
  for (const fact of facts) {
    const known = list.findIndex(
      (one) =>
        one.kind === fact.kind &&
        one.count === fact.count &&
        officeless(one.from) === officeless(fact.from) &&
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
