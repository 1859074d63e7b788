import { BOUNDARY, PARTICLE } from "./coined";
import { STATIONS } from "./extra-waters";
import { is, type Token, word } from "./tokens";

const NO_STATION =
  /(?:^水文|^水位|地铁|高铁|火车|[车电泵岗兵哨台]|加油|气象|雷达|观测|监测|工作|服务|收费|检查|检测|充电|客运|货运|枢纽|换乘|各|个|测)$/;
const AT_STATION =
  /^(?:已?于?(?:(?:\d{1,2}月)?\d{1,2}日)?(?:\d{1,2}时(?:\d{1,2}分)?)?(?:水位|退出|退至|超[警保])|\d{1,3}[.\d]|洪峰|超[警保历过出]|[已仍现]|出现|发生|持续|涨|退|低于|高于|达到|复涨|平稳)/;
/** 王家坝站、润河集站: of a list only those that bulletins name without their river. */
const knownBefore = (text: string, at: number): boolean =>
  STATIONS.has(text.slice(at - 3, at)) || STATIONS.has(text.slice(at - 2, at));
const BELOW = /^以[上下](?:江段|河段)/;

/** 沅江站、小河咀站、岳阳站: a name after a station and a joint. */
function afterStation(tokens: readonly Token[]): boolean {
  const joint = tokens.findLastIndex((token, i) => i >= tokens.length - 5 && is(token, "joint"));
  const last = tokens[joint - 1];
  return last?.text === "站"
    ? is(tokens[joint - 2], "water")
    : is(last, "water") && !!last?.text.endsWith("站");
}

const STATION_WORDS = ["水文站", "站"];

/** 富锦（二）, 英德（五）: how many words the bracket is that ends what was read so far. */
function bracketBefore(tokens: readonly Token[]): number {
  if (tokens[tokens.length - 1]?.text !== "）") return 0;
  for (let length = 3; length <= 8; length++)
    if (tokens[tokens.length - length]?.text === "（") return length;
  return 0;
}

/** 莲花塘站水位…, 城陵矶以下江段持续超警: a station or stretch that stands without its river. */
export function bareStation(text: string, at: number, tokens: Token[]): Token | undefined {
  const sign = text.charAt(at);
  const stretch = sign === "以" ? BELOW.exec(text.slice(at, at + 5))?.[0] : undefined;
  const end = stretch ?? STATION_WORDS.find((one) => text.startsWith(one, at));
  if (!end) return undefined;
  const after = text.slice(at + end.length, at + end.length + 11);
  const listed = /^[、和及]/.test(after) && (knownBefore(text, at) || afterStation(tokens));
  if (!stretch && !listed && !AT_STATION.test(after)) return undefined;
  const bracket = bracketBefore(tokens);
  let from = tokens.length - bracket;
  while (
    from > 0 &&
    tokens.length - bracket - from < 8 &&
    (tokens[from - 1]?.readings.length === 0 ||
      is(tokens[from - 1], "place") ||
      STATIONS.has(tokens[from - 1]?.text ?? "")) &&
    !PARTICLE.test(tokens[from - 1]?.text ?? "")
  )
    from--;
  // 英城镇英德（五）站: the name begins after the town.
  from += tokens.slice(from, -1 - bracket).findLastIndex((token) => BOUNDARY.test(token.text)) + 1;
  // 湖南城陵矶: the place before says where it is.
  if (tokens.length - bracket - from > 1 && is(tokens[from], "place")) from++;
  const start = tokens[from]?.start ?? at;
  const name = text.slice(start, at);
  const before = tokens[from - 1];
  const opens =
    before === undefined ||
    /^[且但而]$/.test(before.text) ||
    is(before, "mark", "place", "time", "adverb", "same", "joint", "local") ||
    BOUNDARY.test(before.text);
  if (
    !opens ||
    !/^[\u4e00-\u9fff]{2,4}(?:（[\u4e00-\u9fff]{1,6}）)?$/.test(name) ||
    (!stretch && NO_STATION.test(name))
  )
    return undefined;
  tokens.length = from;
  const length = at - start + end.length;
  return word(text, start, length, [
    { kind: "water", water: { name: text.slice(start, start + length), kind: "river" } },
  ]);
}
