import {
  type Area,
  areaAfter,
  areaGiven,
  areaInSentence,
  areasOf,
  mark,
  partIn,
  textOf,
} from "./forecast-areas";
import { numberOf } from "./numbers";
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
    // 大雨局部暴雨.
    else if (is(tokens[i], "local") && tokens[i]?.text !== "其中" && as(tokens[i + 1], "rain")) i++;
  }
  return rain.length ? { rain, next: i } : undefined;
}

/** A day of the month alone, in a forecast, lies rather ahead: on the 4th, 20日 is this month's and not the last one's. */
const AHEAD_DAYS = 10;
const ahead = (time: TimeWords, base: Day) => {
  const bare = time.day !== undefined && time.month === undefined && time.shift === undefined;
  // 周日 is this or the next one.
  const week = time.weekday !== undefined && time.day === undefined;
  return resolveDay(time, week ? base + 3 : bare ? base + AHEAD_DAYS : base);
};

/** 未来三天 is three days long; 未来两到三天 and 未来24小时 are not counted. */
function daysOf(token: Token | undefined): number | undefined {
  const length = as(token, "time")?.time.vague ? DAYS.exec(token?.text ?? "")?.[1] : undefined;
  return length === undefined ? undefined : (numberOf(length) ?? undefined);
}

const DAYS = /^(?:未来|今后)(\d{1,2}|[一二两三四五六七八九十])[天日]$/;

/** The days of a clause: 4日至6日, 从17日到19日, 今明两天, 明天; "vague" for 未来三天. */
function periodIn(tokens: readonly Token[], base: Day): { from: Day | null; to: Day | null } | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const time = as(tokens[i], "time")?.time;
    if (!time) continue;
    // 未来三天（5日至7日）: the days themselves follow.
    if (time.vague && tokens[i + 1]?.text === "（" && is(tokens[i + 2], "time")) continue;
    if (time.vague) return { from: null, to: null };
    const from = ahead(time, base);
    // 明天起未来三天: so many days from a day that is told.
    const length = tokens[i + 1]?.text === "起" ? daysOf(tokens[i + 2]) : undefined;
    if (from !== undefined && length) return { from, to: from + length - 1 };
    if (from === undefined || /^(截至|自)$/.test(tokens[i - 1]?.text ?? "")) continue;
    // 至11日，…: from today.
    if (is(tokens[i - 1], "to") && i === 1 && from > base) return { from: base, to: from };
    // 将持续到7日: the last day alone.
    if (tokens[i - 1]?.text === "到" && is(tokens[i - 2], "lasting")) return { from: null, to: from };
    if (time.dayEnd !== undefined) return { from, to: ahead({ ...time, day: time.dayEnd }, base) ?? from };
    if (time.shiftEnd !== undefined) return { from, to: base + time.shiftEnd };
    // 明天起至8日.
    const begins = tokens[i + 1]?.text === "开" && tokens[i + 2]?.text === "始";
    const open = begins || tokens[i + 1]?.text === "起";
    let next = begins ? i + 3 : open ? i + 2 : i + 1;
    // 24日晚到25日白天.
    while (/^[晚早夜白天里间上午下傍]$/.test(tokens[next]?.text ?? "")) next++;
    const until =
      is(tokens[next], "to") || /^[—、和]$/.test(tokens[next]?.text ?? "")
        ? as(tokens[next + 1], "time")?.time
        : undefined;
    // 8月5日至6日: of the month of the first day.
    const bare = until?.day !== undefined && until.month === undefined && until.shift === undefined;
    const to = until ? ahead(until, bare ? from : base) : undefined;
    if (open && !until) return { from, to: null };
    // 明天白天到夜间: the night of the same day.
    return { from, to: to !== undefined && to >= from ? to : from };
  }
  return undefined;
}

const FORETELLS =
  /预计|预报|预测|未来|将有|将出现|还将|将迎|将再|仍将|将遭遇|将持续|将(?:先后|陆续|相继|逐渐|再次|再度)(?:有|出现|迎来|遭遇)|将会|将面临|将(?=位于|集中|移|影响|[东西南北]|自|逐)|可能(?:再次)?(?:有|出现)(?!的)/;
/** A sentence that opens with the storm that is its cause. */
const STORM_BRINGS =
  /^(?:另外，|此外，|同时，)?(?:在|受)(?:今年)?(?:第\d{1,2}号)?(?:超强|强)?台风[^，]{0,12}影响下?，/;
/** Where the storm or the crest goes: its day is not the rain's. */
const TRACK = /登陆|洪峰|穿过|移入|移经|进入|转向|北上|西行|擦过/;
/** 将给…带来, 会…给…带来: to come; 登陆后给…带来 has been. */
const WILL = /将|预计|可能|未来|(?<![社商协委员])会(?!商|议|同|长)/;
/** 发布暴雨红色预警, 将暴雨预警升级为红色: what is warned of is told in words of its own. */
const WARNED = /(?:发布|升级|更新|解除|维持|变更)[^，]*预警(?![：])|预警[^，]*(?:升级|变更|提升)/;
/** 预计可种植20万亩 foretells no weather. */
const WEATHER = /雨|降水|天气|气象|台风|预报/;
/** 受其影响，…有中到大雨: after a track that is foretold, what there is will be. */
const THERE_IS = /有|将/;
/** 今天有暴雨，明天…也将: of today, told with what is to come. */
const TODAY_IS = /今[天日晚夜].{0,6}有.{0,3}$/;
const LATER = /^(其中|局地|局部|部分|个别|部分地区|个别地区|局部地区)$/;

/** Rain that the sentence foretells, by area and grade. `memory` carries the period from sentence to sentence. */
export function forecastsIn(sentence: Sentence, memory: ForecastMemory, clean: Clean): ForecastFact[] {
  const { tokens } = sentence;
  const words = textOf(tokens, 0, tokens.length, clean);
  if (sentence.apart) return [];
  const facts: ForecastFact[] = [];
  const days = (day: Day | null) => (day === null ? null : isoDay(day));
  // 今天…。在台风影响下，东南沿海也将…: what a storm brings has days of its own.
  if (STORM_BRINGS.test(words)) Object.assign(memory, { from: null, to: null });
  let begin = 0;
  let placed: ForecastFact | undefined;
  let future: boolean = memory.open;
  let storm = false;
  let waiting: { rain: string[]; span: [number, number] } | undefined;
  const foretells = (area: Area, rain: string[], span: [number, number]) => {
    const areas = areasOf(area.text);
    memory.open = true;
    if (areas.length)
      facts.push({
        from: days(memory.from),
        to: days(memory.to),
        areas,
        intensity: rain.join("/"),
        span: [Math.min(tokens[area.from]?.start ?? 0, span[0]), Math.max(span[1], area.end ?? 0)],
        doubt: null,
      });
  };
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !mark(tokens[at])) continue;
    const clause = tokens.slice(begin, at);
    // The day of a crest or a landfall is not the day of the rain.
    const said = textOf(tokens, begin, at, clean);
    const other =
      (TRACK.test(said) && !said.includes("雨")) ||
      clause.some((token) => is(token, "stage", "status") || token.text === "台风");
    // The day of a landfall or of a warning is not the rain's; nor is one told before it.
    const dated = clause.some((token) => is(token, "time"));
    const warned = WARNED.test(said);
    if (warned || (other && dated)) Object.assign(memory, { from: null, to: null });
    const period = other || warned ? undefined : periodIn(clause, sentence.base);
    const track = other && !said.includes("雨");
    const begins = /开始有(?!的)/.test(said) && !/昨|前[天日]|已/.test(words);
    const foretold = (begins || FORETELLS.test(said)) && !track && WEATHER.test(words);
    storm ||= FORETELLS.test(said) && track;
    if (period) {
      const past = period.to !== null && period.to < sentence.base;
      const last = period.to ?? period.from;
      // 今天傍晚到夜间: yet to come when the bulletin is written.
      const tonight =
        last === sentence.base && /夜间|傍晚|今晚|今夜|晚上/.test(said) && !/昨|凌晨/.test(said);
      const ahead = last === null || last > sentence.base || foretold || tonight;
      memory.from = past ? null : period.from;
      memory.to = past ? null : period.to;
      future = !past && (future || ahead);
    }
    if (foretold) future = true;
    // 预计将于今夜登陆 foretells no rain.
    if (foretold && !other) memory.open = true;
    const rainIndex = clause.findIndex((token) => as(token, "rain"));
    const rain = rainIndex < 0 ? undefined : rainAt(clause, rainIndex);
    const given = rain && areaGiven(tokens, begin, begin + rainIndex, clean);
    const after = rain && areaAfter(tokens, begin + rain.next, at, clean);
    // 强降雨将持续到6日，主要影响广西: where comes in the next clause.
    const where = waiting && !rain ? areaAfter(tokens, begin, at, clean, true) : undefined;
    if (waiting && where) foretells(where, waiting.rain, waiting.span);
    waiting = undefined;
    const lead = rain ? textOf(tokens, begin, begin + rainIndex, clean) : "";
    const comes = (storm && THERE_IS.test(lead)) || (TODAY_IS.test(lead) && WILL.test(words));
    const willGive = given && WILL.test(textOf(tokens, 0, begin + rainIndex, clean));
    if (rain && (given ? willGive : future || comes) && (given || after || !isTold(words, clause))) {
      const moves = !after && MOVES.test(textOf(tokens, begin + rain.next, at, clean));
      const area =
        given ??
        after ??
        partIn(tokens, begin, begin + rainIndex, clean) ??
        areaInSentence(tokens, begin, begin + rainIndex, clean, facts.length > 0);
      const local =
        /^(?:部分|个别)$/.test(lead) || clause.slice(0, rainIndex).some((token) => LATER.test(token.text));
      const last = facts.at(-1);
      const goes = NONE.test(lead) || (!after && GOES.test(textOf(tokens, begin + rain.next, at, clean)));
      if (goes) {
        // Nothing to come.
      } else if (moves || (!area && !local && /将/.test(said))) {
        waiting = { rain: rain.rain, span: [clause[rainIndex]?.start ?? 0, clause[rain.next - 1]?.end ?? 0] };
      } else if (!area && local && last) {
        // 部分地区大暴雨: the local maximum of the area before.
        // 强降雨区位于浙江，部分地区有暴雨: the grade comes only now.
        const before = last === placed ? [] : last.intensity.split("/");
        last.intensity = [...new Set([...before, ...rain.rain])].join("/");
        last.span[1] = clause[rain.next - 1]?.end ?? last.span[1];
      } else if (area) {
        foretells(area, rain.rain, [clause[rainIndex]?.start ?? 0, clause[rain.next - 1]?.end ?? 0]);
        if (after && rain.rain.every((one) => /^强降/.test(one))) placed = facts.at(-1);
      }
    }
    begin = at + 1;
  }
  return facts;
}

/** One forecast told twice is one. */
export const mergedForecasts = (facts: readonly ForecastFact[]): ForecastFact[] =>
  [
    ...new Map(
      facts
        .map((fact) => [[fact.from, fact.to, fact.intensity, ...fact.areas].join("|"), fact] as const)
        .reverse(),
    ).values(),
  ].reverse();

/** 无明显强降雨. */
const NONE = /(?:无|没有|不会有|暂无)(?:明显|较强|大范围|持续性?|区域性|的)*$/;

/** 强降水范围会收缩, 强降雨趋于结束: rain that goes is none to come. */
const GOES =
  /^(?:洪涝|灾害|洪水|影响|区[内域部中的各])|^(?:天气|过程)?.{0,8}(?:范围|收缩|结束|停止|停歇|减少|减弱|趋弱|缓解|告一段落|趋停|收尾|渐止|明显减)/;

/** 南方强降雨带逐步南压，转移至…: where it moves to comes in the next clause, and where it was is no forecast. */
const MOVES =
  /^(?:带|区|云团|雨带)[^，；。]{0,6}(?:[东西南北](?:移|压|抬|落|进|扩|上|下)|[东西南北]移[东西南北][压抬]|推移|移动|摆动)$/;

/** What has fallen already, or a warning of what rain brings: no forecast of rain. */
function isTold(words: string, clause: readonly Token[]): boolean {
  const text = clause.map((token) => token.text).join("");
  // 江西已出现强降雨，…未来几天又有新一轮降雨: what has fallen, and what is to come without a grade.
  if (/(?:已经?|均已|业已)(?:出现|发生|遭遇|有|降)/.test(text)) return true;
  if (
    /预警|影响|引发|导致|造成|受.*雨|伴有|防范|防御|应对|警惕|昨天|昨日|累计/.test(text) &&
    !/将有|将出现|仍有/.test(text)
  )
    return true;
  // 华北也出现强降雨, 湖南今天遭遇暴雨: seen, when nothing in the sentence foretells.
  if (
    /出现|遭遇|迎来|普降|降下|袭击|持续强降|灾害|近期|前期/.test(text) &&
    !/预计|预报|预测|未来|(?<!已)将|可能|还会|仍有|今明|明后|明天/.test(words)
  )
    return true;
  return !/预计|预报|预测|未来|将|仍有|迎|持续|有|出现|成为|明天/.test(words);
}
