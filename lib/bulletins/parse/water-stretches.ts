import { STATIONS } from "./extra-waters";
import { as, is, type Token, textOf } from "./tokens";

export interface Stretch {
  text: string;
  from: number;
  next: number;
}

const STRETCH_END = /(?:江段|河段|湖段|段|站|城区段|断面)$/;
const NO_STRETCH =
  /主要站|多站|\d+个|共有|仍有|周边|地区|\d站$|^[多各两数全]|阶段|手段|时段|圩(?!至|（|站)|[垸堤]|大坝|出险|洪峰|洪水|通过|进入|抵达|发生|出现|过境|火车站|车站|泵站|电站/;
const STRETCH_TOKENS = 10;
const STRETCH_LONG = 14;
/** No list of stations that share their river is longer. */
const SHARED = 8;

/** 雅安城区段, 监利至大通江段, 寸滩站: the stretch or station that begins at `from`, to its last word. */
function stretchAt(tokens: readonly Token[], from: number): Stretch | undefined {
  let text = "";
  for (let i = from; i < Math.min(tokens.length, from + STRETCH_TOKENS); i++) {
    const token = tokens[i];
    // 东宁（三）站: one of several stations of a place.
    const bracket = token?.text === "（" ? bracketAt(tokens, i) : 0;
    if (bracket) {
      text += textOf(tokens, i, i + bracket);
      i += bracket - 1;
      continue;
    }
    if (!token || breaks(token)) return undefined;
    // 洞庭湖城陵矶及鄱阳湖湖口站: another water begins.
    if (is(token, "joint", "reach") && is(tokens[i + 1], "water")) return undefined;
    // 西洞庭湖常德市安乡站: the city only says where the station is.
    const city = i === from && is(token, "place") && token.text.endsWith("市") && !is(tokens[i + 1], "reach");
    if (!city) text += token.text;
    if (text.length > STRETCH_LONG) return undefined;
    // 襄河口闸上水位: the level above a gate.
    if (tokens[i + 1]?.text === "闸上水位" && !is(token, "reach"))
      return { text: `${text}闸`, from, next: i + 1 };
    const gate = text.endsWith("闸") && /^(?:水位|：|\d)/.test(tokens[i + 1]?.text ?? "");
    if (gate) return { text, from, next: i + 1 };
    if (STRETCH_END.test(text)) return NO_STRETCH.test(text) ? undefined : { text, from, next: i + 1 };
  }
  return undefined;
}

/** 东宁（三）站, 石灰铺（关岭下）站: how many words the bracket within a station's name is. */
function bracketAt(tokens: readonly Token[], at: number): number {
  for (let length = 3; length <= 8; length++)
    if (tokens[at + length - 1]?.text === "）")
      return /^站|^水文站/.test(textOf(tokens, at + length, at + length + 2)) ? length : 0;
  return 0;
}

const breaks = (token: Token) =>
  is(token, "mark", "stage", "trend", "status", "etc", "time", "send", "order") ||
  token.text === "其中" ||
  /^[|/\\【】[\]]/.test(token.text) ||
  /^[自的了，受各已将除]$/.test(token.text);

/** 王家坝 in 淮河王家坝水位: a place on the river of which the level is told, without 站. */
function bareAt(tokens: readonly Token[], from: number): Stretch | undefined {
  let i = from;
  let text = "";
  while (
    i < from + 4 &&
    !/^\d/.test(tokens[i]?.text ?? "") &&
    tokens[i]?.readings.every((one) => one.kind === "place")
  ) {
    text += tokens[i]?.text ?? "";
    i++;
  }
  // 东山10.05米: the level follows its place at once.
  const figure = /^\d{1,3}\.\d{1,2}米/.test(
    tokens
      .slice(i, i + 7)
      .map((token) => token.text)
      .join(""),
  );
  const stage = tokens[i]?.text === "水位" || tokens[i]?.text === "洪水位" || figure;
  // 洞庭湖城陵矶、太湖超警: a station so well known needs no word for its level.
  if (STATIONS.has(text) && (stage || is(tokens[i], "joint", "status"))) return { text, from, next: i };
  return stage && /^[\u3400-\u9fff]{2,4}$/.test(text) && !NO_PLACE.test(text)
    ? { text, from, next: i }
    : undefined;
}

const NO_PLACE =
  /[的最高低实时各]|当前|整体|总体|洪峰|沿江|两岸|沿岸|周边|部分|日均|平均|主要|上涨|来水|警戒|保证|蓄水|坝前|入库|出库|运行|境内|辖区|汛期|历史|地区|平原|一带|沿海|流域|航道|河道|水道|江面|湖面|水面|库区|^口|^除|^[多各数全两]|站点|后$|开闸|泄洪|排洪/;

/** One part of 石首至螺山、九江江段, 监利、汉口站: to the joint after it. */
function partAt(tokens: readonly Token[], from: number): Stretch | undefined {
  let i = from;
  let text = "";
  while (i < from + 6 && tokens[i] && !is(tokens[i], "joint")) {
    const token = tokens[i];
    if (!token || breaks(token) || !(token.readings.length === 0 || is(token, "place", "to", "reach")))
      return undefined;
    if (as(token, "water")) return undefined;
    text += token.text;
    i++;
  }
  if (STRETCH_END.test(text) || /\d/.test(text)) return undefined;
  return is(tokens[i], "joint") && text.length > 1 && text.length <= 8 ? { text, from, next: i } : undefined;
}

/** 莲花塘和码头镇至南京江段, 螺山及安庆江段: a reach follows the joint, whose word both share. */
function shareReach(tokens: readonly Token[], from: number): boolean {
  return /^(?!以)[\u4e00-\u9fff]{2,8}[江河]段$/.test(stretchAt(tokens, from)?.text ?? "");
}

/** The stretches and stations after a river: 王家坝站; 石首至螺山、九江江段, whose last word is each one's. */
export function stretchesFrom(tokens: readonly Token[], from: number): Stretch[] {
  const parts: Stretch[] = [];
  let at = from;
  while (parts.length < SHARED) {
    const part = partAt(tokens, at);
    // 太和站: what looks like a joint may be part of one name.
    const and = tokens[part?.next ?? at]?.text !== "、" && !shareReach(tokens, (part?.next ?? at) + 1);
    if (!part || (!parts.length && and)) break;
    parts.push(part);
    at = part.next + 1;
  }
  const last = stretchAt(tokens, at);
  const suffix = STRETCH_END.exec(last?.text ?? "")?.[0];
  const other = is(tokens[at], "water") && !/站$/.test(tokens[at]?.text ?? "");
  if (parts.length && last && suffix && !other)
    return [...parts.map((part) => own(part, suffix)), uncounted(last)];
  const one = stretchAt(tokens, from) ?? bareAt(tokens, from);
  // 沅江站、小河咀站: a station that bears a river's name shares no river.
  if (one?.text === "站") return [one];
  return one ? [one, ...stationsAfter(tokens, one), ...bareAfter(tokens, one)] : [];
}

/** 监利、九江超警: well-known stations that follow one of their river, all without their word. */
function bareAfter(tokens: readonly Token[], one: Stretch): Stretch[] {
  const more: Stretch[] = [];
  let at = one.next;
  while (STATIONS.has(one.text) && more.length < SHARED && is(tokens[at], "joint")) {
    const next = bareAt(tokens, at + 1);
    if (!next || !STATIONS.has(next.text)) break;
    more.push(next);
    at = next.next;
  }
  return more;
}

/** 漯河、周口两站: how many they are is no part of the last one's name. */
const uncounted = (last: Stretch): Stretch => ({
  ...last,
  text: last.text.replace(/[两二三四五六七八](?=站$)/, ""),
});

const own = (part: Stretch, suffix: string): Stretch =>
  part.text.endsWith(suffix) ? part : { ...part, text: part.text + suffix };

/** 星子站、湖口站; 依兰段、佳木斯段; 莲花塘江段和码头镇至南京江段: what follows one of its river, each with its own word. */
function stationsAfter(tokens: readonly Token[], one: Stretch): Stretch[] {
  const more: Stretch[] = [];
  let at = one.next;
  const own = /[站段]$/.exec(one.text)?.[0];
  while (own && more.length < SHARED && is(tokens[at], "joint")) {
    const begin = at + 1;
    if (is(tokens[begin], "water")) break;
    const next = stretchAt(tokens, begin);
    if (!next?.text.endsWith(own) || next.text.length > (next.text.includes("至") ? STRETCH_LONG : 6)) break;
    if (tokens.slice(begin, next.next).some((token) => is(token, "water"))) break;
    more.push(next);
    at = next.next;
  }
  return more;
}

/** 碧溪河（刘家站）: its station in brackets. */
export function stationInBrackets(tokens: readonly Token[], at: number): Stretch[] | undefined {
  if (tokens[at]?.text !== "（") return undefined;
  const end = tokens.findIndex((token, i) => i > at && token.text === "）");
  const text = textOf(tokens, at + 1, end);
  return end > 0 && end < at + 8 && /^[\u4e00-\u9fff]{2,4}站$/.test(text)
    ? [{ text, from: at + 1, next: end + 1 }]
    : undefined;
}

/** 松花江干流的佳木斯站: the stations of the river, told with 的. */
export function ownStations(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "的") return at;
  const found = stretchesFrom(tokens, at + 1);
  return found.length > 0 && found.every(({ text }) => /(?:站|[江河]段)$/.test(text)) ? at + 1 : at;
}
