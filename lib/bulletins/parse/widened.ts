import { resolveTime, timeBefore } from "./effective";
import type { Memory } from "./memory";
import { clauseMark, nounPhrase } from "./phrases";
import type { Reading, ResponseFact } from "./responses";
import { placesFrom, type Sentence } from "./sentences";
import { whoActs } from "./subjects";
import { is, type Token } from "./tokens";
import { isUnreal } from "./unreal";

const RANGE = /^[的范围实施区域由从]$/;

/** The response that is widened: the one whose phrase ends before the verb, with nothing but its range between. */
function widenedNoun(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && !clauseMark(tokens[i]); i--) {
    if (is(tokens[i], "response")) return i;
    const small = is(tokens[i], "time", "adverb", "same", "place", "joint", "from", "many", "etc");
    if (!small && !RANGE.test(tokens[i]?.text ?? "")) return undefined;
  }
  return undefined;
}

/** 并把范围扩大到广西: of the response just told. */
const rangeBefore = (tokens: readonly Token[], at: number): number | undefined =>
  tokens[at - 2]?.text === "范" &&
  tokens[at - 1]?.text === "围" &&
  (is(tokens[at - 3], "object") || /^(?:实施|适用|覆盖)$/.test(tokens[at - 3]?.text ?? ""))
    ? at - 1
    : undefined;

/** 将防汛四级应急响应范围扩大至贵州、云南: the same response, begun where it was not yet in force. */
export function widenedIn(
  sentence: Sentence,
  at: number,
  reading: Reading,
  memory: Memory,
): ResponseFact[] | undefined {
  const { tokens } = sentence;
  if (!is(tokens[at], "widen")) return undefined;
  const noun = widenedNoun(tokens, at) ?? (reading.last.length ? rangeBefore(tokens, at) : undefined);
  const phrase = noun === undefined ? undefined : nounPhrase(tokens, noun);
  const list = placesFrom(tokens, at + 1);
  if (!phrase || !list || isUnreal(tokens, phrase.from)) return undefined;
  const last = reading.last[0] ?? reading.before[0];
  const level = phrase.level ?? last?.level;
  const hazards = phrase.hazards.length ? phrase.hazards : last ? [last.hazard] : [];
  const subject = whoActs(tokens, phrase.from, memory, false);
  if (!level || !hazards.length || subject === "blocked" || subject.perIssuer) return undefined;
  const [issuer] = subject.issuers;
  if (!issuer) return undefined;
  // 由湖南扩大到湖南、江西: what had it before begins nothing.
  const had = new Set([
    ...(phrase.regions ?? []).map((one) => one.name),
    ...tokens.slice(phrase.to, at).flatMap((_, i) => {
      const before = placesFrom(tokens, phrase.to + i);
      return before && before.next <= at ? before.names.map((one) => one.name) : [];
    }),
  ]);
  reading.consumed = list.next;
  const effective = resolveTime(timeBefore(tokens, at, at), sentence, memory.same);
  return list.names
    .filter((one) => !had.has(one.name))
    .flatMap(({ name, adcode }) =>
      hazards.map(
        (hazard): ResponseFact => ({
          issuer,
          hazard,
          region: name,
          adcode,
          level,
          fromLevel: null,
          action: "activate",
          effective,
          span: [tokens[phrase.from]?.start ?? 0, tokens[list.next - 1]?.end ?? 0],
          doubt: null,
        }),
      ),
    );
}
