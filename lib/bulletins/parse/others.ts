import { numberOf } from "./numbers";
import { placesFrom, type Sentence, timeOf } from "./sentences";
import { bodyAt } from "./subjects";
import type { Clean } from "./text";
import { isoDay, resolveDay } from "./times";
import { is, type Token } from "./tokens";

/** Communication assets put in place: 大中型无人机通信平台, 专网通信基站 … */
export interface CommsFact {
  kind: string;
  count: number | null;
  to: string | null;
  span: [number, number];
  doubt: string | null;
}

/** A consultation 会商 or video call 视频调度: who led it, with which provinces, on which day (YYYY-MM-DD, Beijing time). */
export interface ConsultationFact {
  by: string[];
  on: string | null;
  provinces: { name: string; adcode: string | null }[];
  span: [number, number];
  doubt: string | null;
}

const ASSET = /(?:通信平台|通信基站|便携站|通信车|卫星站|通信保障车|卫星电话|系留无人机|翼龙无人机)$/;
const PLACED = /(?:在|向)([^，。；、]{2,14})(?:预置|前置|布设|部署)|(?:预置|前置|布设|调派)/;
const COUNTED = /^(\d{1,5}|[一二两三四五六七八九十]{1,3})(?:余)?[架套辆部台个座]/;

const wordsOf = (tokens: readonly Token[], clean: Clean): [string, number] => {
  const start = tokens[0]?.start ?? 0;
  return [clean.text.slice(start, tokens.at(-1)?.end ?? start), start];
};

export function commsIn(sentence: Sentence, clean: Clean): CommsFact[] {
  if (sentence.drill) return [];
  const [words, start] = wordsOf(sentence.tokens, clean);
  const placed = PLACED.exec(words);
  if (!placed) return [];
  const facts: CommsFact[] = [];
  let at = placed.index + placed[0].length;
  for (const item of words
    .slice(at)
    .split(/[，。；]/, 3)
    .join("、")
    .split("、")) {
    const counted = COUNTED.exec(item);
    const kind = counted ? item.slice(counted[0].length) : item;
    if (!ASSET.test(kind) || kind.length > 20) {
      if (facts.length) break;
    } else
      facts.push({
        kind,
        count: counted ? numberOf(counted[1] ?? "") : null,
        to: placed[1] ?? null,
        span: [start + at, start + at + item.length],
        doubt: null,
      });
    at += item.length + 1;
  }
  return facts;
}

const MEETS = /会商|视频调度|视频连线/;

export function consultationsIn(sentence: Sentence, clean: Clean): ConsultationFact[] {
  const { tokens } = sentence;
  const [words, start] = wordsOf(tokens, clean);
  if (sentence.drill || !MEETS.test(words) || /根据.{0,12}会商|经会商|拟.{0,8}会商/.test(words)) return [];
  const by = tokens.flatMap((token) => (bodyAt(token) ? [token.text] : []));
  if (!by.length) return [];
  const time = tokens.map(timeOf).find((one) => one !== undefined);
  const day = time ? resolveDay(time, sentence.base) : undefined;
  const call = tokens.findIndex(
    (token, i) => /^(调度|连线)$/.test(token.text) || (token.text === "调" && tokens[i + 1]?.text === "度"),
  );
  const from = tokens.findIndex((token, i) => i > call && is(token, "place"));
  const list = call >= 0 && from >= 0 ? placesFrom(tokens, from) : undefined;
  return [
    {
      by: [...new Set(by)],
      on: day === undefined ? null : isoDay(day),
      provinces: (list?.names ?? []).map(({ name, adcode }) => ({ name, adcode })),
      span: [start, tokens.at(-1)?.end ?? start],
      doubt: null,
    },
  ];
}
