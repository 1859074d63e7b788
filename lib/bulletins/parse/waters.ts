import { clauseStart } from "./effective";
import type { Water } from "./gazetteer";
import { OPENS_FORECAST, type Sentence } from "./sentences";
import { isDisowned } from "./setting";
import type { Clean } from "./text";
import { as, is, type Token, textOf } from "./tokens";
import { pastBracket, pastStations } from "./water-counts";
import { exceptionAfter } from "./water-exceptions";
import { figuresIn, hasMark, statusByFigures } from "./water-figures";
import { isForecast } from "./water-future";
import { carriedStretch, listAt, type Name, onlyWhere, type River } from "./water-names";
import { hasLeftMark, isPast, nowAfter, sinceWhen, within } from "./water-past";
import { tellAgain, tellThose } from "./water-pronouns";
import { inOrder, shareState, shareStretch } from "./water-shares";
import {
  NOTHING_SAID,
  stateFrom,
  statusBefore,
  trendBefore,
  type WaterStatus,
  type WaterTrend,
} from "./water-state";
import {
  countedStations,
  headsStations,
  isAmong,
  isStation,
  stationOf,
  stationWater,
} from "./water-stations";

export interface WaterFact {
  name: string;
  kind: Water["kind"];
  status: WaterStatus | null;
  trend: WaterTrend | null;
  /** Metres above the mark that `status` names, when stated. */
  exceedance: number | null;
  /** Metres above the station's datum, when stated. */
  stage: number | null;
  span: [number, number];
  doubt: string | null;
  /** Told to have fallen below the guarantee mark: whatever was told before of its marks is over. */
  below?: true;
}

const UNREAL =
  /演练|模拟|今后|预计|预测|预报|曾|一度|去年|历史上|据预|有可能|将发生|将超|将达|将出现|将突破|可能发生|避免|防止|以免|确保|力争|关注|警惕|提防|谨防|防范|监视|紧盯|留意|抢抓|是否|监测(?!到|显示|数据)|应对|迎战|抵御|加快|加速|有利于|有助于/;

/** Every named water of which the sentence states a mark or a trend as it is now. */
export function watersIn(sentence: Sentence, memory: WaterMemory, clean: Clean): WaterFact[] {
  const { tokens } = sentence;
  const named = tokens.some(
    (token) => is(token, "water") || (memory.reach !== null && /^(江段|河段)$/.test(token.text)),
  );
  foretell(memory, tokens);
  if (sentence.apart || isDisowned(tokens)) return [];
  const those = tellThose(memory.told, sentence);
  const carried = those.length ? those : carriedOn(sentence, memory);
  if (!named) return carried;
  let known = memory.river;
  memory.last = onlyWater(tokens);
  memory.river = lastRiver(tokens) ?? known;
  if (!tokens.some((token) => is(token, "status", "trend", "below")) && !hasMark(tokens)) return [];
  // 东山站水位9米。超警戒0.5米；固城湖…: the sentence begins with the water of the one before.
  const facts: WaterFact[] = those.length || is(tokens[0], "status") ? carried : [];
  let river: Name | undefined;
  let head: Name | undefined;
  let station: Name | undefined;
  const silent: Name[] = [];
  for (let at = 0; at < tokens.length; at++) {
    // 正阳关段超保，淮南段…; 牡丹江上涨，宁安段…: a part of the river just named.
    const part: boolean = river?.stretch ? /段$/.test(river.stretch) : river?.kind === "river";
    const list: WaterList | undefined = is(tokens[at], "water", "reach")
      ? listAt(tokens, at, known)
      : (carriedStretch(tokens, at, part && river ? river.river : memory.reach, part) ??
        countedStations(tokens, at, station));
    if (!list) continue;
    const whole = isAmong(tokens, at) ? river : head;
    list.names = list.names.map((one) => stationOf(one, whole, station, facts));
    station = stationWater(list.names, station);
    // 长江干流：汉口站…；九江站…: the river heads the list of its stations.
    const heads = headsStations(tokens, list);
    if (heads || !list.names.every(isStation)) head = heads;
    if (heads) {
      at = list.next;
      continue;
    }
    river = list.names.every((one) => one.river === list.names[0]?.river) ? list.names.at(-1) : undefined;
    // 辽河支流王河超警，干流…: the greater river's.
    const greater = tokens[at - 1]?.text === "支流" ? as(tokens[at - 2], "water")?.water : undefined;
    known = greater ?? lastRiver(tokens.slice(at, list.next)) ?? known;
    memory.reach = list.names.findLast((one) => one.kind === "river")?.river ?? memory.reach;
    // 长江流域38条河流: what is counted there has no name.
    if (!/流域$/.test(tokens[list.next - 1]?.text ?? "")) list.next = pastStations(tokens, list.next);
    list.next = pastBracket(tokens, list.next);
    const countied = COUNTIES.test(textOf(tokens, list.next - 1, list.next + 7));
    if (countied || isCounted(tokens, list.next) || onlyWhere(tokens, list.next) || sinceWhen(tokens, at)) {
      at = list.next - 1;
      continue;
    }
    const past = isPast(sentence, at) && !hasLeftMark(tokens, at, list.next);
    const foretold = memory.foretold || isForecast(sentence, at, list.next);
    const now = past || foretold ? nowAfter(sentence, list.next) : list.next;
    const listed = statusBefore(tokens, at);
    const state = listed
      ? { ...NOTHING_SAID, status: listed, seen: true, end: list.next }
      : stateFrom(within(tokens, at), now);
    const figures = past || foretold || list.names.length > 1 ? null : statusByFigures(tokens, list.next);
    if (figures && (figures === "normal" || !state.status))
      Object.assign(state, { status: figures, seen: true });
    if (!state.seen && ALIKE.test(textOf(tokens, list.next, list.next + 5)))
      Object.assign(state, likeLast(facts));
    const ahead = past ? null : trendBefore(tokens, at);
    const from = Math.max(0, at - 8, clauseStart(tokens, at));
    const clauseText = clean.text.slice(tokens[from]?.start ?? 0, tokens[list.next - 1]?.end ?? 0);
    const end = tokens[Math.max(state.end, list.next) - 1]?.end ?? 0;
    const words = clean.text.slice(tokens[at]?.start ?? 0, end);
    const before = clean.text.slice(tokens[0]?.start ?? 0, tokens[at]?.start ?? 0);
    if (
      (state.seen || ahead) &&
      !UNREAL.test(clauseText) &&
      !tokens.slice(0, at).some((token) => NOT_NOW.test(token.text)) &&
      !EARLIER.test(before) &&
      !(
        state.trend === "steady" &&
        !state.status &&
        /偏[高低多少]/.test(clean.text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0))
      ) &&
      !OTHER_YEARS.test(before) &&
      !MEANWHILE.test(before) &&
      !(/^此前/.test(before) && state.status !== "normal") &&
      !(
        state.status !== "normal" &&
        REACHED.test(before.slice(-24) + words) &&
        !STILL.test(before + words)
      ) &&
      (!(past || foretold) || now > list.next)
    ) {
      const own = inOrder(tokens, list.next, list.names.length);
      for (const [index, one] of shareStretch(list.names).entries())
        facts.push({
          name: one.name,
          kind: one.kind,
          status: own[index]?.status ?? state.status,
          trend: ahead ?? own[index]?.trend ?? state.trend,
          ...figuresIn(words, own[index]?.status ?? state.status, index, list.names.length),
          span: [one.start, end],
          doubt: null,
          ...(state.below && !state.status ? { below: true as const } : {}),
        });
      shareState(facts, silent, tokens, list.next, state.end);
      const apart = exceptionAfter(tokens, list.next, as(tokens[at], "water")?.water ?? null, facts);
      if (apart)
        facts.push({
          name: apart.name,
          kind: "river",
          status: apart.state.status,
          trend: apart.state.trend,
          exceedance: null,
          stage: null,
          span: [apart.start, apart.end],
          doubt: null,
        });
    } else if (!state.seen && !past && !foretold && is(tokens[list.next], "stage"))
      silent.push(...list.names);
    at = list.next - 1;
  }
  tellAgain(facts, sentence);
  if (facts.length) memory.told = facts;
  return facts;
}

type WaterList = { names: Name[]; next: number };

/** Said before a water: what follows is supposed, or was so in another year. */
const NOT_NOW =
  /^(如|如果|若|一旦|倘若|假如|如遇|当|模拟|假设|假定|设定|演练|那年|当年|去年此时|去年|前年|历史上|回顾|[一两三四五六七八九十几多]年前)$/;

const EARLIER = /(?:本月|上月|月|年)初|上个?月|上周/;
/** 与历年同期相比，呼兰河水位持平: against other years, not against the hours before. */
const OTHER_YEARS = /(?:同期|往年|历年|常年)(?:水位)?相?比(?:较)?，?[^。；]{0,80}$/;
/** 洪水过程中…超警18天, 多次突破历史极值: what was reached at some time, with no word of now. */
const REACHED =
  /累计超|多次(?:超|突破)|过程[中，].*超警\d+[至到天]|(?:洪水|过程)期间|最长超警|超警(?:历时|时长)/;
/** 洪水过程期间，…: told of the days gone by. */
const MEANWHILE = /^(?:此次|本次|本轮)?(?:洪水)?过程期间/;
const STILL = /目前|当前|截至|仍|现已/;

/** 长江流域38条河流, 海河流域共11条河流: what is counted there has no name. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  let i = at;
  // 松花江流域部分河流: of a basin, not all.
  const some = `${tokens[at]?.text ?? ""}${tokens[at + 1]?.text ?? ""}`;
  if (tokens[at - 1]?.text === "流域" && /^(部分|多条|大部|主要|中小|众多)/.test(some)) return true;
  // 永定河、大清河、子牙河3大水系有21条河流.
  if (SYSTEMS.test(textOf(tokens, at, at + 8))) return true;
  while (/^[共有内的多区]$|^(共有|已有|各地|全部)$/.test(tokens[i]?.text ?? "")) i++;
  return is(tokens[i], "count", "many");
}

/** 乙站亦然: what is said of the waters before is so of it. */
const ALIKE = /^(?:水位)?(?:亦然|也是如此|亦是如此|也如此|同样如此)/;
const likeLast = (facts: readonly WaterFact[]) => {
  const last = facts.at(-1);
  return last ? { status: last.status, trend: last.trend, seen: true } : {};
};

/** 榕江、从江两县: places that bear the names of rivers. */
const COUNTIES = /^[\u4e00-\u9fff]{2,3}(?:[、和][\u4e00-\u9fff]{2,3})*[两三四五六七八][县市区州]/;
const SYSTEMS = /^[两三四五六七八\d]?大?水系(?:共|有|的)*\d+条/;

/** The one water of the sentence before: 今早，水位下降了近10米 speaks of it. */
export interface WaterMemory {
  /** What the last sentence that told of waters said, for 上述河流. */
  told: readonly WaterFact[];
  last: { name: string; kind: Water["kind"] } | null;
  /** It with its reach, as last named: 长江中下游干流, for 汉口至大通江段 after it. */
  reach: string | null;
  /** What follows is only foretold: a list opened by 预计：. */
  foretold: boolean;
  /** The river named last in the paragraph: 中下游干流 is its own. */
  river: River;
}

function lastRiver(tokens: readonly Token[]): River {
  // 都柳江榕江站: the river that the station's place bears the name of is another.
  const at = tokens.findLastIndex(
    (token, i) =>
      as(token, "water")?.water.kind === "river" &&
      !/^(?:水文)?站|^[江河]?段/.test(tokens[i + 1]?.text ?? ""),
  );
  return at < 0 ? null : (as(tokens[at], "water")?.water ?? null);
}

function onlyWater(tokens: readonly Token[]): WaterMemory["last"] {
  const at = tokens.findIndex((token) => is(token, "water"));
  const list = listAt(tokens, at);
  const [one] = list?.names ?? [];
  const more = tokens.slice(list?.next).some((token) => is(token, "water"));
  return one && list?.names.length === 1 && !more ? { name: one.name, kind: one.kind } : null;
}

/** How another piece begins: what the one before foretold ends there. */
const OTHER_PIECE = /^(?:新华社|本报|央视网|中新[社网]|人民网|记者)/;

/** A list of what is foretold begins, or the text comes back to now. */
function foretell(memory: WaterMemory, tokens: readonly Token[]): void {
  if (tokens.some((token) => /^(?:目前|当前|截至|现)$/.test(token.text))) memory.foretold = false;
  if (memory.foretold && OTHER_PIECE.test(textOf(tokens, 0, 4))) memory.foretold = false;
  if (tokens.at(-1)?.text === "：" && OPENS_FORECAST.test(textOf(tokens.slice(-6)))) memory.foretold = true;
}

function carriedOn(sentence: Sentence, memory: WaterMemory): WaterFact[] {
  const { tokens } = sentence;
  const at = is(tokens[0], "status") ? 0 : tokens.findIndex((token) => is(token, "stage"));
  // 今天，沿江地区根据水位消退情况…: the level is what another deed goes by.
  const opens = tokens
    .slice(clauseStart(tokens, at), at)
    .every((token) => is(token, "time", "adverb", "same", "mark", "stand"));
  if (!memory.last || at < 0 || !opens || isForecast(sentence, at, at + 1)) return [];
  const { status, trend, seen, end } = stateFrom(tokens, at);
  if (!seen) return [];
  const span: [number, number] = [tokens[at]?.start ?? 0, tokens[Math.max(end, at + 1) - 1]?.end ?? 0];
  return [{ ...memory.last, status, trend, exceedance: null, stage: null, span, doubt: "water_from_before" }];
}
