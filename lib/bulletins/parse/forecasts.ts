import type { Sentence } from "./sentences";
import type { Clean } from "./text";
import { type Day, isoDay, resolveDay, type TimeWords } from "./times";
import { as, is, type Token } from "./tokens";

export interface ForecastFact {
  /** YYYY-MM-DD, Beijing time, first and last day; null when the text gives only a length (未来三天). */
  from: string | null;
  to: string | null;
  /** As the text names them: 四川东部, 苏皖北部, 长江流域. */
  areas: string[];
  /** Grades of GB/T 28592 in the order of the text, with / between; 强降雨 when no grade is given. */
  intensity: string;
  span: [number, number];
  doubt: string | null;
}

/** The forecast that a sentence goes on with: 据预报，4日至6日，… 。四川东部…将出现大雨。 */
export interface ForecastMemory {
  from: Day | null;
  to: Day | null;
  /** Whether the paragraph is speaking of what is to come. */
  open: boolean;
}

const REGION_WORDS =
  /(?:西南|西北|东北|华北|华东|华南|华中|江南|江淮|江汉|黄淮|江北|南方|北方|中东部|我国|全国|内蒙古|四川盆地|汉水流域|陕南|关中|云贵高原|青藏高原|山东半岛|辽东半岛|雷州半岛|长三角|珠三角|京津冀|沿海|流域|盆地|高原|中下游|上游|下游|东部|西部|南部|北部|中部|东南部|西南部|西北部|东北部|中北部|中南部|中西部|中东部|沿江|一带|地区|海南岛|大别山区|秦巴山区|山区|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁陇][东西南北中]{1,2})/;
const LIST_END = /(?:的?(?:部分|大部|局部|个别|多个?)?(?:地区|地方|地))$/;
const NOISE = /^(?:其中|另外|此外|预计|预测|届时|同时|并且|主要|也|还|仍|将|在|的|受.{0,12}影响)+/;

/** The rain words that begin at `at`, joined by 或, 到, 、: 大雨或暴雨, 大到暴雨. */
function rainAt(tokens: readonly Token[], at: number): { rain: string[]; next: number } | undefined {
  const rain: string[] = [];
  let i = at;
  while (as(tokens[i], "rain")) {
    for (const word of as(tokens[i], "rain")?.rain ?? []) if (!rain.includes(word)) rain.push(word);
    i++;
    const joint = tokens[i]?.text === "或" || is(tokens[i], "to") || is(tokens[i], "joint");
    if (joint && as(tokens[i + 1], "rain")) i++;
    // 大到暴雨、局地大暴雨: the local maximum within the same list.
    else if (joint && is(tokens[i + 1], "local") && as(tokens[i + 2], "rain")) i += 2;
  }
  return rain.length ? { rain, next: i } : undefined;
}

/** Cuts 四川东部、重庆、…、苏皖北部等地 into areas; 长江、淮河等流域 into basins. */
function areasOf(text: string): string[] {
  const basins = /等(流域|地区)$/.exec(text)?.[1] === "流域";
  const plain = text
    .replace(NOISE, "")
    .replace(/自[东西南北]{1,2}向[东西南北]{1,2}$/, "")
    .replace(/等(?:流域|地区|地|省份|省区市|省区|省市|省|市)?(?:的?(?:部分|大部|局部|多)(?:地区|地))?$/, "")
    .replace(/(?<=[、和].*)[两二三四五六七八九十\d]+(?:省区市|省区|省市|省份|省|市|县|区|地)$/, "")
    .replace(LIST_END, (whole) =>
      /地区$/.test(whole) && !/部分|大部|局部|个别|多/.test(whole) ? whole : "",
    );
  return plain
    .split(/[、，]|以及|及(?!其)|和/)
    .map((area) => area.replace(/^(?:其中|以及)/, "").replace(/的$/, ""))
    .filter((area) => area.length > 1)
    .map((area) => (basins && !area.endsWith("流域") ? `${area}流域` : area));
}

const mark = (token: Token | undefined) => {
  const text = as(token, "mark")?.mark;
  return text && /[，；：。！？“”]/.test(text) ? text : undefined;
};
const isArea = (text: string, tokens: readonly Token[]) =>
  text.length > 0 &&
  text.length <= 80 &&
  (tokens.some((token) => is(token, "place", "water")) || REGION_WORDS.test(text));
const LEADS =
  /^(?:将|仍|还|也|会|有|出现|迎|来|遭遇|持续|现|普降|降|可能|伴|继续|自|受|多|再|新|一|轮|次|场|入|汛|以|以来|今|年|一个|间|性|普遍|大范围|持续性|最|强|的|过程|明显|较|进|步|东移|至|等|地|大部|部分|局地)$/;

/** The words of the area before the rain at `at`: back to the mark before, without the words that lead to the rain. */
function areaBefore(
  tokens: readonly Token[],
  at: number,
  clean: Clean,
): { text: string; from: number } | undefined {
  let end = at;
  while (end > 0 && !mark(tokens[end - 1]) && isLead(tokens[end - 1])) end--;
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

const isLead = (token: Token | undefined) =>
  token !== undefined &&
  !is(token, "place", "water") &&
  (is(token, "future", "local", "trend", "adverb", "same", "plain", "time") || LEADS.test(token.text));

const textOf = (tokens: readonly Token[], from: number, to: number, clean: Clean) =>
  from < to ? clean.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) : "";

/** A day of the month alone, in a forecast, lies rather ahead: on the 4th, 20日 is this month's and not the last one's. */
const AHEAD_DAYS = 10;
const ahead = (time: TimeWords, base: Day) =>
  resolveDay(
    time,
    time.day !== undefined && time.month === undefined && time.shift === undefined ? base + AHEAD_DAYS : base,
  );

/** The days of a clause: 4日至6日, 从17日到19日, 今明两天, 明天; "vague" for 未来三天. */
function periodIn(tokens: readonly Token[], base: Day): { from: Day | null; to: Day | null } | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const time = as(tokens[i], "time")?.time;
    if (!time) continue;
    if (time.vague) return { from: null, to: null };
    const from = ahead(time, base);
    if (from === undefined || /^(截至|自)$/.test(tokens[i - 1]?.text ?? "")) continue;
    if (time.dayEnd !== undefined) return { from, to: ahead({ ...time, day: time.dayEnd }, base) ?? from };
    if (time.shiftEnd !== undefined) return { from, to: base + time.shiftEnd };
    const until =
      is(tokens[i + 1], "to") || tokens[i + 1]?.text === "—" ? as(tokens[i + 2], "time")?.time : undefined;
    const to = until ? ahead(until, base) : undefined;
    if (tokens[i + 1]?.text === "起" && !until) return { from, to: null };
    return { from, to: to ?? from };
  }
  return undefined;
}

const FORETELLS = /预计|预报|预测|未来|将有|将出现|还将|将迎|仍将|将遭遇|将持续/;
const LATER = /^(其中|局地|局部|部分地区|个别地区|局部地区)$/;

/** Rain that the sentence foretells, by area and grade. `memory` carries the period from sentence to sentence. */
export function forecastsIn(sentence: Sentence, memory: ForecastMemory, clean: Clean): ForecastFact[] {
  const { tokens } = sentence;
  const words = textOf(tokens, 0, tokens.length, clean);
  if (sentence.apart) return [];
  const facts: ForecastFact[] = [];
  const days = (day: Day | null) => (day === null ? null : isoDay(day));
  let begin = 0;
  let placed: ForecastFact | undefined;
  let future: boolean = memory.open;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !mark(tokens[at])) continue;
    const clause = tokens.slice(begin, at);
    // The day of a crest or a landfall is not the day of the rain.
    const other = clause.some(
      (token) => is(token, "stage", "status") || /^(登陆|台风|洪峰)$/.test(token.text),
    );
    const period = other ? undefined : periodIn(clause, sentence.base);
    const foretold = FORETELLS.test(textOf(tokens, begin, at, clean));
    if (period) {
      const past = period.to !== null && period.to < sentence.base;
      const ahead = period.from === null || (period.to !== null && period.to > sentence.base) || foretold;
      memory.from = past ? null : period.from;
      memory.to = past ? null : period.to;
      future = !past && (future || ahead);
    }
    if (foretold) future = true;
    if (foretold) memory.open = true;
    const rainIndex = clause.findIndex((token) => as(token, "rain"));
    if (rainIndex >= 0 && future && !isTold(words, clause)) {
      const rain = rainAt(clause, rainIndex);
      const after = areaAfter(tokens, begin + (rain?.next ?? 0), at, clean);
      const area = after ?? areaInSentence(tokens, begin, begin + rainIndex, clean, facts.length > 0);
      const local = clause.slice(0, rainIndex).some((token) => LATER.test(token.text));
      const last = facts.at(-1);
      const goes = rain && GOES.test(textOf(tokens, begin + rain.next, at, clean));
      if (goes) {
        // Nothing to come.
      } else if (rain && !area && local && last) {
        // 部分地区大暴雨: the local maximum of the area before.
        // 强降雨区位于浙江，部分地区有暴雨: the grade comes only now.
        const before = last === placed ? [] : last.intensity.split("/");
        last.intensity = [...new Set([...before, ...rain.rain])].join("/");
        last.span[1] = clause[rain.next - 1]?.end ?? last.span[1];
      } else if (rain && area) {
        const areas = areasOf(area.text);
        memory.open = true;
        if (areas.length)
          facts.push({
            from: days(memory.from),
            to: days(memory.to),
            areas,
            intensity: rain.rain.join("/"),
            span: [
              Math.min(tokens[area.from]?.start ?? 0, clause[rainIndex]?.start ?? 0),
              Math.max(clause[rain.next - 1]?.end ?? 0, area.end ?? 0),
            ],
            doubt: null,
          });
        if (after && rain.rain.every((one) => /^强降/.test(one))) placed = facts.at(-1);
      }
    }
    begin = at + 1;
  }
  return facts;
}

/** 暴雨主要集中在广东东南部和福建南部: the area after its rain, to the end of the clause. */
function areaAfter(tokens: readonly Token[], from: number, end: number, clean: Clean) {
  const lead = textOf(tokens, from, end, clean);
  const opens = LIES_IN.exec(lead);
  if (!opens) return undefined;
  const text = lead.slice(opens[0].length);
  const begin = (tokens[from]?.start ?? 0) + opens[0].length;
  const first = tokens.findIndex((token) => token.start >= begin);
  return first >= 0 && isArea(text, tokens.slice(first, end))
    ? { text, from: first, end: begin + text.length }
    : undefined;
}

const LIES_IN =
  /^(?:天气|过程|区|落区|区域|时段)?(?:将|主要|仍|还|会)*(?:集中在|位于|出现在|分布在|集中于|落在|在)/;
/** 强降水范围会收缩, 强降雨趋于结束: rain that goes is none to come. */
const GOES = /^(?:天气|过程)?.{0,8}(?:范围|收缩|结束|停止|停歇|减少|减弱|趋弱|缓解)/;

/** Where the clause that ends at `end` begins to say what will be: 将有一次降雨过程. */
function firstFuture(tokens: readonly Token[], end: number): number {
  let start = end;
  while (start > 0 && !mark(tokens[start - 1])) start--;
  for (let i = start + 1; i < end; i++) if (is(tokens[i], "future")) return i;
  return end;
}

/** The area in the clause of the rain, else in the clause before it when that one only leads there. */
function areaInSentence(
  tokens: readonly Token[],
  begin: number,
  at: number,
  clean: Clean,
  later: boolean,
): { text: string; from: number; end?: number } | undefined {
  const own = areaBefore(tokens.slice(begin), at - begin, clean);
  if (own && !/^(?:上述|以上|这些)/.test(own.text)) return { ...own, from: own.from + begin };
  if (later || begin === 0) return undefined;
  const whole = areaBefore(tokens.slice(0, begin - 1), begin - 1, clean);
  const before = whole ?? areaBefore(tokens, firstFuture(tokens, begin - 1), clean);
  // 明天主要降雨区将东移至辽宁等地，部分地区将有大到暴雨; 华北将有降雨过程，部分地区有大到暴雨.
  const words = before ? textOf(tokens, Math.max(0, before.from - 6), begin, clean) : "";
  const moves =
    /移至|抬至|移到|北抬|东移|南压|集中在|位于|集中于|影响|降雨过程|降雨天气|降水过程|有降雨/.test(words);
  return moves ? before : undefined;
}

/** What has fallen already, or a warning of what rain brings: no forecast of rain. */
function isTold(words: string, clause: readonly Token[]): boolean {
  const text = clause.map((token) => token.text).join("");
  if (
    /预警|影响|引发|导致|造成|受.*雨|伴有|防范|防御|应对|警惕|昨天|昨日|累计/.test(text) &&
    !/将有|将出现|仍有/.test(text)
  )
    return true;
  return !/预计|预报|预测|未来|将|仍有|迎|持续|有|出现/.test(words);
}
