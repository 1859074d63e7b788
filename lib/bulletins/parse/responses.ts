import { type AttachedTime, attached, isUnreal, resolveTime, sharedTime, timeBefore } from "./effective";
import type { Memory } from "./memory";
import { changeAfter, changeAlone, isElided, levelAfter, nounPhrase, phrasesOf, verbBefore } from "./phrases";
import { type Sentence, timeOf } from "./sentences";
import { whoActs } from "./subjects";
import { targetOf } from "./targets";
import type { Act } from "./terms";
import { resolveDay } from "./times";
import { is, type ResponseLevel } from "./tokens";

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

/** Every response that the sentence states. `memory` is what came before; it is brought up to date. */
export function responsesIn(sentence: Sentence, memory: Memory): ResponseFact[] {
  const { tokens } = sentence;
  const facts: ResponseFact[] = [];
  let consumed = 0;
  let carried: { act: Act; at: number } | undefined;
  let lastTime: AttachedTime | undefined;
  let last: ResponseFact[] = [];
  let lastVerb = -1;
  let ordinal = 0;
  for (let at = 0; at < tokens.length; at++) {
    const time = timeOf(tokens[at]);
    if (time && time.shift !== "same")
      memory.same = resolveDay(time, sentence.base, memory.same) ?? memory.same;
    const alone = at >= consumed && last.length ? changeAlone(tokens, at) : undefined;
    if (alone && !sentence.drill && !isUnreal(tokens, at)) {
      consumed = alone.end;
      const own = timeBefore(tokens, at, at);
      const effective = resolveTime(own ?? lastTime?.words, sentence, memory.same);
      last = last.map((fact) => ({
        ...fact,
        action: direction(alone.act, fact.level, alone.level, sentence).action,
        level: alone.level,
        fromLevel: fact.level,
        effective,
        span: [tokens[at]?.start ?? 0, tokens[alone.end - 1]?.end ?? 0],
        doubt: "object_from_before",
      }));
      facts.push(...last);
      continue;
    }
    const elided = isElided(tokens, at);
    if (at < consumed || !(is(tokens[at], "response") || elided)) continue;
    const phrase = nounPhrase(tokens, elided ? at + 1 : at);
    if (!phrase) continue;
    const change = changeAfter(tokens, phrase.to);
    const before = verbBefore(tokens, phrase);
    const coordinate =
      !before && !change && facts.length > 0 && (phrase.toward || is(tokens[phrase.from - 1], "joint"))
        ? carried
        : undefined;
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
    const own = timeBefore(tokens, actAt, phrase.from);
    const words = own ?? sharedTime(lastTime, subject.issuers, action, tokens, actAt);
    const effective = resolveTime(words, sentence, own ? memory.same : (lastTime?.same ?? memory.same));
    if (own) lastTime = attached(tokens, own, memory.same, subject.issuers);
    ordinal = verb && verb.at === lastVerb ? ordinal + 1 : 0;
    lastVerb = verb?.at ?? -1;
    const respectively = subject.respectively && phrasesOf(tokens, verb?.at ?? at) > 1;
    const levelsEach =
      subject.respectively && phrase.levels.length === subject.issuers.length ? phrase.levels : null;
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
            level: levelsEach?.[index] ?? level,
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

function direction(act: Act, from: ResponseLevel | null, to: ResponseLevel | null, sentence: Sentence) {
  if (act !== "adjust") return { action: act, doubt: null };
  if (from && to)
    return { action: RANK[to] > RANK[from] ? ("raise" as const) : ("lower" as const), doubt: null };
  if (to === "IV") return { action: "lower" as const, doubt: null };
  if (to === "I") return { action: "raise" as const, doubt: null };
  const easing = sentence.tokens.some((token) => /趋缓|缓解|减弱|好转|回落/.test(token.text));
  return { action: easing ? ("lower" as const) : ("raise" as const), doubt: "direction_unstated" };
}
