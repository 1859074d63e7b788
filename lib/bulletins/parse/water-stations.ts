import { STATION_WATERS } from "./extra-waters";
import { as, is, type Token, textOf } from "./tokens";
import type { Name } from "./water-names";
import { stretchesFrom } from "./water-stretches";

/** 乌苏里江全线超警，其中虎头站超保: the station is one of the river's. */
export const isAmong = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === "其中" || (tokens[at - 1]?.text === "，" && tokens[at - 2]?.text === "其中");

/** The one river before a colon after which a station begins; 长江方面，南京站. */
export function headsStations(
  tokens: readonly Token[],
  { names, next }: { names: readonly Name[]; next: number },
): Name | undefined {
  const [one, more] = names;
  const aside = /^方面[，：]/.exec(textOf(tokens, next, next + 3))?.[0].length ?? 0;
  const from = aside ? next + aside - 1 : next;
  if (!one || more || one.stretch || !(aside || tokens[next]?.text === "：")) return undefined;
  return /站$/.test(as(tokens[from + 1], "water")?.water.name ?? "") ? one : undefined;
}

/** A station whose river is not told with it; 峡江站 bears the name of a place that is a river's too. */
const isBare = (one: Name): boolean =>
  isStation(one) && ((!one.stretch && one.river === one.name) || one.stretch === "站");

export const isStation = (one: { name: string }): boolean => /站$/.test(one.name);

/**
 * 淮河干流润河集站…；正阳关站…: a station without its river is of the one that the words before head, else of the
 * last station's, unless it is known to stand elsewhere.
 */
export function stationOf(
  one: Name,
  head: Name | undefined,
  last: Name | undefined,
  told: readonly { name: string }[],
): Name {
  // 平江站 after 汨罗江平江站: named again, and no other river's.
  if (told.some(({ name }) => name !== one.name && name.endsWith(one.name))) return one;
  const owner = head ?? last;
  if (!owner || !isBare(one) || isStation({ ...owner, name: owner.river })) return one;
  const known = STATION_WATERS.get(one.name.replace(/站$/, ""));
  if (!head && known && !owner.river.startsWith(known)) return one;
  // 汉江下游汉川站…；襄阳站: of the river, not of that reach.
  const river = head ? owner.river : owner.river.replace(/[上中下]{1,2}游$/, "");
  return { ...one, name: river + one.name, kind: owner.kind, river, stretch: one.name };
}

/** 六间房站超警，铁岭、平安堡两站均低于警戒: stations of the same river that share their word. */
export function countedStations(
  tokens: readonly Token[],
  at: number,
  last: Name | undefined,
): { names: Name[]; next: number } | undefined {
  if (!last || at === 0 || !is(tokens[at - 1], "mark") || is(tokens[at], "time", "adverb", "mark"))
    return undefined;
  const found = stretchesFrom(tokens, at);
  const next = found.at(-1)?.next ?? at;
  if (found.length < 2 || !found.every(({ text }) => isStation({ name: text }))) return undefined;
  const names = found.map(
    ({ text, from, next }): Name => ({
      ...last,
      name: last.river + text,
      stretch: text,
      start: tokens[from]?.start ?? last.start,
      end: tokens[next - 1]?.end ?? last.end,
      next,
    }),
  );
  return { names, next };
}

/** The station, with its river, that those named after it go by; none once another water is spoken of. */
export function stationWater(names: readonly Name[], before: Name | undefined): Name | undefined {
  const last = names.at(-1);
  if (!last) return before;
  if (isStation(last)) return last.stretch.length > 1 ? last : before;
  // 湘江衡阳以下江段超警，衡山站…: of the river, not of the reach.
  const river = last.river.replace(/(?:[上中下]{1,2}游)?(?:干流)?$/, "");
  return last.stretch.endsWith("段") && names.every((one) => one.river === last.river)
    ? { ...last, river, stretch: last.stretch }
    : undefined;
}

/** 老埠头站及下游的长沙站: the stations of another reach of the same river. */
export function otherReach(tokens: readonly Token[], at: number, before: Name | undefined): Name[] {
  const found = stretchesFrom(tokens, tokens[at + 1]?.text === "的" ? at + 2 : at + 1);
  if (!before || !isStation(before) || !found.every(({ text }) => isStation({ name: text }))) return [];
  const river = before.river.replace(/[上中下]{1,2}游$/, "") + (tokens[at]?.text ?? "");
  return found.map(({ text, from, next }) => ({
    ...before,
    name: river + text,
    river,
    stretch: text,
    start: tokens[from]?.start ?? before.start,
    end: tokens[next - 1]?.end ?? before.end,
    next,
  }));
}
