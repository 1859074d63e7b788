import { TWO_LAKES, WATERS, type Water } from "./gazetteer";
import { as, is, type Token, textOf } from "./tokens";
import { pastControl, pastSum } from "./water-counts";
import { listGoesOn, opensWith, sharesState, told } from "./water-lists";
import { otherReach } from "./water-stations";
import { ownStations, stationInBrackets, stretchesFrom } from "./water-stretches";
import { nameOnly, pastUnknown, pastWhere, unknownAt } from "./water-unknown";

const MAIN_STEM = /^(长江|黄河|淮河|海河|珠江|松花江|辽河|西江|太湖)$/;

export interface Name {
  name: string;
  kind: Water["kind"];
  start: number;
  end: number;
  /** 重庆段: the stretch that a list shares with its last member. */
  stretch: string;
  /** The water itself with its reach, without stretch or station: 长江中下游干流. */
  river: string;
  /** A place stands before it in its list: 江苏秦淮河. */
  placed: boolean;
  /** Told with a reach of its own: 嫩江全线. */
  reached: boolean;
  next: number;
}

/** The river spoken of before, for 中下游干流 that leaves it out. */
export type River = { name: string; kind: Water["kind"] } | null;

/** The names that begin at `at`: more than one when stations or stretches share their river (九江站、湖口站). */
function namesAt(tokens: readonly Token[], at: number, before: River): Name[] {
  const first = tokens[at];
  const water = as(first, "water")?.water ?? (opensReach(tokens, at) ? before : undefined);
  if (!first || !water) return [];
  const carried = is(first, "water") ? "" : water.name;
  let next = at + (carried ? 0 : 1);
  while (is(tokens[next], "reach")) next++;
  // 洞庭湖区水位: the waters of the lake and around it, by that name.
  if (first.text.endsWith("湖") && tokens[next]?.text === "区" && told(tokens, next + 1)) next++;
  next = pastOther(tokens, next);
  const reach = next;
  // 向家坝、溪洛渡水库: a reservoir without its word is named in full.
  const river =
    carried || water.kind !== "reservoir" || first.text.endsWith("库")
      ? carried + textOf(tokens, at, reach).replace(/全线$/, "")
      : water.name;
  const control = pastControl(tokens, reach);
  const stretches = stationInBrackets(tokens, reach) ?? stretchesFrom(tokens, ownStations(tokens, control));
  // 长江上游 before 嘉陵江, 长江支流 before a name: the greater river only says where.
  const inner = as(tokens[next], "water")?.water;
  // 重庆綦江羊渡河: the place of that name, not so 江西修水抚河.
  if (inner && !WATERS.has(inner.name) && is(first, "place") && is(tokens[at - 1], "place", "joint"))
    return [];
  // 四川大渡河的支流阿柯河: the greater river only says where.
  if (tokens[next]?.text === "的" && tokens[next + 1]?.text === "支流" && is(tokens[next + 2], "water"))
    return [];
  // 漳卫河系卫河: of whose waters it is one.
  if (tokens[next]?.text === "系" && is(tokens[next + 1], "water")) return [];
  // 辽河支流东辽河辽源站, 珠江支流广西郁江: the tributary's.
  let ahead = next;
  while (is(tokens[ahead], "place") && !is(tokens[ahead], "water")) ahead++;
  if (is(tokens[ahead], "water") && tokens[next - 1]?.text === "支流") return [];
  if (is(tokens[next], "level") && tokens[next + 1]?.text === "支流") return [];
  if (inner && !stretches.length) {
    if (/水系$/.test(inner.name)) return [nameOnly(tokens, at, next + 1, inner.kind)];
    if (reach > at + 1 || MAIN_STEM.test(water.name) || inner.kind === "reservoir") return [];
  }
  // ，中下游干流水位逐步回落: its level follows at once.
  if (carried && !stretches.length && !told(tokens, next)) return [];
  const start = first.start;
  // ，下游从江县城段: which way along the river, and no reach of that name.
  const aside = /^[上下]游$/.test(first.text) ? "" : textOf(tokens, at, reach);
  const one = (stretch: string, from: number, to: number): Name => ({
    name: `${stretch && carried ? carried + aside : river}${stretch}`
      .replace(/(?:全线|沿线)$/, "")
      .replace(/湖湖区$/, "湖")
      .replace(/(?<=[江河])河道$/, ""),
    kind: water.kind,
    start: from,
    end: tokens[to - 1]?.end ?? first.end,
    stretch,
    river,
    placed: false,
    reached: reach > at + 1,
    next: to,
  });
  if (!stretches.length) return [one("", start, next)];
  // 九江长江段: its place stands before the river.
  const place = is(tokens[at - 1], "place") && /^[江河]?段$/.test(stretches[0]?.text ?? "");
  if (place)
    return [
      one(`${tokens[at - 1]?.text ?? ""}段`, tokens[at - 1]?.start ?? start, stretches[0]?.next ?? next),
    ];
  return stretches.map(({ text, from, next: to }, i) =>
    one(text, i === 0 ? start : (tokens[from]?.start ?? start), to),
  );
}

/** 桂江（漓江）桂林站: the river by its other name. */
const pastOther = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === "（" && is(tokens[at + 1], "water") && tokens[at + 2]?.text === "）" ? at + 3 : at;

/** 截至今天12时，中下游干流…: a reach that begins its clause and leaves its river out. */
const opensReach = (tokens: readonly Token[], at: number) =>
  is(tokens[at], "reach") &&
  !(is(tokens[at + 1], "place") && is(tokens[at + 2], "water")) &&
  /^(干流|上游|中游|下游|中下游|上中游|中上游)$/.test(tokens[at]?.text ?? "") &&
  (at === 0 || /^[，；：]$/.test(tokens[at - 1]?.text ?? "") || is(tokens[at - 1], "time"));

/** The waters of a list that begins at `at`: 长江、嘉陵江、涪江重庆段; a list may leave out the joint (修水抚河). */
export function listAt(
  tokens: readonly Token[],
  at: number,
  before: River = null,
): { names: Name[]; next: number } | undefined {
  const names = namesAt(tokens, at, before);
  const last = names.at(-1);
  if (!last) return undefined;
  // 桂江支流灵渠: the greater river only says where, also when no list has the tributary.
  const tributary =
    last.name.endsWith("支流") && onlyWhere(tokens, last.next) ? unknownAt(tokens, last.next) : undefined;
  if (tributary) names.splice(0, names.length, tributary);
  let next = tributary?.next ?? last.next;
  for (;;) {
    let i = next;
    while (is(tokens[i], "joint")) i++;
    if (tokens[i]?.text === "及其" && tokens[i + 1]?.text === "支流") i++;
    // 重庆濑溪河，湖北富水: a comma between two of a list, when a place leads to the next water.
    const comma = i === next && tokens[i]?.text === "，";
    if (comma) i++;
    const afterComma = i;
    while (is(tokens[i], "place") && !is(tokens[i], "water")) i++;
    i = pastWhere(tokens, i);
    // 山东的沂河: the place that it lies in.
    if (i > afterComma && tokens[i]?.text === "的" && is(tokens[i + 1], "water")) i++;
    // 江西赣江支流袁水, 大渡河的支流阿柯河: the greater river only says where.
    while (is(tokens[i], "water") && tokens[i + 1]?.text === "的" && tokens[i + 2]?.text === "支流") i += 2;
    // 山东南四湖水系的城河.
    if (is(tokens[i], "water") && tokens[i + 1]?.text === "水系" && tokens[i + 2]?.text === "的") i += 3;
    while (is(tokens[i], "water") && is(tokens[i + 1], "reach") && is(tokens[i + 2], "water")) {
      // 黑龙江干流黑河至东极江段: a place that a river bears the name of, too.
      if (stretchesFrom(tokens, i + 2).some(({ text }) => text.endsWith("段"))) break;
      i += 2;
    }
    // 永定河及支流清水河: a tributary with a name of its own, also one that we do not know.
    if (tokens[i]?.text === "支流") i++;
    const named =
      tokens[i - 1]?.text === "支流" || (is(tokens[i], "water") && tokens[i + 1]?.text === "支流");
    const unknown = named ? unknownAt(tokens, tokens[i - 1]?.text === "支流" ? i : i + 2) : undefined;
    const placed = is(tokens[afterComma], "place") && !is(tokens[afterComma], "water");
    if (unknown) {
      names.push({ ...unknown, placed });
      next = unknown.next;
      continue;
    }
    // 老埠头站及下游的长沙站: stations of another reach of the same river.
    const other = i > next && is(tokens[i], "reach") ? otherReach(tokens, i, names.at(-1)) : undefined;
    if (other?.length) {
      names.push(...other);
      next = other.at(-1)?.next ?? next;
      continue;
    }
    const more = namesAt(tokens, i, null);
    // 北江支流 before a name that we do not know: no member of the list.
    if (
      more.length &&
      onlyWhere(tokens, more.at(-1)?.next ?? i) &&
      tokens[(more.at(-1)?.next ?? i) - 1]?.text === "支流"
    )
      break;
    const after = more.at(-1)?.next ?? i;
    const bare = comma && opensWith(tokens, at) && (names.length > 1 || names[0]?.stretch);
    // …岳阳站，沅江站、岳阳站水位…: named again, no more of the list.
    const again = comma && more.some((one) => names.some(({ name }) => name.endsWith(one.name)));
    const goesOn = bare && (told(tokens, after) || listGoesOn(tokens, after));
    const past = more.length || comma || i === next ? undefined : pastUnknown(tokens, i);
    if (past) {
      next = past;
      continue;
    }
    if (!more.length || again || (comma && !placed && !sharesState(tokens, after) && !goesOn)) break;
    const station = names.at(-1);
    names.push(...more.map((one) => ({ ...(i > next && station ? ofRiver(one, station) : one), placed })));
    next = more.at(-1)?.next ?? next;
  }
  next = pastSum(tokens, { names, next });
  // 嘉陵江、大渡河、岷江等下游干流: of each of them.
  const stem = stemAfter(tokens, next);
  if (stem > next) {
    const reach = textOf(tokens, next + 1, stem);
    return { names: names.map((one) => ofReach(one, reach)), next: stem };
  }
  const end = reservoirsAfter(tokens, next);
  if (end > next) return { names: names.map(asReservoir), next: end };
  const both = names.flatMap((one) =>
    one.name === "两湖" ? TWO_LAKES.map((name) => ({ ...one, name, stretch: "" })) : [one],
  );
  return { names: both, next };
}

/** 宁安段, 淮南段: a place's part of the river, no 路段 and no 其它河段. */
const PART = /^(?![除其各该本沿全多此两上中下部有])(?!.*[路堤地航区]段$)[\u4e00-\u9fff]{2,4}[江河]?段$/;
const OWN_REACH = /^[\u4e00-\u9fff]{2,4}至[\u4e00-\u9fff]{2,4}(?:江段|河段)$/;
const EITHER = new RegExp(`${PART.source}|${OWN_REACH.source}`);

/** 汉口至大通江段 in the clause after 长江中下游干流: its river is left out. Waters listed after it come with it. `among`: 淮南段 after 淮河正阳关段 is one of the same river too. */
export function carriedStretch(
  tokens: readonly Token[],
  at: number,
  river: string | null,
  among = false,
): { names: Name[]; next: number } | undefined {
  const opens = at === 0 || is(tokens[at - 1], "mark", "time", "adverb", "same", "local");
  if (!river || !opens || is(tokens[at], "mark", "time", "adverb")) return undefined;
  // 湘江下游全线超警，其中长沙至湘阴江段超保.
  const found = stretchesFrom(tokens, tokens[at]?.text === "其中" ? at + 1 : at);
  const fits = among ? EITHER : OWN_REACH;
  const stretches = found.slice(0, among ? found.length : 1);
  if (!stretches.length || !stretches.every(({ text }) => fits.test(text))) return undefined;
  const own = stretches.map(({ text, from, next }): Name => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[next - 1]?.end ?? start;
    return {
      name: river + text,
      kind: "river",
      start,
      end,
      stretch: text,
      river,
      placed: false,
      reached: true,
      next,
    };
  });
  const next = stretches.at(-1)?.next ?? at;
  const more = is(tokens[next], "joint") ? listAt(tokens, next + 1) : undefined;
  return { names: [...own, ...(more?.names ?? [])], next: more?.next ?? next };
}

/** 洞庭湖城陵矶站、七里山站: a station listed after one of a river is of the same. */
const ofRiver = (one: Name, before: Name): Name =>
  /.站$/.test(before.stretch) && /站$/.test(one.name) && !one.stretch
    ? { ...one, name: before.river + one.name, river: before.river, stretch: one.name, kind: before.kind }
    : one;

/** 柘溪、五强溪等水库: the word for all of them comes last. */
function reservoirsAfter(tokens: readonly Token[], next: number): number {
  let i = next;
  while (is(tokens[i], "etc", "many", "count") || /^[大中小型]$/.test(tokens[i]?.text ?? "")) i++;
  return tokens[i]?.text === "水" && tokens[i + 1]?.text === "库" ? i + 2 : next;
}

/** Where 等下游干流 ends, when their level follows. */
function stemAfter(tokens: readonly Token[], next: number): number {
  let i = next + 1;
  while (is(tokens[i], "reach") && /游|干流/.test(tokens[i]?.text ?? "")) i++;
  return is(tokens[next], "etc") && i > next + 1 && told(tokens, i) ? i : next;
}

const ofReach = (one: Name, reach: string): Name =>
  one.kind !== "river" || one.stretch || one.reached
    ? one
    : { ...one, name: one.name + reach, river: one.river + reach, reached: true };

const asReservoir = (one: Name): Name =>
  one.kind === "reservoir" ? one : { ...one, name: `${one.name}水库`, kind: "reservoir" };

/** 长江中下游的江洲镇, 鄱阳湖周边, 黄河下游河槽, 长江干堤: the water only says where another thing is. */
export function onlyWhere(tokens: readonly Token[], next: number): boolean {
  const words = textOf(tokens, next, next + 3);
  // 伊犁河支流某河: a tributary that is named.
  const named = tokens[next]?.readings.length === 0 && !/^[普出发有水全均涨暴超等]/.test(words);
  if (tokens[next - 1]?.text === "支流" && named) return true;
  return WHERE.test(words) || (/流域$/.test(tokens[next - 1]?.text ?? "") && !is(tokens[next], "water"));
}

const WHERE =
  /^(?:的(?!水位|[江河湖洪]水|洪峰|[河江湖]段|部分|干流|支流|[上中下]游|全线|主要|控制)|口(?![站段])|边(?:上|的|长|住|，)|[两三四五六七八九十]大|地区|平原|周边|周围|附近|沿线|沿岸|沿江|两岸|岸边|河槽|河床|主槽|河堤|干堤|大堤|堤防|堤段|堤坝|[^，。、]{0,2}[圩垸堤]|大坝|湿地|滩区|滩涂|来水|汇入|入海口|流域性|大桥)/;
