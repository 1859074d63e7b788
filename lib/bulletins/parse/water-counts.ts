import { as, is, type Token, textOf } from "./tokens";
import type { Name } from "./water-names";

/** 淮河主要控制站点王家坝: what the station is to its river. */
export function pastControl(tokens: readonly Token[], at: number): number {
  const words = textOf(tokens, at, at + 12);
  const kind =
    /^(?:标志性|代表性?|重要|出口|出湖|入湖|把口)(?:水文|水位|控制)?站点?(?=[\u4e00-\u9fff]{2,4}(?:站|水位))/.exec(
      words,
    )?.[0];
  if (kind) {
    let i = at;
    for (let length = 0; length < kind.length; i++) length += tokens[i]?.text.length ?? kind.length;
    return i;
  }
  if (!/^(主要控制站|控制站)$/.test(tokens[at]?.text ?? "")) return at;
  const next = tokens[at + 1]?.text === "点" ? at + 2 : at + 1;
  return is(tokens[next], "place") || tokens[next]?.readings.length === 0 ? next : at;
}

/** 建溪、富屯溪、沙溪三大支流; 湘江、资水、沅江、澧水“四水”: what those of the list are together. */
export function pastSum(tokens: readonly Token[], { names, next }: { names: Name[]; next: number }): number {
  if (names.length < 2) return next;
  const sum = SUM.exec(textOf(tokens, next, next + 7))?.[0];
  let end = next;
  for (let length = 0; length < (sum?.length ?? 0); end++) length += tokens[end]?.text.length ?? SUM_LONG;
  return end;
}

const SUM_LONG = 8;
const SUM =
  /^(?:“[两三四五六七八九]水”|[两二三四五六七八九]大?(?:条|座|个)?(?:主要)?(?:支流|河流|江河|湖泊|水库|大水库))(?:干流)?(?=水位|[均都全超持仍已也发出])/;

/** 王家坝水文站（安徽阜南）, 英德站（警戒水位26米）: what stands in brackets after the name, unless it says the state. */
export function pastBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "（") return at;
  for (let i = at + 1; i < at + BRACKET && tokens[i]; i++) {
    if (is(tokens[i], "status", "trend")) return at;
    if (tokens[i]?.text === "）") return i + 1;
  }
  return at;
}
/** No such bracket is longer, in words. */
const BRACKET = 90;

/** 共渠4个水文站水位: stations of the river that are only counted. */
export function pastStations(tokens: readonly Token[], at: number): number {
  if (as(tokens[at], "count")?.unit !== "个") return at;
  const end = [1, 2, 3].find(
    (k) =>
      /[站点]$/.test(textOf(tokens, at + 1, at + 1 + k)) &&
      is(tokens[at + 1 + k], "stage", "status", "adverb"),
  );
  return end && /^(?:主要)?(?:水文|水位|控制)?站点?$/.test(textOf(tokens, at + 1, at + 1 + end))
    ? at + 1 + end
    : at;
}
