import {
  type Change,
  changeAfter,
  clauseMark,
  isBare,
  isElided,
  levelAfter,
  type NounPhrase,
  nounPhrase,
  verbBefore,
} from "./phrases";
import { isShared } from "./repeated";
import { placesFrom, type Sentence } from "./sentences";
import { countedAfter } from "./targets";
import type { Act } from "./term";
import type { TimeWords } from "./times";
import { as, is, type ResponseLevel, type Token } from "./tokens";

/** What is done to the response that a phrase names. */
export interface Deed {
  phrase: NounPhrase;
  act: Act;
  /** The verb, when it stands before its phrase. */
  verb: { act: Act; at: number } | undefined;
  hazards: string[];
  level: ResponseLevel | null;
  fromLevel: ResponseLevel | null;
  /** 分别提升至三级、二级: one for each body or region, in their order. */
  levels: ResponseLevel[];
  froms: ResponseLevel[];
  /** A time between the phrase and the verb after it. */
  time: TimeWords | undefined;
  /** The phrase tells which response it is by an act of before (3日启动的…): no time in it is the deed's. */
  told: boolean;
  /** Index after the last word of it. */
  end: number;
}

/** What the verb says of the levels: a level before 提升至 is the old one, one in 维持…三级 the level in force. */
function levelsOf(
  act: Act,
  phrase: NounPhrase,
  change: Change | undefined,
  raised: ResponseLevel | undefined,
) {
  const stays = act === "maintain" || act === "activate";
  if (act === "terminate") return { level: null, fromLevel: change?.from ?? phrase.level };
  if (stays) return { level: change?.level ?? phrase.level ?? raised ?? null, fromLevel: null };
  if (change) return { level: change.level, fromLevel: change.from ?? phrase.level };
  return { level: raised ?? phrase.level, fromLevel: raised ? phrase.level : null };
}

/** The deed whose phrase ends at `at`, when one does. `carried` is the verb that governs the phrases before it. */
export function deedAt(tokens: readonly Token[], at: number, carried: Deed["verb"]): Deed | undefined {
  const noun = is(tokens[at], "response");
  const bare = isBare(tokens, at);
  if (!noun && !bare && !isElided(tokens, at)) return undefined;
  if (noun && isShared(tokens, at)) return undefined;
  const plain = nounPhrase(tokens, noun ? at : at + 1);
  if (!plain) return undefined;
  const phrase = endedOf(tokens, plain) ?? plain;
  // 10日20时启动的防汛Ⅳ级应急响应，12日8时升级为Ⅲ级: which one it is, then what is done to it.
  const told = phrase === plain && isTold(tokens, phrase);
  const past = told && tokens[phrase.to]?.text === "，" ? 1 : 0;
  const own = changeAfter(tokens, bare ? at + 1 : phrase.to + past);
  const before = verbBefore(tokens, phrase);
  if (told && !own) return undefined;
  const change = own ?? (before ? undefined : sharedChange(tokens, phrase.to));
  // 将针对广西的…予以解除: what 将 opens has a verb of its own.
  const joined =
    (phrase.toward && !is(tokens[phrase.from - 1], "object")) ||
    is(tokens[phrase.from - 1], "joint") ||
    goesOnListing(tokens, phrase);
  const verb = change ? undefined : (before ?? (joined ? carried : undefined));
  const act = change?.act ?? verb?.act;
  if (!act) return undefined;
  if (verb && (isRelative(tokens, phrase.to) || isPlanned(tokens, verb.at))) return undefined;
  const moves = act === "raise" || act === "lower" || act === "adjust";
  const raised = verb && (moves || !phrase.level) ? levelAfter(tokens, phrase.to, !moves) : undefined;
  const end = change?.end ?? raised?.end ?? (noun ? phrase.to : at + 1);
  const levels = levelsOf(act, phrase, change, raised?.level);
  const prior = moves && !levels.fromLevel ? priorLevel(tokens, end) : undefined;
  return {
    phrase,
    act,
    verb,
    hazards: phrase.hazards.length ? phrase.hazards : (change?.hazards ?? []),
    level: levels.level,
    fromLevel: levels.fromLevel ?? prior?.level ?? null,
    levels: change?.levels.length ? change.levels : phrase.levels,
    froms: change?.froms ?? [],
    time: change?.time,
    told,
    // The word for response is left out: the phrase ends with its level.
    end: prior?.end ?? end,
  };
}

/** 启动的防汛Ⅳ级应急响应: an act and 的 right before the phrase. */
const isTold = (tokens: readonly Token[], phrase: NounPhrase) =>
  tokens[phrase.from - 1]?.text === "的" && is(tokens[phrase.from - 2], "act");

/** What may say, between a verb and 启动的, which response is meant. */
const WHICH = /^(?:前期|此前|先前|前|期|于|由|所|在|原|的)$/;

/** 终止前期针对重庆、贵州启动的防汛四级应急响应, 解除5日启动的…: the act inside only says which one; the phrase begins after the verb. */
function endedOf(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  if (!isTold(tokens, phrase)) return undefined;
  const inner = phrase.from - 2;
  const toward = tokens.findLastIndex((token, i) => i < inner && is(token, "toward"));
  const list = placesFrom(tokens, toward + 1);
  const named = toward >= 0 && list !== undefined && list.next <= inner ? list : undefined;
  for (let i = inner - 1; i >= 0; i--) {
    const act = as(tokens[i], "act")?.act;
    if (act === "terminate" || act === "maintain")
      return {
        ...phrase,
        from: i + 1,
        regions: named && toward > i ? named.names : phrase.regions,
        toward: named !== undefined && toward > i,
      };
    const which = WHICH.test(tokens[i]?.text ?? "") || is(tokens[i], "time", "adverb", "toward", "same");
    if (!which && !(named && i > toward && i < named.next)) return undefined;
  }
  return undefined;
}

const PRIOR = /^(?:此前|原先?|之前|先前|此前已)(?:为|是|处于)?$/;

/** 调整至Ⅲ级（此前为Ⅳ级）, …，此前为Ⅱ级: the level it had, told after it. */
function priorLevel(tokens: readonly Token[], at: number): { level: ResponseLevel; end: number } | undefined {
  if (!/^[，（]$/.test(tokens[at]?.text ?? "")) return undefined;
  let i = at + 1;
  let words = "";
  while (i < at + 5 && !is(tokens[i], "level", "hazard")) words += tokens[i++]?.text ?? "";
  while (is(tokens[i], "hazard")) i++;
  const level = as(tokens[i], "level")?.level;
  return level && PRIOR.test(words) ? { level, end: i + 1 } : undefined;
}

/** 维持湖南防汛三级应急响应，四川防汛四级应急响应: a clause that is a phrase and nothing else, right after one. */
const goesOnListing = (tokens: readonly Token[], phrase: NounPhrase) =>
  phrase.regions !== null &&
  clauseMark(tokens[phrase.from - 1]) &&
  is(tokens[phrase.from - 2], "response") &&
  (tokens[phrase.to] === undefined || is(tokens[phrase.to], "mark"));

/** No list of responses that share a verb has more words. */
const SHARED = 60;

/** 针对湖南的三级应急响应和针对安徽的四级应急响应仍在持续: the verb after the last one is each one's. */
function sharedChange(tokens: readonly Token[], to: number): Change | undefined {
  // 对湖南的三级应急响应，对湖北的四级应急响应正在持续.
  if (!is(tokens[to], "joint") && !(tokens[to]?.text === "，" && is(tokens[to + 1], "toward")))
    return undefined;
  for (let i = to + 1; i < to + SHARED && tokens[i] && !clauseMark(tokens[i]); i++) {
    if (is(tokens[i], "act")) return undefined;
    if (!is(tokens[i], "response") || is(tokens[i + 1], "joint")) continue;
    const change = changeAfter(tokens, i + 1);
    const alike = change && (change.act === "maintain" || change.act === "terminate") && !change.level;
    return alike ? { ...change, end: to } : undefined;
  }
  return undefined;
}

/** 启动防汛Ⅳ级应急响应的市县, …的条件: the act only says which are meant. */
function isRelative(tokens: readonly Token[], to: number): boolean {
  // 启动三级应急响应和四级应急响应的条件: said of all that are listed.
  let at = to;
  while (is(tokens[at], "joint", "level", "hazard", "response")) at++;
  if (tokens[at]?.text !== "的") at = to;
  const next = tokens
    .slice(at, at + 2)
    .map((token) => token.text)
    .join("");
  if (/^(意味|流程|事宜|程序|条件|标准|预案|准备|以来|已有|已满|已经?持续)/.test(next)) return true;
  if (tokens[at]?.text !== "的" || countedAfter(tokens, at)) return false;
  // 检查启动应急响应的湖南、江西: the act only says which are meant.
  if (is(tokens[at + 1], "place")) return true;
  const after = tokens
    .slice(at + 1, at + 4)
    .map((token) => token.text)
    .join("");
  return /^(基础|准备|通知|消息|命令|决定|通告|公告|公众|期间|预案|程序|要求|精神|部署|建议|可能|权限|时机|条件|标准|情形|市|县|省|地区|城市|单位|区域|国家|地方|有)/.test(
    after,
  );
}

/** 国家防总将启动…: a plan, when 将 stands before the verb itself and no time is set. */
const isPlanned = (tokens: readonly Token[], verbAt: number) =>
  /^(研究|酝酿|筹划|商讨|将|即将|也将|还将)$/.test(tokens[verbAt - 1]?.text ?? "");

const RANK: Record<ResponseLevel, number> = { I: 4, II: 3, III: 2, IV: 1 };

/** 调整至: up or down by the levels, else by what the sentence says of the water. */
export function direction(
  act: Act,
  from: ResponseLevel | null,
  to: ResponseLevel | null,
  sentence: Sentence,
): { action: Exclude<Act, "adjust">; doubt: string | null } {
  if (act !== "adjust") return { action: act, doubt: null };
  if (from && to) return { action: RANK[to] > RANK[from] ? "raise" : "lower", doubt: null };
  if (to === "IV") return { action: "lower", doubt: null };
  if (to === "I") return { action: "raise", doubt: null };
  // 国家防总下调防汛应急响应 stands above as a headline, 调整至 below.
  if (/下调|降低|降至|降为/.test(sentence.headline)) return { action: "lower", doubt: "direction_unstated" };
  if (/上调|提升|升级|升至|提级/.test(sentence.headline))
    return { action: "raise", doubt: "direction_unstated" };
  const easing = sentence.tokens.some((token) => /趋缓|缓解|减弱|好转|回落/.test(token.text));
  return { action: easing ? "lower" : "raise", doubt: "direction_unstated" };
}
