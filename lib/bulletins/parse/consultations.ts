import type { PlaceName } from "./memory";
import { bodyAt } from "./orderers";
import { clauseMark } from "./phrases";
import { type Sentence, timeOf } from "./sentences";
import { onlyQuake } from "./setting";
import type { Clean } from "./text";
import { isoDay, resolveDay } from "./times";
import { as, is, type Token } from "./tokens";

/** A consultation 会商 or video call 视频调度: who led it, with which provinces, when (Beijing time). */
export interface ConsultationFact {
  /** Who led it, as the text says. */
  by: string[];
  /** The day, YYYY-MM-DD; null when the text tells none. */
  on: string | null;
  /** The hour beside the day, HH:mm; null when the text tells none. */
  hour: string | null;
  provinces: PlaceName[];
  /** What was studied and decided there: the words and their place. */
  decisions: { text: string; span: [number, number] } | null;
  span: [number, number];
  doubt: string | null;
}

/** 拟…会商, 根据会商结果, 会商机制: none was held here. */
const REASON =
  /^(根据|按照|依据|据|经|拟|计划|将|加强|强化|做好|及时|密切|组织开展|结果|机制|制度|分析|意见)$/;
const DECIDES = /^(研判|部署|安排|决定|要求|强调|研究|分析)$/;

/** Whether the word at `at` tells of a consultation held: a verb or its object, not a reason for something else. */
function isHeld(tokens: readonly Token[], at: number): boolean {
  if (REASON.test(tokens[at + 1]?.text ?? "") && tokens[at + 1]?.text !== "分析") return false;
  for (let i = at - 1; i >= 0 && !clauseMark(tokens[i]) && tokens[i]?.text !== "、"; i--)
    if (REASON.test(tokens[i]?.text ?? "")) return false;
  return true;
}

export function consultationsIn(sentence: Sentence, clean: Clean): ConsultationFact[] {
  const { tokens } = sentence;
  if (sentence.apart || onlyQuake(tokens)) return [];
  const at = tokens.findIndex((token, i) => is(token, "meeting") && isHeld(tokens, i));
  if (at < 0) return [];
  // 要求…加强会商分析: ordered, not held.
  if (tokens.slice(0, at).some((token) => is(token, "order"))) return [];
  const by = tokens.slice(0, at).flatMap((token) => (bodyAt(token) ? [token.text] : []));
  if (!by.length) return [];
  const time = tokens
    .slice(0, at + 1)
    .map(timeOf)
    .find((one) => one !== undefined && !one.vague);
  const day = time ? resolveDay(time, sentence.base) : undefined;
  const call = tokens.findIndex((token, i) => i >= at && is(token, "call"));
  const called = call < 0 ? [] : calledFrom(tokens, call + 1);
  const two = (value: number) => String(value).padStart(2, "0");
  return [
    {
      by: [...new Set(by)],
      on: day === undefined ? null : isoDay(day),
      hour: time?.hour === undefined ? null : `${two(time.hour)}:${two(time.minute ?? 0)}`,
      provinces: called,
      decisions: decisionsAfter(tokens, at + 1, clean),
      span: [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0],
      doubt: null,
    },
  ];
}

/** Who was called: the places to the end of the clause, or those of their headquarters (连线湖北、湖南防指). */
function calledFrom(tokens: readonly Token[], from: number): PlaceName[] {
  const called: PlaceName[] = [];
  for (let i = from; i < tokens.length && !clauseMark(tokens[i]); i++) {
    const own = as(tokens[i], "place_issuer")?.place;
    const reading = as(tokens[i], "place");
    const inner =
      !reading?.run && tokens[i]?.end === tokens[i + 1]?.start && is(tokens[i + 1], "place", "place_issuer");
    const places = own ? [own] : inner || !reading ? [] : (reading.run ?? [reading.place]);
    called.push(...places.map(({ name, adcode }) => ({ name, adcode })));
  }
  return called;
}

/** 研判…，针对性部署…: from the first clause after the meeting that says what came of it. */
function decisionsAfter(
  tokens: readonly Token[],
  after: number,
  clean: Clean,
): ConsultationFact["decisions"] {
  for (let i = after; i < tokens.length; i++) {
    if (!DECIDES.test(tokens[i]?.text ?? "")) continue;
    let from = i;
    while (from > after && !clauseMark(tokens[from - 1])) from--;
    const start = tokens[from]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? start;
    return { text: clean.text.slice(start, end).replace(/。$/, ""), span: [start, end] };
  }
  return null;
}
