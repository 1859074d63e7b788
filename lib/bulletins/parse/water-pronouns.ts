import type { Sentence } from "./sentences";
import { clauseEnds, type Token, textOf } from "./tokens";
import { isForecast } from "./water-future";
import { stateFrom } from "./water-state";
import type { WaterFact } from "./waters";

/** 前者, 后者, 两站, 三条河流, 这些站点: waters named before in the sentence, by their order, by how many they are or all of them. */
const REFERS =
  /^(?:(前者|后者)|(?:(这些|上述|以上)|([两二三四五]))(?:者|个?站点?|河|江|湖|条?河流|条?江河|座?水库|库|地|河段|江段))/;
const COUNTS: Record<string, number> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };
/** No such words are longer, in words. */
const WORDS = 5;

/** 漓江桂林站、融江长安站超警戒，后者涨势趋缓: what is said of waters by words that refer back to them. */
export function tellAgain(facts: readonly WaterFact[], sentence: Sentence): void {
  const { tokens } = sentence;
  if (facts.length < 2) return;
  for (let at = 1; at < tokens.length; at++) {
    if (!clauseEnds(tokens[at - 1])) continue;
    const words = tokens.slice(at, at + WORDS).map((token) => token.text);
    const found = REFERS.exec(words.join(""));
    if (!found) continue;
    const next = at + lengthIn(words, found[0].length);
    const meant = found[2]
      ? facts.filter(({ span }) => span[0] < (tokens[at]?.start ?? 0))
      : waters(facts, tokens[at], found[1], COUNTS[found[3] ?? ""] ?? 2);
    const state = stateFrom(tokens, next);
    if (!state.seen || isForecast(sentence, at, next)) continue;
    for (const fact of meant) {
      fact.status = state.status ?? fact.status;
      fact.trend = state.trend ?? fact.trend;
    }
  }
}

/** How many words make up so many characters. */
function lengthIn(words: readonly string[], signs: number): number {
  let count = 0;
  for (let left = signs; left > 0; count++) left -= words[count]?.length ?? left;
  return count;
}

/** The last `count` named before the word, when no more are in their list; of two the first or the second. */
function waters(
  facts: readonly WaterFact[],
  word: Token | undefined,
  which: string | undefined,
  count: number,
): readonly WaterFact[] {
  const before = facts.filter(({ span }) => span[0] < (word?.start ?? 0));
  const named = before.slice(-count);
  const listed = before.filter(({ span }) => span[1] === before.at(-1)?.span[1]);
  if (named.length < count || listed.length > count) return [];
  if (!which) return named;
  return which === "前者" ? named.slice(0, 1) : named.slice(1);
}

const THOSE = /^(?:上述|以上|这些)(?:\d{1,3}条|各)?(?:河流|江河|河湖|站点?|水库|中小河流)/;
const REST = /^其余(?:河流|江河|各站|站点?|水库)?/;

/** 上述河流水位已全面回落，除碧溪河外其余河流已退至警戒水位以下: what is said of the waters of the sentence before. */
export function tellThose(told: readonly WaterFact[], { tokens }: Sentence): WaterFact[] {
  if (!told.length) return [];
  const at = tokens.findIndex(
    (_, i) => (i === 0 || clauseEnds(tokens[i - 1])) && THOSE.test(textOf(tokens, i, i + WORDS * 2)),
  );
  if (at < 0) return [];
  const next =
    at + lengthIn(wordsFrom(tokens, at), THOSE.exec(textOf(tokens, at, at + WORDS * 2))?.[0].length ?? 0);
  const all = stateFrom(tokens, next);
  const rest = tokens.findIndex((_, i) => i > next && REST.test(textOf(tokens, i, i + WORDS)));
  const others =
    rest < 0
      ? null
      : stateFrom(
          tokens,
          rest +
            lengthIn(wordsFrom(tokens, rest), REST.exec(textOf(tokens, rest, rest + WORDS))?.[0].length ?? 0),
        );
  if (!all.seen && !others?.seen) return [];
  const apart = rest < 0 ? "" : textOf(tokens, next, rest);
  const end = tokens[Math.max(all.end, others?.end ?? 0, next) - 1]?.end ?? 0;
  return told.map((fact) => {
    const state = others?.seen && !apart.includes(fact.name) ? others : all;
    return {
      ...fact,
      status: state.status ?? fact.status,
      trend: state.trend ?? all.trend ?? fact.trend,
      exceedance: null,
      span: [tokens[at]?.start ?? 0, end],
    };
  });
}

const wordsFrom = (tokens: readonly Token[], at: number) =>
  tokens.slice(at, at + WORDS * 2).map(({ text }) => text);
