import { PLACES } from "./gazetteer";
import { numberOf } from "./numbers";
import { TERMS } from "./terms";
import { readTime } from "./times";
import { type Reading, type ResponseLevel, type Token, word } from "./tokens";

/** Ⅲ级, 第三级, and Ⅱ、Ⅲ、Ⅳ级 whose last word is each one's; ll级 is typed with the small letter. */
const LEVEL =
  /第?(一|二|三|四|I{1,3}(?!V)|IV|[1-4]|l{1,3}(?=级))(?:级|(?=(?:[、和](?:一|二|三|四|I{1,3}(?!V)|IV|[1-4])){1,3}级))/y;
const LEVELS: Record<string, ResponseLevel> = {
  一: "I",
  二: "II",
  三: "III",
  四: "IV",
  1: "I",
  2: "II",
  3: "III",
  4: "IV",
  I: "I",
  II: "II",
  III: "III",
  IV: "IV",
  l: "I",
  ll: "II",
  lll: "III",
};
const COUNT =
  /(\d{1,9}(?:\.\d{1,2})?万|\d{1,9}|[一二两三四五六七八九十百]{1,4}|多|数)(余|多|来)?(个|支|名|批|组|人|路|架|台|套|辆|艘|条|座|处)/y;
const MANY =
  /(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|多|各)个?(?:省区市|省份|省区|省市|省（自治区、直辖市）|省（区、市）|省（市、区）|省（自治区）|省（区）|省（市）|省市区|省、自治区|省、区、市|省|市县|县市区|县区|区县|县（市、区）|县（市）|县（区）|市（县）|市、县|市（州）|市州|市|县|地市|自治区|区(?!域)|(?<=[两二三四五六七八九])地(?![区质方]))/y;
/** The places whose names begin as a count does: 七台河, 三台县. */
const NUMERAL_PLACES = [...PLACES.keys()].filter((name) => new RegExp(COUNT.source).exec(name)?.index === 0);
const SHAPED = /[本周星礼\dIl第一二三四五六七八九十百两多数各今次翌即昨明后前当同未凌清早上中下午傍晚夜深]/;
const PUNCTUATION = /[，。；：！？、（）“”《》\n…【】—]/;

const MARKS = new Map(
  [..."，。；：！？、（）“”《》\n…【】—"].map((mark): [string, Reading[]] => [
    mark,
    [{ kind: "mark", mark }, ...(TERMS.get(mark) ?? [])],
  ]),
);

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A word known by its shape: a mark, a time, a level, a number with its unit. */
export function shaped(text: string, at: number): Token | undefined {
  const sign = text.charAt(at);
  if (PUNCTUATION.test(sign)) return word(text, at, 1, MARKS.get(sign) ?? []);
  if (!SHAPED.test(sign)) return undefined;
  const time = readTime(text, at);
  if (time) return word(text, at, time.length, [{ kind: "time", time }]);
  const level = sticky(LEVEL, text, at);
  const found = level && LEVELS[level[1] ?? ""];
  if (level && found) return word(text, at, level[0].length, [{ kind: "level", level: found }]);
  const many = sticky(MANY, text, at);
  // 4个省级督导组: their rank, and not where.
  const rank = text.charAt(at + (many?.[0].length ?? 0)) === "级";
  if (many && !rank) return word(text, at, many[0].length, [{ kind: "many" }, ...(TERMS.get(many[0]) ?? [])]);
  const count = sticky(COUNT, text, at);
  // 七台河市 and no seven of anything.
  if (!count || NUMERAL_PLACES.some((name) => name.length > count[0].length && text.startsWith(name, at)))
    return undefined;
  const reading = { kind: "count", count: numberOf(count[1] ?? ""), unit: count[3] ?? "" } as const;
  return word(text, at, count[0].length, [reading]);
}
