import type { Memory, PlaceName } from "./memory";
import { nounPhrase } from "./phrases";
import type { Reading, ResponseFact } from "./responses";
import type { Sentence } from "./sentences";
import { whoActs } from "./subjects";
import { listsIn } from "./targets";
import { as, is, type ResponseLevel, type Token } from "./tokens";
import { isUnreal } from "./unreal";

/** The levels after 响应级别分别为: Ⅱ级、Ⅲ级和Ⅳ级; none when the words are others. */
function levelsAfter(
  tokens: readonly Token[],
  at: number,
): { levels: ResponseLevel[]; end: number } | undefined {
  let i = at + 1;
  while (is(tokens[i], "rank")) i++;
  if (tokens[i]?.text === "依" && tokens[i + 1]?.text === "次") i++;
  if (!/^(分别|分别为|次)$/.test(tokens[i]?.text ?? "")) return undefined;
  i++;
  while (/^[为是在]$/.test(tokens[i]?.text ?? "")) i++;
  const levels: ResponseLevel[] = [];
  for (;;) {
    const level = as(tokens[i], "level")?.level;
    if (!level) break;
    levels.push(level);
    i++;
    if (!is(tokens[i], "joint")) break;
    i++;
  }
  return levels.length > 1 ? { levels, end: i } : undefined;
}

/** The hazard of the response at `at`, else the one named last before it in the sentence. */
function hazardOf(tokens: readonly Token[], at: number): string | undefined {
  const own = nounPhrase(tokens, at)?.hazards[0];
  if (own) return own;
  const before = tokens
    .slice(0, at)
    .findLast((token) => is(token, "hazard") && !is(token, "issuer", "place_issuer"));
  return as(before, "hazard")?.hazard;
}

/** 三省防汛应急响应级别分别为Ⅱ级、Ⅲ级、Ⅳ级: what is in force in each, in the order of their names. */
export function respectiveIn(
  sentence: Sentence,
  at: number,
  reading: Reading,
  memory: Memory,
): ResponseFact[] | undefined {
  const { tokens } = sentence;
  if (!is(tokens[at], "response")) return undefined;
  const found = levelsAfter(tokens, at);
  const hazard = found && hazardOf(tokens, at);
  if (!found || !hazard || isUnreal(tokens, at)) return undefined;
  const fits = (list: readonly PlaceName[]) =>
    list.length === found.levels.length && list.every((place) => place.adcode !== null);
  const places = [...memory.lists, ...listsIn(tokens.slice(0, at))].findLast(fits);
  if (!places) return undefined;
  const first = tokens.findIndex((token) => is(token, "place"));
  const subject = whoActs(tokens, first < 0 || first > at ? at : first, memory, false);
  if (subject === "blocked") return undefined;
  const [issuer] = subject.issuers;
  reading.consumed = found.end;
  return places.map(
    (place, i): ResponseFact => ({
      issuer: issuer ?? place.name,
      hazard,
      region: place.name,
      adcode: place.adcode,
      level: found.levels[i] ?? null,
      fromLevel: null,
      action: "maintain",
      effective: null,
      span: [tokens[at]?.start ?? 0, tokens[found.end - 1]?.end ?? 0],
      doubt: "object_from_before",
    }),
  );
}
