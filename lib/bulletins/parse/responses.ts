import { type Deed, deedAt, direction } from "./acts";
import { type AttachedTime, attached, isUnreal, resolveTime, sharedTime, timeBefore } from "./effective";
import type { Memory, PlaceName } from "./memory";
import { changeAlone, phrasesOf } from "./phrases";
import { type Sentence, timeOf } from "./sentences";
import { type Subject, whoActs } from "./subjects";
import { spokenOf, type Target, targetOf } from "./targets";
import { resolveDay } from "./times";
import type { ResponseLevel, Token } from "./tokens";

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

/** What the sentence has said up to a place, for the acts that come after. */
interface Reading {
  consumed: number;
  verb: Deed["verb"];
  time: AttachedTime | undefined;
  last: ResponseFact[];
  verbAt: number;
  /** How many phrases the verb has governed so far. */
  ordinal: number;
}

/** Every response that the sentence states. `memory` is what came before; it is brought up to date. */
export function responsesIn(sentence: Sentence, memory: Memory): ResponseFact[] {
  const { tokens } = sentence;
  const facts: ResponseFact[] = [];
  if (sentence.drill) return facts;
  const reading: Reading = {
    consumed: 0,
    verb: undefined,
    time: undefined,
    last: [],
    verbAt: -1,
    ordinal: 0,
  };
  for (let at = 0; at < tokens.length; at++) {
    const time = timeOf(tokens[at]);
    if (time && time.shift !== "same")
      memory.same = resolveDay(time, sentence.base, memory.same) ?? memory.same;
    if (at < reading.consumed) continue;
    const made = goesOn(sentence, at, reading, memory) ?? stated(sentence, at, reading, memory);
    if (!made.length) continue;
    facts.push(...made);
    reading.last = made;
  }
  return facts;
}

/** 并于今天12时提升至三级: the object is what was just spoken of. */
function goesOn(
  sentence: Sentence,
  at: number,
  reading: Reading,
  memory: Memory,
): ResponseFact[] | undefined {
  const { tokens } = sentence;
  const alone = reading.last.length ? changeAlone(tokens, at) : undefined;
  if (!alone || isUnreal(tokens, at)) return undefined;
  const subject = alone.other ? whoActs(tokens, at, memory, false) : undefined;
  if (subject === "blocked") return undefined;
  reading.consumed = alone.end;
  const words = timeBefore(tokens, at, at) ?? reading.time?.words;
  const told = {
    level: alone.level,
    fromLevel: null,
    effective: resolveTime(words, sentence, memory.same),
    span: [tokens[at]?.start ?? 0, tokens[alone.end - 1]?.end ?? 0] as [number, number],
    doubt: "object_from_before",
  };
  const action = (fact: ResponseFact) => direction(alone.act, fact.level, alone.level, sentence).action;
  if (!subject) return reading.last.map((fact) => ({ ...fact, ...told, action: action(fact) }));
  // 温州市、台州市21时提升至Ⅰ级: other bodies do the same to their own.
  const hazards = [...new Map(reading.last.map((fact) => [fact.hazard, fact])).values()];
  return subject.issuers.flatMap((issuer, i) =>
    hazards.map((fact) => {
      const region = subject.regions[subject.perIssuer ? i : 0];
      return {
        ...fact,
        ...told,
        issuer,
        region: region?.name ?? null,
        adcode: region?.adcode ?? null,
        action: action(fact),
      };
    }),
  );
}

function stated(sentence: Sentence, at: number, reading: Reading, memory: Memory): ResponseFact[] {
  const { tokens } = sentence;
  const deed = deedAt(tokens, at, reading.last.length ? reading.verb : undefined);
  if (!deed) return [];
  const { phrase, verb } = deed;
  reading.consumed = deed.end;
  reading.verb = verb ?? reading.verb;
  // 又将针对河南的响应提升至三级: the hazard is the one just spoken of.
  const hazards = deed.hazards.length ? deed.hazards : reading.last.map((fact) => fact.hazard).slice(0, 1);
  const actAt = Math.min(verb?.at ?? phrase.from, phrase.from);
  if (!hazards.length || isUnreal(tokens, actAt) || (!deed.level && deed.act !== "terminate")) return [];
  const target = targetOf(tokens, phrase, verb?.at);
  const bare = phrase.regions !== null && !phrase.toward && target.own;
  const subject = whoActs(tokens, target.from, memory, bare);
  if (subject === "blocked") return [];
  const { action, doubt } = direction(deed.act, deed.fromLevel, deed.level, sentence);
  const own = timeBefore(tokens, actAt, phrase.from) ?? deed.time;
  const words = own ?? sharedTime(reading.time, subject.issuers, action, tokens, actAt);
  const same = own ? memory.same : (reading.time?.same ?? memory.same);
  const effective = resolveTime(words, sentence, same);
  if (own) reading.time = attached(tokens, own, memory.same, subject.issuers);
  reading.ordinal = verb && verb.at === reading.verbAt ? reading.ordinal + 1 : 0;
  reading.verbAt = verb?.at ?? -1;
  const regions = target.back ? spokenOf(memory, target.back) : (target.regions ?? subject.regions);
  const begin = tokens[Math.max(0, Math.min(actAt, target.from))]?.start ?? 0;
  const made = shares(deed, subject, target, regions, tokens, reading.ordinal).flatMap(
    ({ issuer, region, level }) =>
      hazards.map(
        (hazard): ResponseFact => ({
          issuer,
          hazard,
          region: region?.name ?? null,
          adcode: region?.adcode ?? null,
          level,
          fromLevel: deed.fromLevel,
          action,
          effective,
          span: [begin, tokens[deed.end - 1]?.end ?? 0],
          doubt: doubt ?? (issuer ? (deed.hazards.length ? null : "hazard_from_before") : "no_issuer"),
        }),
      ),
  );
  if (regions.length) memory.places = regions;
  if (subject.issuers.length) memory.issuers = subject.issuers;
  return made;
}

interface Share {
  issuer: string | null;
  region: PlaceName | null;
  level: ResponseLevel | null;
}

/** Who orders what for where: all for all, or each its own (分别: by body, by level, by region). */
function shares(
  deed: Deed,
  subject: Subject,
  target: Target,
  regions: readonly PlaceName[],
  tokens: readonly Token[],
  ordinal: number,
): Share[] {
  const { levels } = deed;
  const each = deed.verb && subject.respectively && phrasesOf(tokens, deed.verb.at) > 1;
  const issuers = each ? subject.issuers.slice(ordinal, ordinal + 1) : subject.issuers;
  const ownRegion = !target.regions && !target.back && subject.perIssuer;
  const byIssuer = subject.respectively && levels.length === issuers.length;
  const apart = tokens.slice(target.from, deed.end).some((token) => token.text === "分别");
  const byRegion = !ownRegion && apart && levels.length > 1 && levels.length === regions.length;
  const list = regions.length ? regions : [null];
  return (issuers.length ? issuers : [null]).flatMap((issuer, i) =>
    (ownRegion ? [subject.regions[each ? ordinal : i] ?? null] : list).map((region, k) => ({
      issuer,
      region,
      level: (byRegion ? levels[k] : byIssuer ? levels[i] : undefined) ?? deed.level,
    })),
  );
}
