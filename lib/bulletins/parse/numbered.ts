import { type Token, word } from "./tokens";

const OVER_MARK = /(?:超过|突破|高于|达到|超出|超)\d{1,4}(?:\.\d{1,2})?米的?(警戒|保证|汛限)(?:水位|线)?/y;
const OVER_RECORD =
  /(?:超过|突破|高于|超出|超)(?:(?:19|20)\d{2}年)?(?:的?\d{1,4}(?:\.\d{1,2})?米)?的?(?:历史|实测)(?:实测)?最高(?:洪)?水位/y;
const UNDER_MARK = /(?:警戒|保证)(?:水位|线)?（?\d{1,4}(?:\.\d{1,2})?米）?以(上|下)/y;
const STATUS = { 警戒: "above_warning", 保证: "above_guarantee", 汛限: "above_flood_limit" } as const;

const AGAINST_MARK = /比(警戒|保证|汛限)(?:水位|线)?(?:（[^（）。]{1,12}）)?(高|低)(?=出?\d)/y;
const UNDER = {
  警戒: { kind: "status", status: "normal" },
  保证: { kind: "below" },
  汛限: { kind: "plain" },
} as const;

/** 比警戒水位（3.80米）高0.10米, 比保证水位低0.16米: against what, and then which way. */
function againstMark(text: string, at: number): Token | undefined {
  AGAINST_MARK.lastIndex = at;
  const [found, mark, way] = AGAINST_MARK.exec(text) ?? [];
  if (!found || (mark !== "警戒" && mark !== "保证" && mark !== "汛限")) return undefined;
  return word(text, at, found.length, [
    way === "高" ? { kind: "status", status: STATUS[mark] } : UNDER[mark],
  ]);
}

const AGAINST = /[与和较]((?:警戒|保证|汛限))(?:水位|线)?相?比(?:较)?[，：:]?[^。；]*$/;
/** How far back the words for what a level is compared with may stand, in characters. */
const COMPARED = 120;

/** 与警戒水位相比，哈尔滨站低0.85米，虎头站高0.89米: against what is told once, before the waters. */
function comparedWithMark(text: string, at: number): Token | undefined {
  if (
    !/^(?:出|于)?\d{1,2}(?:\.\d{1,2})?米?(?:[—至]\d{1,2}(?:\.\d{1,2})?)?米/.test(text.slice(at + 1, at + 18))
  )
    return undefined;
  const mark = AGAINST.exec(text.slice(Math.max(0, at - COMPARED), at))?.[1];
  if (mark !== "警戒" && mark !== "保证" && mark !== "汛限") return undefined;
  return word(text, at, 1, [
    text.charAt(at) === "高" ? { kind: "status", status: STATUS[mark] } : UNDER[mark],
  ]);
}

/** 突破27.3米的警戒线, 警戒水位3.80米以下: the mark's own number stands within the words for it. */
export function numberedMark(text: string, at: number): Token | undefined {
  const sign = text.charAt(at);
  if (sign === "比") return againstMark(text, at);
  if (sign === "低") return comparedWithMark(text, at);
  const compared = sign === "高" ? comparedWithMark(text, at) : undefined;
  if (compared) return compared;
  if (!/[超突高达警保]/.test(sign)) return undefined;
  OVER_MARK.lastIndex = at;
  const over = OVER_MARK.exec(text);
  const mark = over?.[1];
  if (over && (mark === "警戒" || mark === "保证" || mark === "汛限"))
    return word(text, at, over[0].length, [{ kind: "status", status: STATUS[mark] }]);
  OVER_RECORD.lastIndex = at;
  const record = /[超突高]/.test(sign) ? OVER_RECORD.exec(text)?.[0] : undefined;
  if (record) return word(text, at, record.length, [{ kind: "status", status: "above_record" }]);
  UNDER_MARK.lastIndex = at;
  const under = UNDER_MARK.exec(text);
  if (!under) return undefined;
  const warning = sign === "警";
  if (under[1] === "上")
    return word(text, at, under[0].length, [{ kind: "status", status: warning ? STATUS.警戒 : STATUS.保证 }]);
  return word(text, at, under[0].length, [
    warning ? { kind: "status", status: "normal" } : { kind: "below" },
  ]);
}

/** 比洪峰时低了3.77米, 比昨日高了0.2米: against an hour before. */
function thanBefore(text: string, at: number): Token | undefined {
  const against = /[比较]([^，。；]{1,10})$/.exec(text.slice(Math.max(0, at - 12), at))?.[1];
  if (!against || /警戒|保证|汛限|同期|[常历往多上去]年/.test(against)) return undefined;
  return /^\d/.test(text.slice(at + 2, at + 3))
    ? word(text, at, 2, [{ kind: "trend", trend: text.charAt(at) === "低" ? "falling" : "rising" }])
    : undefined;
}

/** 涨0.2米, 日降0.1米, 退了0.14米, 水位升至371.2米: how far it moved says which way. */
export function numberedTrend(text: string, at: number): Token | undefined {
  const sign = text.charAt(at);
  if (/[低高]了/.test(text.slice(at, at + 2))) return thanBefore(text, at);
  if (!/[涨升降落退]/.test(sign)) return undefined;
  const moved = /^(?:了?\d{1,2}(?:\.\d{1,2})?|[至到]\d{1,4}\.\d{1,2})米/.test(text.slice(at + 1, at + 11));
  if (!moved) return undefined;
  return word(text, at, 1, [{ kind: "trend", trend: /[涨升]/.test(sign) ? "rising" : "falling" }]);
}
