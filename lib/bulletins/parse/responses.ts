import { type Deed, deedAt, direction } from "./acts";
import { type AttachedTime, attached, isUnreal, resolveTime, sharedTime, timeBefore } from "./effective";
import { goesOn } from "./elided";
import type { Memory, PlaceName } from "./memory";
import { phrasesOf } from "./phrases";
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
export interface Reading {
  consumed: number;
  verb: Deed["verb"];
  time: AttachedTime | undefined;
  last: ResponseFact[];
  /** The orders of the sentence before. */
  before: readonly ResponseFact[];
  verbAt: number;
  /** How many phrases the verb has governed so far. */
  ordinal: number;
}

/** Every response that the sentence states. `memory` is what came before; it is brought up to date. */
export function responsesIn(sentence: Sentence, memory: Memory): ResponseFact[] {
  const { tokens } = sentence;
  const facts: ResponseFact[] = [];
  if (sentence.apart) return facts;
  const before = memory.last;
  memory.last = facts;
  const reading: Reading = {
    before,
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
    ({ issuer, region, level, fromLevel }) =>
      hazards.map(
        (hazard): ResponseFact => ({
          issuer,
          hazard,
          region: region?.name ?? null,
          adcode: region?.adcode ?? null,
          level,
          fromLevel,
          action,
          effective,
          span: [begin, tokens[deed.end - 1]?.end ?? 0],
          doubt: doubt ?? (issuer ? (deed.hazards.length ? null : "hazard_from_before") : "no_issuer"),
        }),
      ),
  );
  const named = regions.filter((region) => region !== null);
  if (named.length) memory.places = named;
  if (subject.issuers.length) memory.issuers = subject.issuers;
  return made;
}

interface Share {
  issuer: string | null;
  region: PlaceName | null;
  level: ResponseLevel | null;
  fromLevel: ResponseLevel | null;
}

/** Who orders what for where: all for all, or each its own (分别: by body, by level, by region). */
function shares(
  deed: Deed,
  subject: Subject,
  target: Target,
  regions: readonly (PlaceName | null)[],
  tokens: readonly Token[],
  ordinal: number,
): Share[] {
  const { levels, froms } = deed;
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
      fromLevel: (byRegion ? froms[k] : byIssuer ? froms[i] : undefined) ?? deed.fromLevel,
    })),
  );
}
