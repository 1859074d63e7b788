import {
  type Area,
  areaAfter,
  areaGiven,
  areaInSentence,
  areaNext,
  mark,
  partIn,
  rainedIn,
  textOf,
} from "./forecast-areas";
import { periodIn } from "./forecast-days";
import { areasOf, ofPlace } from "./forecast-names";
import { COMES, GOES, goesOn, isTold, MOVES, NONE } from "./forecast-told";
import { rainAt, withGrades } from "./rain-grades";
import { codesIn, type Sentence } from "./sentences";
import type { Clean } from "./text";
import { type Day, isoDay } from "./times";
import { tokenise } from "./tokenise";
import { as, is } from "./tokens";

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
  /** Where the paragraph first told of rain: the place of 这轮强降雨. */
  rained: string | null;
}

const FORETELLS =
  /预计|(?<!水文)预报|预测|未来|将有(?![关序效力])|将出现|还将|将迎|将再|仍将|将会|阴(?:天|到多云|转多云)?有|将(?=位于|集中|移|影响|[东西南北]|自|逐)|可能(?:再次)?(?:有|出现)(?!的)/;
/** 气象台发布暴雨预警，湖北、安徽仍有强降雨，提醒…: what is warned of. */
const WARNS_OF = /气象台[^。]*预警，[^。]*仍有[^。]*，(?:提醒|请|需)/;
const isToCome = (said: string): boolean => FORETELLS.test(said) || COMES.test(said);
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

/** Rain whose place is told later, or was told before. */
interface Waiting {
  rain: string[];
  span: [number, number];
  from: Day | null;
  to: Day | null;
  /** Where it is when the next clause does not say: the place of 这轮强降雨. */
  before: string | null;
}

const days = (day: Day | null) => (day === null ? null : isoDay(day));

/** Rain that the sentence foretells, by area and grade. `memory` carries the period from sentence to sentence. */
export function forecastsIn(sentence: Sentence, memory: ForecastMemory, clean: Clean): ForecastFact[] {
  if (sentence.apart) return [];
  const tokens = withGrades(sentence.tokens);
  const words = textOf(tokens, 0, tokens.length, clean);
  const facts: ForecastFact[] = [];
  // 今天…。在台风影响下，东南沿海也将…: what a storm brings has days of its own.
  if (STORM_BRINGS.test(words)) Object.assign(memory, { from: null, to: null });
  let begin = 0;
  let placed: ForecastFact | undefined;
  let future: boolean = memory.open || (words.includes("仍有") && WARNS_OF.test(words));
  let storm = false;
  /** Where the clause of the last fact ended. */
  let known = 0;
  let waiting: Waiting | undefined;
  const add = (
    names: string,
    rain: string[],
    span: [number, number],
    when: { from: Day | null; to: Day | null },
  ) => {
    const areas = ofPlace(areasOf(names), facts.at(-1)?.areas);
    memory.open = true;
    if (areas.length)
      facts.push({
        from: days(when.from),
        to: days(when.to),
        areas,
        intensity: rain.join("/"),
        span,
        doubt: null,
      });
  };
  const foretells = (
    area: Area,
    rain: string[],
    span: [number, number],
    when: { from: Day | null; to: Day | null },
  ) =>
    add(
      area.text,
      rain,
      [Math.min(tokens[area.from]?.start ?? 0, span[0]), Math.max(span[1], area.end ?? 0)],
      when,
    );
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
    const ordered = clause.some((token) => is(token, "response"));
    const period = other || warned || ordered ? undefined : periodIn(clause, sentence.base);
    const track = other && !said.includes("雨");
    const begins = /开始有(?!的)/.test(said) && !/昨|前[天日]|已/.test(words);
    const toCome = isToCome(said);
    const foretold = (begins || toCome) && !track && WEATHER.test(words);
    storm ||= toCome && track;
    if (period) {
      const past = period.to !== null && period.to < sentence.base;
      const last = period.to ?? period.from;
      // 今天傍晚到夜间: yet to come when the bulletin is written.
      const tonight =
        last === sentence.base && /夜间|傍晚|今晚|今夜|晚上/.test(said) && !/昨|凌晨/.test(said);
      // 今天起，江淮有大到暴雨.
      const onward = period.to === null && period.from === sentence.base && !/凌晨|清晨|早|上午/.test(said);
      const ahead = last === null || last > sentence.base || foretold || tonight || onward;
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
    const rest = rain ? textOf(tokens, begin + rain.next, at, clean) : "";
    const after = rain && areaAfter(tokens, begin + rain.next, at, clean);
    // 强降雨将持续到6日，主要影响广西: where comes in the next clause.
    const where = waiting && !rain ? areaNext(tokens, begin, at, clean) : undefined;
    if (waiting && where) foretells(where, waiting.rain, waiting.span, waiting);
    else if (waiting?.before) add(waiting.before, waiting.rain, waiting.span, waiting);
    waiting = undefined;
    const lead = rain ? textOf(tokens, begin, begin + rainIndex, clean) : "";
    const comes = (storm && THERE_IS.test(lead)) || (TODAY_IS.test(lead) && WILL.test(words));
    const willGive = given && WILL.test(textOf(tokens, 0, begin + rainIndex, clean));
    const told =
      !given &&
      !after &&
      isTold(words, clause, lead, memory.open && (memory.to !== null || /未来|今后/.test(said)));
    if (rain && (given ? willGive : future || comes) && !told) {
      const moves = !after && MOVES.test(rest);
      const area =
        given ??
        after ??
        partIn(tokens, begin, begin + rainIndex, clean) ??
        areaInSentence(tokens, begin, begin + rainIndex, clean, facts.length > 0 ? known : null);
      const local =
        /^(?:部分|个别)$/.test(lead) || clause.slice(0, rainIndex).some((token) => LATER.test(token.text));
      const last = facts.at(-1);
      const goes = NONE.test(lead) || (!after && GOES.test(rest));
      const span: [number, number] = [clause[rainIndex]?.start ?? 0, clause[rain.next - 1]?.end ?? 0];
      const same = !area && (memory.from ?? memory.to) !== null && goesOn(lead, rest);
      if (goes) {
        // Nothing to come.
      } else if (moves || same || (!area && !local && /将/.test(said))) {
        const before = same
          ? (rainedIn(tokenise(sentence.headline), { text: sentence.headline }) ?? memory.rained)
          : null;
        waiting = { rain: rain.rain, span, from: memory.from, to: memory.to, before };
      } else if (!area && last && lead === "以" && rest === "为主") {
        // 将有强降雨过程，以大到暴雨为主: of what grade it is.
        const before = last.intensity.split("/").filter((one) => !one.startsWith("强降"));
        last.intensity = [...new Set([...before, ...rain.rain])].join("/");
      } else if (!area && local && last) {
        // 部分地区大暴雨: the local maximum of the area before.
        // 强降雨区位于浙江，部分地区有暴雨: the grade comes only now.
        const before = last === placed ? [] : last.intensity.split("/");
        last.intensity = [...new Set([...before, ...rain.rain])].join("/");
        last.span[1] = clause[rain.next - 1]?.end ?? last.span[1];
        known = at;
      } else if (area) {
        foretells(area, rain.rain, span, memory);
        if (after && rain.rain.every((one) => /^强降/.test(one))) placed = facts.at(-1);
        known = at;
      }
    }
    begin = at + 1;
  }
  if (waiting?.before) add(waiting.before, waiting.rain, waiting.span, waiting);
  memory.rained ??= rainedIn(tokens, clean);
  // 今天，铁路恢复通车。辽宁丹东预计将有强降雨: the day of what is done is not the rain's.
  if (!memory.open && !WEATHER.test(words)) Object.assign(memory, { from: null, to: null });
  return facts;
}

/** 豫鲁冀辽 are 河南、山东、河北、辽宁: areas by their codes when each is nothing but places. */
function codesOf(areas: readonly string[]): string {
  const tokens = areas.map((area) => tokenise(area));
  return tokens.every((list) => list.every((token) => is(token, "place")))
    ? tokens.flatMap(codesIn).sort().join(",")
    : areas.join("|");
}

/** One forecast told twice is one; the one that spells its areas out is kept. */
export function mergedForecasts(facts: readonly ForecastFact[]): ForecastFact[] {
  const merged = new Map<string, ForecastFact>();
  for (const fact of facts) {
    const key = [fact.from, fact.to, fact.intensity, codesOf(fact.areas)].join("|");
    const known = merged.get(key);
    if (!known || known.areas.length < fact.areas.length) merged.set(key, fact);
  }
  return [...merged.values()];
}
