import type { PlaceName } from "./memory";
import type { Sentence } from "./sentences";
import type { Clean } from "./text";
import { is } from "./tokens";
import { type Clause, clausesOf, isTold, MOST_TOLD, placesOf, timeBefore } from "./told";

/** A danger 险情 that the text says was found on a dike, a polder or a reservoir. */
export interface DangerFact {
  kind: DangerWord;
  /** Where, in the words of the text: 团洲垸洞庭湖一线堤防（桩号19+800）. */
  place: string;
  /** The river, lake or reservoir those words name. */
  water: string | null;
  region: PlaceName | null;
  /** The day it was found, YYYY-MM-DD; null when the text tells none. */
  on: string | null;
  /** The hour beside the day, HH:mm; null when the text tells none. */
  hour: string | null;
  /** 重大险情, 较大险情; null when the text grades it not. */
  grade: "general" | "large" | "major" | null;
  state: "found" | "in_hand" | "controlled" | "cleared";
  span: [number, number];
  doubt: string | null;
}

const KINDS = {
  breach: /决口|溃口|决堤|溃堤|溃决/,
  overtopping: /漫溢|漫堤|漫坝|漫顶/,
  piping: /管涌/,
  leak: /漏洞/,
  seepage: /渗漏|渗水|散浸/,
  slide: /脱坡|滑坡/,
  crack: /裂缝/,
  subsidence: /跌窝|塌坑/,
  bank_collapse: /崩岸/,
} as const;
export type DangerWord = keyof typeof KINDS;
const WORDS = Object.keys(KINDS) as DangerWord[];

/** 发生管涌险情, 出现漫堤, 导致堤坝决堤: found, not looked for. */
const HAPPENS = /^(.*)(?:突发|发生|出现|发现)/;
/** 降雨造成…: what stands before is the cause, not the place. */
const CAUSES = /^.*(?:导致|造成)/;
/** 接连发生: how often is no part of the place. */
const OFTEN = /(?:接连|先后|连续|陆续|相继|再次|突然|又)$/;
/** 堤坝 alone is the one spoken of before. */
const SAME = /^(?:堤坝|堤防|大堤|堤身)?$/;
const DIKE = /堤|垸|圩|坝|闸|水库/;
const NOT_SO =
  /防范|防止|避免|警惕|注意|应对|可能|容易|易[致造引发]|风险|未发生|未出现|没有|未发现|及时|巡查|设施|漏洞百出|(?<![主需重])要/;
const STATES: [DangerFact["state"], RegExp][] = [
  ["cleared", /合龙|排除|完成封堵|封堵完成|处置完毕|已?解除/],
  ["controlled", /控制/],
  ["in_hand", /处置|抢险|抢护|封堵|抢修/],
];
const GRADES: ["general" | "large" | "major", RegExp][] = [
  ["major", /重大/],
  ["large", /较大/],
  ["general", /一般/],
];
/** …的芙蓉圩堤，今早发生管涌: the dike that a clause ends with, for the next that names none. */
const DIKE_LAST = /[\u4e00-\u9fff]{1,10}?(?:圩堤|垸|圩|堤|坝|水库)$/;
/** The words for where a danger lies are no longer than this. */
const PLACE = 40;

const kindIn = (text: string): { kind: DangerWord; at: number } | undefined => {
  for (const kind of WORDS) {
    const at = text.search(KINDS[kind]);
    if (at >= 0) return { kind, at };
  }
  return undefined;
};

/** What a clause tells of a danger found: its kind, and where in the clause the words for its place begin and end. */
function tellsIn({ text }: Clause) {
  const found = kindIn(text);
  if (!found || NOT_SO.test(text)) return undefined;
  const before = text.slice(0, found.at);
  const from = CAUSES.exec(before)?.[0].length ?? 0;
  const place = HAPPENS.exec(before)?.[1];
  if (place === undefined && !from) return undefined;
  const to = place !== undefined && place.length >= from ? place.replace(OFTEN, "").length : before.length;
  return { kind: found.kind, from, to: Math.max(from, to) };
}

/** How it stands by the clauses that follow. */
const stateAfter = (clauses: readonly Clause[], clause: Clause): DangerFact["state"] => {
  const rest = clauses.flatMap((one) =>
    one.from > clause.from && !/失败|未/.test(one.text) ? [one.text] : [],
  );
  return STATES.find(([, words]) => rest.some((text) => words.test(text)))?.[0] ?? "found";
};

/** Every danger on a dike or a reservoir that the sentence says was found. */
export function dangersIn(sentence: Sentence, clean: Clean): DangerFact[] {
  const { tokens } = sentence;
  if (sentence.apart) return [];
  const clauses = clausesOf(tokens);
  const facts: DangerFact[] = [];
  let tries = 0;
  for (const clause of clauses) {
    const told = tellsIn(clause);
    if (!told || ++tries > MOST_TOLD || !isTold(tokens, clause, clause.to)) continue;
    const where = placesOf(tokens, clauses, clause.to);
    const first = tokens.slice(clause.from, clause.to).find((token) => !is(token, "time"));
    const named = Math.max(first?.start ?? 0, tokens[where?.from ?? 0]?.start ?? 0);
    const clauseStart = tokens[clause.from]?.start ?? 0;
    const start = Math.max(clauseStart + told.from, told.from ? 0 : named);
    const end = tokens[clause.to - 1]?.end ?? start;
    const clock = tokens
      .slice(clause.from, clause.to)
      .find((token) => token.start > start && is(token, "time"));
    const words = clean.text.slice(start, Math.min(clauseStart + told.to, clock?.start ?? end));
    const before = clauses[clauses.indexOf(clause) - 1]?.text.split("的").at(-1) ?? "";
    const place = SAME.test(words) ? (facts.at(-1)?.place ?? DIKE_LAST.exec(before)?.[0] ?? words) : words;
    // A slide of a slope is none of a dike's.
    if (!place || place.length > PLACE || !DIKE.test(place + clean.text.slice(start, end))) continue;
    facts.push({
      kind: told.kind,
      place,
      water: tokens.slice(clause.from, clause.to).find((token) => is(token, "water"))?.text ?? null,
      region: where?.names.at(-1) ?? null,
      ...timeBefore(sentence, clause.to),
      grade: GRADES.find(([, word]) => word.test(clean.text.slice(start, end)))?.[0] ?? null,
      state: stateAfter(clauses, clause),
      span: [start, end],
      doubt: null,
    });
  }
  return facts;
}

/** A danger told again is no second one. */
export function mergedDangers(facts: readonly DangerFact[]): DangerFact[] {
  const known = new Map<string, DangerFact>();
  for (const fact of facts) {
    const key = `${fact.kind}|${fact.place}`;
    if (!known.has(key)) known.set(key, fact);
  }
  return [...known.values()];
}
