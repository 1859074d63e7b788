import type { Clean } from "./text";
import { as, is, type Token } from "./tokens";

/** The text that the places of the words are of. */
type Words = Pick<Clean, "text">;

/** The words of an area, as the text has them. */
export interface Area {
  text: string;
  /** Index of its first word. */
  from: number;
  /** Place in the text after its last word, when it stands after its rain. */
  end?: number;
}

const REGION_WORDS =
  /(?:西南|西北|东北|华北|华东|华南|华中|江南|江淮|江汉|黄淮|江北|南方|北方|中东部|我国|全国|内蒙古|四川盆地|汉水流域|陕南|关中|云贵高原|青藏高原|山东半岛|辽东半岛|雷州半岛|长三角|珠三角|京津冀|沿海|流域|盆地|高原|平原|丘陵|河套|中下游|上游|下游|东部|西部|南部|北部|中部|东南部|西南部|西北部|东北部|中北部|中南部|中西部|中东部|沿江|一带|地区|海南岛|大别山区|秦巴山区|山区|半岛|三角洲|走廊|湖区|库区|沿岸|区间|交界|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁陇][东西南北中]{1,2})/;
export const mark = (token: Token | undefined) => {
  const text = as(token, "mark")?.mark;
  return text && /[，；：。！？“”]/.test(text) ? text : undefined;
};
const isArea = (text: string, tokens: readonly Token[]) =>
  text.length > 0 &&
  text.length <= 80 &&
  (tokens.some((token) => is(token, "place", "water")) || REGION_WORDS.test(text));
const LEADS =
  /^(?:先后|陆续|相继|将|仍|还|也|会|有|出现|迎|来|遭|遇|遭遇|持续|现|普降|普|降|可能|伴|继续|自|受|多|再|新|两|几|三|此|本|这|该|开|始|一|轮|次|场|入|汛|以|以来|今|年|一个|间|性|普遍|大范围|持续性|最|强|的|过程|明显|较|进|步|东移|至|等|地|大部|部分|局地)$/;

/** The words of the area before the rain at `at`: back to the mark before, without the words that lead to the rain. */
function areaBefore(tokens: readonly Token[], at: number, clean: Words): Area | undefined {
  let end = verbOfRain(tokens, at, clean);
  while (
    end > 0 &&
    !mark(tokens[end - 1]) &&
    !/盆$/.test(tokens[end - 2]?.text ?? "") &&
    (isLead(tokens[end - 1]) || betweenDays(tokens, end - 1))
  )
    end--;
  let from = end;
  while (from > 0 && !mark(tokens[from - 1])) {
    const token = tokens[from - 1];
    if (is(token, "time", "future") || is(token, "rain")) break;
    const moved = /^[至到]$/.test(token?.text ?? "") && /[移抬压落动展]$/.test(tokens[from - 2]?.text ?? "");
    const opens = moved || /^(在|于)$/.test(token?.text ?? "");
    if (opens && isArea(textOf(tokens, from, end, clean), tokens.slice(from, end))) break;
    from--;
  }
  const text = textOf(tokens, from, end, clean);
  return isArea(text, tokens.slice(from, end)) ? { text, from } : undefined;
}

/** 将有一次移动性强降雨: what stands between the verb and its rain describes the rain. */
function verbOfRain(tokens: readonly Token[], at: number, clean: Words): number {
  for (let i = at - 1; i >= 0 && !mark(tokens[i]) && !is(tokens[i], "place", "water"); i--)
    if (is(tokens[i], "future") || /^(有|出现|迎|遇|遭|成为)$/.test(tokens[i]?.text ?? ""))
      return REGION_WORDS.test(textOf(tokens, i + 1, at, clean)) ? at : i;
  return at;
}

/** 太湖流域24日到29日将有强降雨. */
const betweenDays = (tokens: readonly Token[], at: number) =>
  is(tokens[at], "to") && is(tokens[at - 1], "time") && is(tokens[at + 1], "time");

const isLead = (token: Token | undefined) =>
  token !== undefined &&
  !is(token, "place", "water") &&
  (is(token, "future", "local", "trend", "adverb", "same", "plain", "time") ||
    LEADS.test(token.text) ||
    // 将出现大风、雷电和强降雨: what comes with the rain.
    is(token, "joint") ||
    /^(?:大风|狂风|[雷电冰雹])$/.test(token.text) ||
    /^[\d毫米—]$/.test(token.text));

export const textOf = (tokens: readonly Token[], from: number, to: number, clean: Words) =>
  from < to ? clean.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) : "";

/** 暴雨主要集中在广东东南部和福建南部: the area after its rain, to the end of the clause. */
export function areaAfter(
  tokens: readonly Token[],
  from: number,
  end: number,
  clean: Clean,
  next = false,
): Area | undefined {
  const lead = textOf(tokens, from, end, clean);
  const when = WHEN.exec(lead);
  const skipped = when ? when[0].length - (when[1] ?? "").length - (when[2] ?? "").length : 0;
  const opens =
    (next ? NEXT.exec(lead) : null) ??
    LIES_IN.exec(when ? `${when[1]}${when[2]}${lead.slice(when[0].length)}` : lead);
  if (!opens) return undefined;
  const length = opens[0].length + skipped;
  const text = lead.slice(length);
  const begin = (tokens[from]?.start ?? 0) + length;
  const first = tokens.findIndex((token) => token.start >= begin);
  return first >= 0 && isArea(text, tokens.slice(first, end))
    ? { text, from: first, end: begin + text.length }
    : undefined;
}

/** 于7日至9日: when, between the rain and the words for where. */
const WHEN =
  /^((?:天气|过程|区|带)?)(将|会)于[^，；。]{2,14}?[日天](?:夜间|白天)?(?=影响|波及|覆盖|自[东西南北])/;

/** 强降雨将持续到6日，影响四川: in a clause of its own it needs no word before. */
const NEXT = /^(?:影响|波及|覆盖)/;

/** 强降雨区将南压至江南南部, 强降雨将持续影响黄淮: how a clause leads from its rain to the area. */
const LIES_IN =
  /^(?:天气|过程|区|带|云团|落区|区域|时段|中心)?(?:(?:将|主要|仍|还|会|也|继续|逐渐|逐步|依然|依旧)*(?:[东西南北][移压抬扩])?(?:集中(?:出现)?在|集中影响|盘踞在|徘徊在|稳定在|维持在|位于|出现在|分布在|集中于|落在|在|(?:转|东|西|南|北|推)?移[至到]|[南北东西][压抬落进扩][至到]|(?:扩展|推进|发展|转移|蔓延)[至到])|(?:将|会|还|仍|继续|持续|主要|再次|再度|先后|自[东西南北]{1,2}向[东西南北]{1,2}|[东西南北]移)+(?:影响|波及|覆盖))/;

/** 给海南、广东带来强降雨: the area between the words for giving. */
export function areaGiven(
  tokens: readonly Token[],
  begin: number,
  at: number,
  clean: Clean,
): Area | undefined {
  for (let i = at - 1; i > begin; i--) {
    if (tokens[i]?.text !== "来" || tokens[i - 1]?.text !== "带") continue;
    const end = i - 1;
    let from = end;
    while (from > begin && !/^[给为]$/.test(tokens[from - 1]?.text ?? "")) from--;
    const text = textOf(tokens, from, end, clean);
    return from > begin && isArea(text, tokens.slice(from, end)) ? { text, from } : undefined;
  }
  return undefined;
}

/** 福建西部，江西、湖南东部等地: nothing but areas before the comma at `from - 1`; where they begin, else `from`. */
function listBefore(tokens: readonly Token[], from: number): number {
  let first = from;
  while (tokens[first - 1]?.text === "，") {
    let begin = first - 1;
    while (begin > 0 && !mark(tokens[begin - 1])) begin--;
    while (is(tokens[begin], "future", "time") && begin < first - 1) begin++;
    const list = tokens.slice(begin, first - 1);
    const bare =
      list.some((token) => is(token, "place", "water")) &&
      list.every(
        (token) => is(token, "place", "water", "reach", "joint", "etc") || DIRECTION.test(token.text),
      );
    if (!bare) break;
    first = begin;
  }
  return first;
}

const DIRECTION = /^[东西南北中部沿海地区岛山及以]$/;

const isRain = (token: Token | undefined) => is(token, "area") || /^降[雨水]/.test(token?.text ?? "");

/** 南方多地降雨持续: where the sentence says that it rains. */
export function rainedIn(tokens: readonly Token[], clean: Words): string | null {
  for (const [i, token] of tokens.entries()) {
    const area = isRain(token) || is(token, "rain") ? areaBefore(tokens, i, clean) : undefined;
    if (area) return area.text;
  }
  return null;
}

/** 四川、重庆等地雨势较强, 江南等地需加强防范: where the rain of the clause before is. */
const SUFFERS =
  /^(.{2,40}?)(?:一带)?(?:雨势(?:将|会|也|仍|比较)*[较很更]?(?:强|大|猛)|(?:需|要|须|应)(?:继续|注意|加强|做好)*防范)/;

/** The area of a rain told in the clause before: 主要影响广西, 四川、重庆等地雨势较强. */
export function areaNext(
  tokens: readonly Token[],
  begin: number,
  end: number,
  clean: Clean,
): Area | undefined {
  const affected = areaAfter(tokens, begin, end, clean, true);
  if (affected) return affected;
  const text = SUFFERS.exec(textOf(tokens, begin, end, clean))?.[1];
  const stop = (tokens[begin]?.start ?? 0) + (text?.length ?? 0);
  const own = tokens.slice(begin, end).filter((token) => token.end <= stop);
  return text && isArea(text, own) ? { text, from: begin, end: stop } : undefined;
}

/**
 * 华北等地有阵雨，局地有暴雨; 南方雨势暂缓，但12日起还将迎来强降雨: the area of a rain without a grade, up to two clauses before, none
 * before `since`.
 */
function areaOfRainBefore(
  tokens: readonly Token[],
  begin: number,
  clean: Clean,
  since: number,
): Area | undefined {
  let end = begin - 1;
  for (let clauses = 0; clauses < 2 && end > since; clauses++) {
    let start = end;
    while (start > 0 && !mark(tokens[start - 1])) start--;
    for (let i = start; i < end; i++) {
      if (!isRain(tokens[i])) continue;
      // 降雨主要集中在四川、重庆: the area after it is the nearer one.
      const after = areaAfter(tokens, i + 1, end, clean);
      if (after) return after;
      const found = areaBefore(tokens.slice(start, i), i - start, clean);
      return found && { ...found, from: found.from + start };
    }
    end = start - 1;
  }
  return undefined;
}

/** Where the clause that ends at `end` begins to say what will be: 将有一次降雨过程. */
function firstFuture(tokens: readonly Token[], end: number): number {
  let start = end;
  while (start > 0 && !mark(tokens[start - 1])) start--;
  for (let i = start + 1; i < end; i++) if (is(tokens[i], "future")) return i;
  return end;
}

/**
 * The area in the clause of the rain, else in the clause before it when that one only leads there. `known`: where the last forecast
 * of the sentence ended.
 */
export function areaInSentence(
  tokens: readonly Token[],
  begin: number,
  at: number,
  clean: Clean,
  known: number | null,
): Area | undefined {
  const own = areaBefore(tokens.slice(begin), at - begin, clean);
  if (own && !/^(?:上述|以上|这些)/.test(own.text)) {
    const from = listBefore(tokens, own.from + begin);
    const wider = from < own.from + begin ? textOf(tokens, from, own.from + begin, clean) : "";
    return { text: wider + own.text, from };
  }
  if (begin === 0) return undefined;
  const rained = areaOfRainBefore(tokens, begin, clean, known ?? 0);
  if (rained || known !== null) return rained;
  const whole = areaBefore(tokens.slice(0, begin - 1), begin - 1, clean);
  const before = whole ?? areaBefore(tokens, firstFuture(tokens, begin - 1), clean);
  // 明天主要降雨区将东移至辽宁等地，部分地区将有大到暴雨; 华北将有降雨过程，部分地区有大到暴雨.
  const words = before ? textOf(tokens, Math.max(0, before.from - 6), begin, clean) : "";
  const moves =
    /移至|抬至|移到|北抬|东移|南压|集中在|位于|集中于|影响|降雨过程|降雨天气|降水过程|有降雨/.test(words);
  return moves ? before : undefined;
}

const PART =
  /^其中，?([\u4e00-\u9fff、]{2,16}?)(?:等地)?(?:的?(?:局地|局部|部分地区|个别地区|部分地方|部分乡镇))?(?:将|可能)?(?:有|出现|可达|达)?$/;
const NO_PART = /^[东西南北中]{1,2}部$|局|部分|个别|大部|最|以|沿|地区|地方|累计|将|可能/;

/** 其中桑植局地暴雨: a part that is named, by a county's short name too, and has a rain of its own. */
export function partIn(tokens: readonly Token[], begin: number, at: number, clean: Clean): Area | undefined {
  const text = PART.exec(textOf(tokens, begin, at, clean))?.[1];
  return text && !NO_PART.test(text) ? { text, from: begin } : undefined;
}
