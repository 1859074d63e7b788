import { placesBefore, placesFrom, type Sentence, timeOf } from "./sentences";
import { whoActs } from "./subjects";
import type { Act } from "./terms";
import { type Day, isoDay, resolveDay, type TimeWords } from "./times";
import { as, is, type ResponseLevel, type Token } from "./tokens";

export interface PlaceName {
  name: string;
  adcode: string | null;
}

export interface ResponseFact {
  issuer: string | null;
  hazard: string;
  region: string | null;
  adcode: string | null;
  level: ResponseLevel | null;
  fromLevel: ResponseLevel | null;
  action: "activate" | "maintain" | "raise" | "lower" | "terminate";
  /** YYYY-MM-DD or YYYY-MM-DDTHH:mm, Beijing time; null when no time is attached to the act. */
  effective: string | null;
  /** [start, end) in the cleaned text. */
  span: [number, number];
  /** Why a person should look twice; null when the text is plain. */
  doubt: string | null;
}

const RANK: Record<ResponseLevel, number> = { I: 4, II: 3, III: 2, IV: 1 };

/** What the sentences before leave behind for one that leaves it out. */
export interface Memory {
  same: Day;
  issuers: string[];
  places: PlaceName[];
  /** Who sent the last team of this paragraph, as the text says. */
  sender: string | null;
}

interface NounPhrase {
  from: number;
  to: number;
  hazards: string[];
  level: ResponseLevel | null;
  regions: PlaceName[] | null;
  /** 针对 stands before the regions inside the phrase. */
  toward: boolean;
}

function openingBracket(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--) if (tokens[i]?.text === "（") return i;
  return undefined;
}

/** Reads the phrase that ends with the word for response at `at`, right to left: regions, hazards, level. */
function nounPhrase(tokens: readonly Token[], at: number): NounPhrase | undefined {
  const phrase: NounPhrase = { from: at, to: at + 1, hazards: [], level: null, regions: null, toward: false };
  let i = at - 1;
  for (; i >= 0; i--) {
    const token = tokens[i];
    const level = as(token, "level")?.level;
    const hazard = as(token, "hazard")?.hazard;
    if (token?.text === "）") {
      // 水旱灾害防御（防台）: what stands in brackets explains, it is no second hazard.
      const open = openingBracket(tokens, i);
      if (open === undefined) break;
      i = open;
    } else if (level && !phrase.level) phrase.level = level;
    else if (hazard) phrase.hazards.unshift(hazard);
    else if (is(token, "other") || (is(token, "rain") && /暴雨/.test(token?.text ?? ""))) return undefined;
    else if (is(token, "rank") || token?.text === "城市") continue;
    else if (is(token, "joint") && phrase.hazards.length && is(tokens[i - 1], "hazard")) continue;
    else if (token?.text === "的" && !phrase.hazards.length && phrase.level) continue;
    else break;
  }
  // Blocked further left: 交通运输防汛Ⅱ级响应, 自然灾害救助应急响应.
  if (is(tokens[i], "other") && !is(tokens[i], "place", "water", "hazard")) return undefined;
  phrase.from = i + 1;
  const gap = tokens[i]?.text === "的" ? 1 : 0;
  const list = placesBefore(tokens, phrase.from - gap);
  if (list) {
    phrase.toward = is(tokens[list.from - 1], "toward");
    // Without 针对 and without 将 or a verb before it, a place that stands before 的 belongs to something else.
    if (phrase.toward || gap === 0) {
      phrase.regions = list.names;
      phrase.from = phrase.toward ? list.from - 1 : list.from;
    }
  } else if (gap && is(tokens[i - 1], "back")) phrase.from = i - 1;
  return phrase;
}

interface Change {
  act: Act;
  level: ResponseLevel | null;
  from: ResponseLevel | null;
  hazards: string[];
  end: number;
}

/** 由Ⅳ级提升至Ⅲ级, 升级为三级, 终止: what follows the phrase, when the verb comes after its object. */
function changeAfter(tokens: readonly Token[], at: number): Change | undefined {
  let i = at;
  let from: ResponseLevel | null = null;
  while (is(tokens[i], "rank", "adverb") || (is(tokens[i], "same") && !is(tokens[i], "mark"))) i++;
  if (is(tokens[i], "from")) {
    i++;
    while (is(tokens[i], "hazard", "rank")) i++;
    from = as(tokens[i], "level")?.level ?? null;
    if (!from) return undefined;
    i++;
    while (is(tokens[i], "response", "rank", "adverb") || tokens[i]?.text === "，") i++;
  }
  const act = as(tokens[i], "act")?.act;
  if (!act || act === "activate" || act === "maintain") return undefined;
  i++;
  while (is(tokens[i], "to", "rank") || tokens[i]?.text === "了") i++;
  const hazards: string[] = [];
  while (as(tokens[i], "hazard") || is(tokens[i], "rank")) {
    const hazard = as(tokens[i], "hazard")?.hazard;
    if (hazard) hazards.push(hazard);
    i++;
  }
  const level = as(tokens[i], "level")?.level ?? null;
  if (!level && act !== "terminate") return undefined;
  if (level) i++;
  while (is(tokens[i], "rank")) i++;
  if (is(tokens[i], "response")) i++;
  return { act, level, from, hazards, end: i };
}

/** 提升防汛应急响应至Ⅱ级: the level after its phrase when the verb came before it. */
function levelAfter(tokens: readonly Token[], at: number): { level: ResponseLevel; end: number } | undefined {
  let i = at;
  while (is(tokens[i], "rank")) i++;
  if (!is(tokens[i], "to")) return undefined;
  const level = as(tokens[i + 1], "level")?.level;
  return level ? { level, end: i + 2 } : undefined;
}

const clauseMark = (token: Token | undefined) => {
  const mark = as(token, "mark")?.mark;
  return mark === "，" || mark === "；" || mark === "：";
};

/** The verb that governs the phrase from the left within its clause, and where it stands. */
function verbBefore(tokens: readonly Token[], phrase: NounPhrase): { act: Act; at: number } | undefined {
  for (let i = phrase.from - 1; i >= 0; i--) {
    if (clauseMark(tokens[i])) return undefined;
    const act = as(tokens[i], "act")?.act;
    if (act) return { act, at: i };
    if (is(tokens[i], "object", "unreal")) return undefined;
  }
  return undefined;
}

/** Nothing but a time and small words between two marks: it belongs to what follows. */
function onlyTime(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every((token) => is(token, "time", "adverb", "same", "from") || /^[起自于，“”]$/.test(token.text));
}

const clauseStart = (tokens: readonly Token[], at: number) => {
  let i = at;
  while (i > 0 && !clauseMark(tokens[i - 1])) i--;
  return i;
};

/** The time attached to the act at `at`: in its own clause, or alone in the clause before. */
function timeBefore(tokens: readonly Token[], at: number, end: number): TimeWords | undefined {
  let start = clauseStart(tokens, at);
  const find = (from: number, to: number) => {
    for (let i = to - 1; i >= from; i--) {
      const time = timeOf(tokens[i]);
      if (
        time &&
        !time.vague &&
        time.shiftEnd === undefined &&
        tokens[i - 1]?.text !== "截至" &&
        !isSince(tokens, i)
      )
        return time;
    }
    return undefined;
  };
  const own = find(start, end);
  if (own) return own;
  while (start > 0) {
    const previous = clauseStart(tokens, start - 1);
    if (!onlyTime(tokens, previous, start - 1))
      return decision(tokens, previous, start - 1) ? find(previous, start - 1) : undefined;
    const time = find(previous, start - 1);
    if (time) return time;
    start = previous;
  }
  return undefined;
}

/** 7月2日以来 is a span, no time of an act; 获悉 is the reporter's. */
const isSince = (tokens: readonly Token[], i: number) =>
  tokens[i + 1]?.text === "以" || tokens[i + 1]?.text === "来";
const decision = (tokens: readonly Token[], from: number, to: number) =>
  tokens[to - 1]?.text === "决定" && from < to;

function resolve(words: TimeWords | undefined, sentence: Sentence, same: Day): string | null {
  if (!words) return null;
  const day = resolveDay(words, sentence.base, same);
  if (day === undefined) return null;
  if (words.hour === undefined) return isoDay(day);
  const two = (value: number) => String(value).padStart(2, "0");
  const midnight = words.hour === 24;
  return `${isoDay(midnight ? day + 1 : day)}T${two(midnight ? 0 : words.hour)}:${two(words.minute ?? 0)}`;
}

/** Whether the act at `at` is told as not so: conditional, past season, plan, question, drill. */
function isUnreal(tokens: readonly Token[], at: number): boolean {
  const start = clauseStart(tokens, at);
  return tokens.slice(0, at).some((token, i) => {
    const scope = as(token, "unreal")?.scope;
    return scope === "rest" || scope === "sentence" || (scope === "clause" && i >= start);
  });
}

const BRANCH = {
  activate: "activate",
  maintain: "maintain",
  raise: "raise",
  lower: "lower",
  terminate: "terminate",
} as const;

/** Every response that the sentence states. `memory` is what came before; it is brought up to date. */
export function responsesIn(sentence: Sentence, memory: Memory): ResponseFact[] {
  const { tokens } = sentence;
  const facts: ResponseFact[] = [];
  let consumed = 0;
  let carried: { act: Act; at: number } | undefined;
  let lastTime: { words: TimeWords; same: Day } | undefined;
  let last: ResponseFact[] = [];
  let lastVerb = -1;
  let ordinal = 0;
  for (let at = 0; at < tokens.length; at++) {
    const time = timeOf(tokens[at]);
    if (time && time.shift !== "same")
      memory.same = resolveDay(time, sentence.base, memory.same) ?? memory.same;
    const elided = isElided(tokens, at);
    if (at < consumed || !(is(tokens[at], "response") || elided)) continue;
    const phrase = nounPhrase(tokens, elided ? at + 1 : at);
    if (!phrase) continue;
    const change = changeAfter(tokens, phrase.to);
    const before = verbBefore(tokens, phrase);
    const coordinate =
      !before && !change && facts.length > 0 && is(tokens[phrase.from - 1], "joint") ? carried : undefined;
    const verb = change ? undefined : (before ?? coordinate);
    const act = change?.act ?? verb?.act;
    if (!act) continue;
    const raised =
      verb && (act === "raise" || act === "lower" || act === "adjust")
        ? levelAfter(tokens, phrase.to)
        : undefined;
    consumed = change?.end ?? raised?.end ?? phrase.to;
    carried = verb ?? carried;
    const stated = phrase.hazards.length ? phrase.hazards : (change?.hazards ?? []);
    // 又将针对河南的响应提升至三级: the hazard is the one just spoken of.
    const hazards = stated.length ? stated : last.map((fact) => fact.hazard).slice(0, 1);
    if (!hazards.length || sentence.drill) continue;
    const actAt = Math.min(verb?.at ?? phrase.from, phrase.from);
    if (isUnreal(tokens, actAt)) continue;
    const level = act === "terminate" ? null : (change?.level ?? raised?.level ?? phrase.level);
    const fromLevel = change
      ? (change.from ?? phrase.level)
      : act === "terminate"
        ? phrase.level
        : raised
          ? phrase.level
          : null;
    if (!level && act !== "terminate") continue;
    const { action, doubt } = direction(act, fromLevel, level, sentence);
    const target = targetOf(tokens, phrase, verb?.at);
    const subject = whoActs(
      tokens,
      target.from,
      memory,
      phrase.regions !== null && !phrase.toward && target.own,
    );
    if (subject === "blocked") continue;
    const regions = target.back ? memory.places : (target.regions ?? subject.regions);
    let words = timeBefore(tokens, actAt, phrase.from + (change ? 0 : 0));
    const inherited = !words && lastTime !== undefined;
    if (!words && lastTime)
      words = action === "maintain" ? { ...lastTime.words, hour: undefined } : lastTime.words;
    // 今天12时启动…，继续维持…: the hour is the order's, not the confirmation's.
    if (words && action === "maintain" && facts.length && inherited) words = { ...words, hour: undefined };
    const effective = resolve(words, sentence, inherited ? (lastTime?.same ?? memory.same) : memory.same);
    if (words && !inherited) lastTime = { words, same: memory.same };
    ordinal = verb && verb.at === lastVerb ? ordinal + 1 : 0;
    lastVerb = verb?.at ?? -1;
    const respectively = subject.respectively && phrasesOf(tokens, verb?.at ?? at) > 1;
    const chosen = respectively ? subject.issuers.slice(ordinal, ordinal + 1) : subject.issuers;
    const made = (chosen.length ? chosen : [null]).flatMap((issuer, index) =>
      hazards.flatMap((hazard) =>
        (target.regions || target.back || !subject.perIssuer
          ? regions.length
            ? regions
            : [null]
          : [subject.regions[index] ?? null]
        ).map(
          (region): ResponseFact => ({
            issuer,
            hazard,
            region: region?.name ?? null,
            adcode: region?.adcode ?? null,
            level,
            fromLevel,
            action,
            effective,
            span: [
              tokens[Math.max(0, Math.min(actAt, target.from))]?.start ?? 0,
              tokens[consumed - 1]?.end ?? 0,
            ],
            doubt: doubt ?? (issuer ? (stated.length ? null : "hazard_from_before") : "no_issuer"),
          }),
        ),
      ),
    );
    facts.push(...made);
    last = made;
    if (regions.length) memory.places = regions;
    if (subject.issuers.length) memory.issuers = subject.issuers;
  }
  return facts;
}

/** How many responses one verb governs: to the end of its clause. */
function phrasesOf(tokens: readonly Token[], verbAt: number): number {
  let count = 0;
  for (let i = verbAt; i < tokens.length && !clauseMark(tokens[i]); i++)
    if (is(tokens[i], "response")) count++;
  return count;
}

/** 对A启动防汛三级、对B启动四级应急响应: a level whose noun comes only with the next one. */
function isElided(tokens: readonly Token[], at: number): boolean {
  if (!is(tokens[at], "level") || !is(tokens[at - 1], "hazard", "act")) return false;
  const next = tokens[at + 1];
  const joined = is(next, "joint") || clauseMark(next);
  const rest = is(next, "mark") && as(next, "mark")?.mark !== "、" && !clauseMark(next);
  return (
    is(tokens[at - 1], "hazard") &&
    ((joined && is(tokens[at + 2], "toward", "act", "same", "hazard")) || rest || next === undefined)
  );
}

function direction(act: Act, from: ResponseLevel | null, to: ResponseLevel | null, sentence: Sentence) {
  if (act !== "adjust") return { action: BRANCH[act], doubt: null };
  if (from && to)
    return { action: RANK[to] > RANK[from] ? ("raise" as const) : ("lower" as const), doubt: null };
  if (to === "IV") return { action: "lower" as const, doubt: null };
  if (to === "I") return { action: "raise" as const, doubt: null };
  const easing = sentence.tokens.some((token) => /趋缓|缓解|减弱|好转|回落/.test(token.text));
  return { action: easing ? ("lower" as const) : ("raise" as const), doubt: "direction_unstated" };
}

interface Target {
  /** Where the act's words begin; the subject stands before. */
  from: number;
  regions: PlaceName[] | null;
  back: boolean;
  /** The region stands bare before the hazard, with no 针对 and no 将: 郑州市防汛应急响应. */
  own: boolean;
}

/** The regions an act is for: inside its phrase, or with 针对 before its verb. */
function targetOf(tokens: readonly Token[], phrase: NounPhrase, verbAt: number | undefined): Target {
  const basin = (names: PlaceName[]) =>
    names.map((one) =>
      one.adcode === null && !/[游域]$/.test(one.name) ? { ...one, name: `${one.name}流域` } : one,
    );
  let from = Math.min(phrase.from, verbAt ?? phrase.from);
  if (phrase.regions) {
    const object = is(tokens[phrase.from - 1], "object");
    return {
      from,
      regions: basin(phrase.regions),
      back: false,
      own: !object && !phrase.toward && verbAt === undefined,
    };
  }
  if (is(tokens[phrase.from], "toward") && is(tokens[phrase.from + 1], "back"))
    return { from, regions: null, back: true, own: false };
  for (let i = from - 1; i >= 0 && !/[，；：]/.test(tokens[i]?.text ?? ""); i--) {
    if (!is(tokens[i], "toward")) continue;
    if (is(tokens[i + 1], "back")) return { from: i, regions: null, back: true, own: false };
    const list = placesFrom(tokens, i + 1);
    if (!list || list.next > from) continue;
    from = i;
    return {
      from,
      regions: namesTarget(tokens, list.next, phrase.from) ? basin(list.names) : null,
      back: false,
      own: false,
    };
  }
  return { from, regions: situationBefore(tokens, from, basin), back: false, own: false };
}

/** 针对重庆近期汛情，国家防总启动…: the target named in a clause of its own before. */
function situationBefore(
  tokens: readonly Token[],
  to: number,
  basin: (names: PlaceName[]) => PlaceName[],
): PlaceName[] | null {
  for (let i = 0; i < to; i++) {
    if (!is(tokens[i], "toward") || (i > 0 && !clauseMark(tokens[i - 1]))) continue;
    const list = placesFrom(tokens, i + 1);
    const end = tokens.findIndex((token, k) => k > i && clauseMark(token));
    if (list && end > 0 && end < to && tokens.slice(list.next, end).some((token) => is(token, "situation")))
      return basin(list.names);
  }
  return null;
}

/** 针对重庆近期汛情 names the target; 针对华南降雨过程 only the cause. */
function namesTarget(tokens: readonly Token[], next: number, end: number): boolean {
  for (let i = next; i < end; i++) {
    if (is(tokens[i], "situation")) return true;
    if (is(tokens[i], "act")) return true;
    if (is(tokens[i], "cause", "rain")) return false;
  }
  return true;
}
