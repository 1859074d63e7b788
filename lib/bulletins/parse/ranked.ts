import { isUnreal, resolveTime, timeBefore } from "./effective";
import type { Memory, PlaceName } from "./memory";
import { clauseMark, nounPhrase } from "./phrases";
import type { Reading, ResponseFact } from "./responses";
import { placesFrom, type Sentence } from "./sentences";
import { whoActs } from "./subjects";
import { as, is, type ResponseLevel, type Token } from "./tokens";

/** 湖南（Ⅲ级）、江西和安徽（Ⅳ级）: places with the level that is theirs. */
interface Group {
  places: (PlaceName & { token: Token })[];
  level: ResponseLevel;
}

interface Ranked {
  from: number;
  /** Index after the last level or its bracket. */
  to: number;
  groups: Group[];
  /** 对, 针对 stands before the first place. */
  toward: boolean;
}

const bracket = (token: Token | undefined, sign: string) => token?.text === sign;

/** 其余三省江苏、浙江为四级: what may open a group. */
function pastOpening(tokens: readonly Token[], at: number): number {
  let i = is(tokens[at], "toward") ? at + 1 : at;
  while (/^(?:其中|其余|其他|另外|余下)$/.test(tokens[i]?.text ?? "")) i++;
  while (i > at && is(tokens[i], "many", "back")) i++;
  return i;
}

/** One place list with its level: 湖南（Ⅲ级）, 对湖南的三级, 江西和安徽四级. */
function groupAt(
  tokens: readonly Token[],
  at: number,
): (Group & { next: number; marked: boolean }) | undefined {
  const list = placesFrom(tokens, pastOpening(tokens, at));
  if (!list?.names.every((one) => one.adcode !== null)) return undefined;
  let i = list.next;
  const marked = bracket(tokens[i], "（");
  if (marked) i++;
  // 其中湖南启动三级、江西启动四级.
  if (!marked && plainAct(tokens[i]) && is(tokens[i + 1], "level")) i++;
  while (tokens[i]?.text === "的" || tokens[i]?.text === "为" || is(tokens[i], "hazard")) i++;
  const level = as(tokens[i], "level")?.level;
  if (!level) return undefined;
  i++;
  if (marked) while (is(tokens[i], "response", "rank")) i++;
  if (marked && !bracket(tokens[i], "）")) return undefined;
  return { places: list.names, level, next: marked ? i + 1 : i, marked };
}

/** The list that begins at `at`: two groups or more, or one whose level stands in brackets. */
function rankedAt(tokens: readonly Token[], at: number): Ranked | undefined {
  const groups: Group[] = [];
  let i = at;
  let to = at;
  let marked = false;
  for (;;) {
    const group = groupAt(tokens, i);
    if (!group) break;
    groups.push(group);
    marked ||= group.marked;
    to = group.next;
    i = to;
    if (is(tokens[i], "joint") || tokens[i]?.text === "，" || tokens[i]?.text === "；") i++;
    else break;
  }
  if (!groups.length || (groups.length < 2 && !marked)) return undefined;
  return { from: at, to, groups, toward: is(tokens[at], "toward") };
}

interface Around {
  act: "activate" | "maintain" | "terminate";
  actAt: number;
  hazards: string[];
  end: number;
}

const plainAct = (token: Token | undefined): Around["act"] | undefined => {
  const act = as(token, "act")?.act;
  return act === "activate" || act === "maintain" || act === "terminate" ? act : undefined;
};

/** The response that ends a phrase begun at `from`: 防汛应急响应. */
function responseAfter(tokens: readonly Token[], from: number): number | undefined {
  let i = from;
  while (is(tokens[i], "hazard", "rank", "joint") || tokens[i]?.text === "的") i++;
  return is(tokens[i], "response") ? i : undefined;
}

/** 维持湖南（Ⅲ级）、江西（Ⅳ级）防汛应急响应; 对湖南（Ⅲ级）、江西（Ⅳ级）启动防汛应急响应. */
function beforeItsNoun(tokens: readonly Token[], list: Ranked): Around | undefined {
  let i = list.to;
  while (is(tokens[i], "adverb", "same", "time")) i++;
  const late = plainAct(tokens[i]);
  const noun = responseAfter(tokens, late ? i + 1 : list.to);
  if (noun === undefined) return undefined;
  const hazards = nounPhrase(tokens, noun)?.hazards ?? [];
  // 将湖南（Ⅲ级）、江西（Ⅳ级）的防汛应急响应终止.
  let after = noun + 1;
  while (is(tokens[after], "adverb", "time", "same")) after++;
  const last = plainAct(tokens[after]);
  if (last) return { act: last, actAt: after, hazards, end: after + 1 };
  if (late) return { act: late, actAt: i, hazards, end: noun + 1 };
  for (let k = list.from - 1; k >= 0 && !clauseMark(tokens[k]); k--) {
    const act = plainAct(tokens[k]);
    if (act) return { act, actAt: k, hazards, end: noun + 1 };
    if (!is(tokens[k], "hazard", "adverb", "object", "toward", "rank")) return undefined;
  }
  return undefined;
}

const COUNTS = /^[的有为是：省区市份地方（）别]$|^(包括|其中|分别为|地区|分别|省份)$/;

/** 维持防汛应急响应的省份有：湖南（Ⅲ级）、江西（Ⅳ级）. */
function afterItsNoun(tokens: readonly Token[], list: Ranked): Around | undefined {
  let noun = list.from - 1;
  const shared = (i: number) =>
    tokens[i]?.text === "，" && /^(?:其中|包括|分别)$/.test(tokens[i + 1]?.text ?? "");
  while (noun >= 0 && (shared(noun) || COUNTS.test(tokens[noun]?.text ?? "") || is(tokens[noun], "many")))
    noun--;
  if (noun === list.from - 1 || !is(tokens[noun], "response")) return undefined;
  const phrase = nounPhrase(tokens, noun);
  if (!phrase || phrase.level) return undefined;
  for (let k = phrase.from - 1; k >= 0 && !clauseMark(tokens[k]); k--) {
    const act = plainAct(tokens[k]);
    if (act) return { act, actAt: k, hazards: phrase.hazards, end: list.to };
  }
  return undefined;
}

/** The orders of a list in which each place has a level of its own; none when `at` begins no such list. */
export function rankedIn(
  sentence: Sentence,
  at: number,
  reading: Reading,
  memory: Memory,
): ResponseFact[] | undefined {
  const { tokens } = sentence;
  if (!is(tokens[at], "place", "toward")) return undefined;
  const list = rankedAt(tokens, at);
  const around = list && (beforeItsNoun(tokens, list) ?? afterItsNoun(tokens, list));
  if (!list || !around?.hazards.length || isUnreal(tokens, around.actAt)) return undefined;
  const begin = Math.min(around.actAt, list.from);
  const subject = whoActs(tokens, begin, memory, false);
  if (subject === "blocked" || (subject.perIssuer && list.toward)) return undefined;
  const own = !list.toward && around.actAt > list.from && !subject.issuers.length;
  if (!own && !subject.issuers.length) return undefined;
  reading.consumed = around.end;
  const time = timeBefore(tokens, around.actAt, Math.max(begin, around.actAt));
  const { act, hazards } = around;
  return list.groups.flatMap(({ places, level }) =>
    places.flatMap(({ name, adcode, token }) =>
      (own ? [token.text] : subject.issuers.slice(0, 1)).flatMap((issuer) =>
        hazards.map(
          (hazard): ResponseFact => ({
            issuer,
            hazard,
            region: name,
            adcode,
            level: act === "terminate" ? null : level,
            fromLevel: act === "terminate" ? level : null,
            action: act,
            effective: resolveTime(time, sentence, memory.same),
            span: [tokens[begin]?.start ?? 0, tokens[around.end - 1]?.end ?? 0],
            doubt: null,
          }),
        ),
      ),
    ),
  );
}
