import { direction } from "./acts";
import { clauseStart, dayOnly, resolveTime, sharedTime, timeBefore } from "./effective";
import type { Memory, PlaceName } from "./memory";
import { otherSystem } from "./orderers";
import { actAt, clauseMark, ends, pastStep } from "./phrases";
import type { Reading, ResponseFact } from "./responses";
import { placesFrom, type Sentence } from "./sentences";
import { type Subject, whoActs } from "./subjects";
import { basin, listsIn } from "./targets";
import type { Act } from "./term";
import { as, is, type ResponseLevel, type Token } from "./tokens";
import { stillAt } from "./unchanged";
import { isNow, isUnreal } from "./unreal";

/** A clause that leaves its object out, for it is the one just spoken of: 并于今天12时提升至三级. */
interface Elided {
  act: Act;
  level: ResponseLevel;
  /** 分别维持Ⅱ级、Ⅳ级: one for each body or region. */
  levels?: ResponseLevel[];
  from: ResponseLevel | null;
  end: number;
  /** 将针对江西的提升至二级: the same response of another region. */
  regions: PlaceName[] | null;
  /** 温州市21时提升至Ⅰ级: another body does the same to its own. */
  other: boolean;
  /** 湖南也启动: even the level is left out. */
  follows?: boolean;
}

const NATIONAL = /^(国家防总|水利部|应急管理部)$/;
const SMALL = /^(前者|后者|又|随后|后|再|将其|并将其|其|于|则|而|但|都|现|却|只|仅|跟进|亦|随之|同样)$/;

function elidedAt(tokens: readonly Token[], at: number, fresh: boolean, again: boolean): Elided | undefined {
  const still = stillAt(tokens, at);
  const act = still ? "maintain" : actAt(tokens, at);
  if (!act || act === "terminate") return undefined;
  let i = still?.level ?? at + 1;
  // 启动的是Ⅱ级, 提升回Ⅲ级.
  while (is(tokens[i], "to") || /^[在的是回了]$/.test(tokens[i]?.text ?? "")) i++;
  if (act !== "maintain" && act !== "activate") i = pastStep(tokens, i);
  const level = as(tokens[i], "level")?.level;
  const after = still?.end ?? i + 1;
  if (!level || is(tokens[after], "response", "hazard")) return undefined;
  let start = at;
  // 提升至一级、对湖南维持三级: the next of a list begins where it is said for whom.
  const opens = (k: number) => is(tokens[k], "toward") && is(tokens[k - 1], "joint");
  while (start > 0 && !clauseMark(tokens[start - 1]) && !opens(start)) start--;
  // ；7月2日，提升至三级: nothing but a time in the clause before.
  const moves = act !== "maintain" && act !== "activate";
  if (start === at && !fresh && dated(tokens, start) && moves)
    return { act, level, from: null, end: after, regions: null, other: false };
  if (start === at || (fresh && !opensSentence(tokens, start)))
    return fresh && start > 0 && start === at && opensSentence(tokens, start) && moves
      ? { act, level, from: null, end: after, regions: null, other: false }
      : undefined;
  if (start === 0 && !fresh) return undefined;
  const levels = [level];
  let next = after;
  while (is(tokens[next], "joint") && as(tokens[next + 1], "level")) {
    levels.push(as(tokens[next + 1], "level")?.level ?? level);
    next += 2;
  }
  let end = at;
  const from = is(tokens[end - 2], "from") ? (as(tokens[end - 1], "level")?.level ?? null) : null;
  if (from) end -= 2;
  let begin = start;
  // 但对丹东维持Ⅱ级.
  const opener = (token: Token | undefined) =>
    is(token, "same", "adverb", "time", "object") || /^[但而]$/.test(token?.text ?? "");
  while (begin < end && opener(tokens[begin]) && !is(tokens[begin], "place")) begin++;
  const list = is(tokens[begin], "toward") ? placesFrom(tokens, begin + 1) : undefined;
  const regions = list ? basin(list.names) : null;
  // 江西、安徽的仍为四级.
  const ofPlaces = list !== undefined || is(tokens[end - 2], "place");
  const rest = tokens
    .slice(list ? list.next : begin, end)
    .filter((token) => !(ofPlaces && token.text === "的"));
  // 对广西、海南则启动四级, 温州、宁德两市启动二级: begun for those it is said of, when the sentence has begun one before.
  const placed = regions || rest.some((token) => is(token, "place", "place_issuer"));
  if (act === "activate" && (!placed || fresh || !ends(tokens[next]))) return undefined;
  // 湖南提升至三级，广西维持四级: who keeps the level is named.
  if (
    act === "maintain" &&
    !again &&
    !regions &&
    !rest.some((token) => is(token, "place", "place_issuer", "issuer"))
  )
    return undefined;
  const small = (token: Token) =>
    is(token, "same", "adverb", "time", "many", "back", "etc") ||
    token.text === "其中" ||
    SMALL.test(token.text) ||
    (!list && is(token, "place", "place_issuer", "issuer", "joint", "object"));
  if (!rest.every(small)) return undefined;
  return {
    act,
    level,
    levels,
    from,
    end: next,
    regions,
    other: rest.some((token) => is(token, "place", "place_issuer", "issuer")),
  };
}

/** 安康市水利局启动…，汉滨区同步启动: a town that follows suit is of no system of its own. */
const town = (found: Elided, { issuers }: Subject) =>
  found.follows === true && issuers.every((name) => !/[防部委厅局会]/.test(name));

const ALONG = /^(同步|同时|也|亦|均|随后|随即|相应|相继|跟进|随之)$/;

/** 合肥、芜湖同步提升: other bodies take the step just told, to the same level. */
function followsAt(tokens: readonly Token[], at: number, last: readonly ResponseFact[]): Elided | undefined {
  const act = as(tokens[at], "act")?.act;
  const next = tokens[at + 1];
  const ended = next === undefined || (is(next, "mark") && /^[，。；]$/.test(next.text));
  const [step] = last;
  if (!act || !ended || !step?.level || step.action !== act) return undefined;
  const clause = tokens.slice(clauseStart(tokens, at), at);
  const along = clause.some((token) => ALONG.test(token.text));
  const who = clause.filter((token) => is(token, "place", "place_issuer", "issuer"));
  const plain = clause.every(
    (token) =>
      is(token, "place", "place_issuer", "issuer", "joint", "same", "adverb", "time", "many", "etc") ||
      ALONG.test(token.text),
  );
  return along && plain && who.length
    ? { act, level: step.level, from: null, end: at + 1, regions: null, other: true, follows: true }
    : undefined;
}

/** 对玉林、北海启动Ⅲ级，钦州、防城港为Ⅳ级: nothing but places and their level, of the act just told. */
function levelOnly(tokens: readonly Token[], at: number, last: readonly ResponseFact[]) {
  const [step] = last;
  const level = as(tokens[at + 1], "level")?.level;
  if (tokens[at]?.text !== "为" || !level || !ends(tokens[at + 2])) return undefined;
  const clause = tokens.slice(clauseStart(tokens, at), at);
  const plain = clause.every(
    (token) => is(token, "place", "joint", "same", "many", "etc") || token.text === "则",
  );
  if (!plain || (step?.action !== "activate" && step?.action !== "maintain")) return undefined;
  const found: Elided = { act: step.action, level, from: null, end: at + 2, regions: null, other: true };
  return alsoOrdered(last, clause, found) ? found : undefined;
}

/**
 * 国家防总将京、津…提升至二级，晋、豫两省提升至三级; 江苏省防指将苏州…调整为Ⅱ级，南通维持Ⅲ级: the places of the clause,
 * when the body before it ordered for others than itself and they lie beside those.
 */
function alsoOrdered(last: readonly ResponseFact[], clause: readonly Token[], found: Elided) {
  const listed = listsIn(clause).at(-1);
  if (!listed || clause.some((token) => is(token, "place_issuer", "issuer"))) return undefined;
  if (!last.every((fact) => fact.issuer !== null && fact.region !== null)) return undefined;
  if (last.every((fact) => NATIONAL.test(fact.issuer ?? ""))) return listed;
  // A step with a moment of its own may be the place's own.
  if (found.act !== "maintain" && clause.some((token) => is(token, "time"))) return undefined;
  const beside = (adcode: string | null) =>
    last.every(
      (fact) =>
        fact.adcode !== null &&
        !fact.issuer?.includes(fact.region ?? "") &&
        siblings(fact.adcode, adcode ?? ""),
    );
  return listed.every((place) => beside(place.adcode)) ? listed : undefined;
}

/** 苏州 and 南通 lie in one province, 平江 and 华容 in one city: places of one rank under the same. */
function siblings(one: string, other: string): boolean {
  const rank = (code: string) => code.replace(/(?:00)+$/, "").length;
  const depth = rank(one);
  return depth > 2 && depth === rank(other) && one.slice(0, depth - 2) === other.slice(0, depth - 2);
}

/** Whether the clause that ends before `start` holds a time and nothing else. */
function dated(tokens: readonly Token[], start: number): boolean {
  const from = start > 0 ? clauseStart(tokens, start - 1) : 0;
  const clause = tokens.slice(from, start - 1);
  return (
    clause.some((token) => is(token, "time")) && clause.every((token) => is(token, "time", "adverb", "same"))
  );
}

/** 内蒙古、辽宁均启动…，前者当晚升至Ⅲ级: of two just told, the one that is meant. */
function ofTwo(last: readonly ResponseFact[], clause: readonly Token[]): readonly ResponseFact[] {
  const word = clause.find((token) => /^(?:前者|后者)$/.test(token.text))?.text;
  if (!word) return last;
  return last.length === 2 ? last.slice(word === "前者" ? 0 : 1).slice(0, 1) : [];
}

const SINCE = /^(?:已|已经|现已|均已|目前|当前|现|仍|仍然|继续|依然)$/;

/**
 * 浙江省防指9日20时提升至Ⅱ级，温州提升至Ⅰ级: a step in a place of the first one's own, at its moment. Another body's time (湖南省也启动)
 * nobody says, nor since when one stays (温州仍为Ⅲ级) or has what was begun beside a change (温州启动的是Ⅰ级).
 */
function takesPart(
  last: readonly ResponseFact[],
  { regions }: Subject,
  found: Elided,
  clause: readonly Token[],
): boolean {
  if (found.follows || clause.some((token) => SINCE.test(token.text))) return false;
  const begun = last.some((fact) => fact.action === "activate") || clause.some(({ text }) => text === "其中");
  if (found.act === "activate" && (!begun || clause.some(({ text }) => text === "的"))) return false;
  const outer = last[0]?.adcode?.replace(/(?:00)+$/, "");
  return outer !== undefined && regions.every((region) => region?.adcode?.startsWith(outer));
}

/** Nothing but small words and a time before: 7月3日，升级为Ⅲ级. */
const opensSentence = (tokens: readonly Token[], start: number) =>
  tokens.slice(0, start).every((token) => is(token, "time", "adverb", "same", "mark"));

/** The orders of a clause that leaves its object out; none when it is no such clause. */
export function goesOn(
  sentence: Sentence,
  at: number,
  reading: Reading,
  memory: Memory,
): ResponseFact[] | undefined {
  const { tokens } = sentence;
  const still = !reading.last.length && reading.once.length > 0 && isNow(tokens, at);
  const told = still ? reading.once : reading.last.length ? reading.last : reading.before;
  const last = ofTwo(told, tokens.slice(clauseStart(tokens, at), at));
  const found = last.length
    ? (elidedAt(tokens, at, !still && !reading.last.length, still) ??
      followsAt(tokens, at, reading.last) ??
      levelOnly(tokens, at, reading.last))
    : undefined;
  if (!found || isUnreal(tokens, at)) return undefined;
  // 国家防总将京、津防汛响应提升至二级，晋、豫两省提升至三级: the regions of one who has none of its own.
  const listed = found.other
    ? alsoOrdered(last, tokens.slice(clauseStart(tokens, at), at), found)
    : undefined;
  const subject = found.other && !listed ? whoActs(tokens, at, memory, false) : undefined;
  if (
    subject === "blocked" ||
    (subject && !town(found, subject) && otherSystem(last[0]?.issuer, subject.issuers[0]))
  )
    return undefined;
  reading.consumed = found.end;
  const own = timeBefore(tokens, at, at);
  const clause = tokens.slice(clauseStart(tokens, at), found.end);
  const words =
    own ??
    (!subject || takesPart(last, subject, found, clause)
      ? reading.time?.words
      : sharedTime(reading.time, subject.issuers, found.act, tokens, at));
  const change = {
    level: found.level,
    fromLevel: found.from,
    // 今天12时启动…，维持…: the hour is the order's, not the confirmation's.
    effective: resolveTime(
      own || !words || found.act !== "maintain" ? words : dayOnly(words),
      sentence,
      memory.same,
    ),
    span: [tokens[at]?.start ?? 0, tokens[found.end - 1]?.end ?? 0] as [number, number],
    doubt: "object_from_before",
  };
  const action = (fact: ResponseFact) =>
    direction(found.act, found.from ?? fact.level, found.level, sentence).action;
  const hazards = [...new Map(last.map((fact) => [`${fact.issuer}|${fact.hazard}`, fact])).values()];
  const ofRegion = (fact: ResponseFact, region: PlaceName | null | undefined) => ({
    ...fact,
    ...change,
    region: region?.name ?? null,
    adcode: region?.adcode ?? null,
    action: action(fact),
  });
  const regions = found.regions ?? listed;
  // 湖北、安徽分别维持Ⅱ级、Ⅳ级: as many levels as bodies or regions, else nobody knows whose is which.
  const levels = found.levels ?? [found.level];
  const many = regions?.length ?? (subject ? subject.issuers.length : 1);
  if (levels.length > 1 && levels.length !== many) return undefined;
  const nth = <T extends ResponseFact>(fact: T, i: number): T => {
    const level = levels[i] ?? found.level;
    const was = found.from ?? last[0]?.level ?? null;
    return levels.length > 1
      ? { ...fact, level, action: direction(found.act, was, level, sentence).action }
      : fact;
  };
  if (regions) return hazards.flatMap((fact) => regions.map((region, i) => nth(ofRegion(fact, region), i)));
  if (!subject) return last.map((fact) => ({ ...fact, ...change, action: action(fact) }));
  const kinds = [...new Map(last.map((fact) => [fact.hazard, fact])).values()];
  return subject.issuers.flatMap((issuer, i) =>
    kinds.map((fact) => nth({ ...ofRegion(fact, subject.regions[subject.perIssuer ? i : 0]), issuer }, i)),
  );
}
