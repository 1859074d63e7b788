import type { PlaceName } from "./memory";
import { joinsResponses } from "./repeated";
import { placesBefore, placesFrom } from "./sentences";
import type { Act } from "./term";
import type { TimeWords } from "./times";
import { as, is, type ResponseLevel, type Token } from "./tokens";
import { stillAt } from "./unchanged";

export interface NounPhrase {
  from: number;
  to: number;
  hazards: string[];
  /** 防汛（洪水防御）: the hazard that stands in brackets, of another body's system. */
  aside: string | null;
  level: ResponseLevel | null;
  /** 防汛Ⅱ级、Ⅲ级应急响应 of two bodies 分别: a level for each, in their order. */
  levels: ResponseLevel[];
  regions: PlaceName[] | null;
  /** 针对 stands before the regions inside the phrase. */
  toward: boolean;
  /** 台风Ⅰ级应急响应: named after the storm, as towns do and weather services too. */
  storm: boolean;
}

function openingBracket(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 10); i--) if (tokens[i]?.text === "（") return i;
  return undefined;
}

/** 启动台风, 启动了台风: right after the act. */
const begunForStorm = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "台风" &&
  (is(tokens[at - 1], "act") || (tokens[at - 1]?.text === "了" && is(tokens[at - 2], "act")));

/** Reads the phrase that ends with the word for response at `at`, right to left: regions, hazards, level. */
export function nounPhrase(tokens: readonly Token[], at: number): NounPhrase | undefined {
  const phrase: NounPhrase = {
    from: at,
    to: at + 1,
    hazards: [],
    aside: null,
    level: null,
    levels: [],
    regions: null,
    toward: false,
    storm: false,
  };
  let i = at - 1;
  for (; i >= 0; i--) {
    const token = tokens[i];
    const level = as(token, "level")?.level;
    const hazard = as(token, "hazard")?.hazard;
    if (token?.text === "）") {
      // 水旱灾害防御（防台）: what stands in brackets explains, it is no second hazard.
      const open = openingBracket(tokens, i);
      if (open === undefined) break;
      // 防汛橙色（Ⅱ级）应急响应: a level that stands alone in them is the level.
      if (i - open === 2) phrase.aside ??= as(tokens[i - 1], "hazard")?.hazard ?? null;
      if (i - open === 2) phrase.level ??= as(tokens[i - 1], "level")?.level ?? null;
      i = open;
    } else if (
      level &&
      !phrase.hazards.length &&
      (!phrase.level || is(tokens[i + 1], "joint") || is(tokens[i + 2], "joint"))
    ) {
      phrase.level ??= level;
      phrase.levels.unshift(level);
    } else if (level && !phrase.level) phrase.level = level;
    else if (level && is(tokens[i + 1], "joint") && is(tokens[i + 2], "level")) {
      // 分别维持三级和四级防汛应急响应.
      if (!phrase.levels.length) phrase.levels = [phrase.level ?? level];
      phrase.levels.unshift(level);
    } else if (is(token, "joint") && is(tokens[i + 1], "level") && is(tokens[i - 1], "level")) continue;
    else if (hazard) phrase.hazards.unshift(hazard);
    else if (!phrase.hazards.length && phrase.level && begunForStorm(tokens, i)) {
      phrase.storm = true;
      phrase.hazards.unshift("防台风");
    } else if (is(token, "other") || (is(token, "rain") && /暴雨/.test(token?.text ?? ""))) return undefined;
    else if (is(token, "rank") || token?.text === "城市") continue;
    // 白银现有Ⅳ级应急响应不变: the one in force.
    else if (phrase.level && /^(?:现有|现行|原有)$/.test(token?.text ?? "")) continue;
    else if (is(token, "joint") && phrase.hazards.length && is(tokens[i - 1], "hazard")) continue;
    else if (joinsResponses(tokens, i, phrase)) i--;
    else if (token?.text === "的" && !phrase.hazards.length && phrase.level) continue;
    else break;
  }
  // Blocked further left: 交通运输防汛Ⅱ级响应, 自然灾害救助应急响应.
  if (is(tokens[i], "other") && !is(tokens[i], "place", "water", "hazard")) return undefined;
  phrase.from = i + 1;
  const of = tokens[i]?.text === "的";
  // 针对长江流域汛情的: the situation of the places is theirs.
  const gap = of ? (is(tokens[i - 1], "situation") ? 2 : 1) : 0;
  const list = placesBefore(tokens, phrase.from - gap);
  if (list) {
    // 针对其中河北的: of those just named.
    const some = tokens[list.from - 1]?.text === "其中" ? 1 : 0;
    phrase.toward = is(tokens[list.from - 1 - some], "toward");
    // Without 针对 and without 将 or a verb before it, a place that stands before 的 belongs to something else.
    // 将湖南的响应由三级升至二级、江西的响应由四级升至三级: the second of two.
    const second = is(tokens[list.from - 1], "joint") && is(tokens[list.from - 2], "level");
    if (phrase.toward || gap === 0 || second || is(tokens[list.from - 1], "object", "act")) {
      phrase.regions = list.names;
      phrase.from = phrase.toward ? list.from - 1 - some : list.from;
    }
  } else
    phrase.from =
      backBefore(tokens, phrase.from - gap) ?? (gap && is(tokens[i - 1], "back") ? i - 1 : phrase.from);
  return phrase;
}

/** 针对上述四省的, 对其: where words that refer back and their 针对 begin, when they end at `to`. */
function backBefore(tokens: readonly Token[], to: number): number | undefined {
  let from = to;
  while (is(tokens[from - 1], "back", "many") || tokens[from - 1]?.text === "其") from--;
  return from < to && is(tokens[from - 1], "toward") ? from - 1 : undefined;
}

export interface Change {
  act: Act;
  level: ResponseLevel | null;
  /** 分别提升至三级、二级. */
  levels: ResponseLevel[];
  from: ResponseLevel | null;
  /** 分别由三级、四级升级为…. */
  froms: ResponseLevel[];
  hazards: string[];
  /** A time that stands between the phrase and the verb. */
  time: TimeWords | undefined;
  end: number;
}

/** The verb at `at`; 回落至三级 lowers a response as it lowers a water. */
export const actAt = (tokens: readonly Token[], at: number): Act | undefined =>
  as(tokens[at], "act")?.act ??
  (/^(?:回落|回调|恢复)$/.test(tokens[at]?.text ?? "") && is(tokens[at + 1], "to") ? "lower" : undefined);

export const ends = (token: Token | undefined) =>
  token === undefined || (is(token, "mark") && token.text !== "、" && !/[（“《]/.test(token.text));

const STAYS = { act: "maintain", level: null, from: null } as const;

/** 由Ⅳ级提升至Ⅲ级, 升级为三级, 终止, 已启动, 维持不变: what follows the phrase, when the verb comes after its object. */
export function changeAfter(tokens: readonly Token[], at: number): Change | undefined {
  let i = at;
  let time: TimeWords | undefined;
  while (
    is(tokens[i], "rank", "adverb", "time") ||
    (is(tokens[i], "from") && is(tokens[i + 1], "time")) ||
    (is(tokens[i], "same") && !is(tokens[i], "mark")) ||
    tokens[i]?.text === "被"
  ) {
    time = as(tokens[i], "time")?.time ?? time;
    i++;
  }
  const told = i > at;
  let from: ResponseLevel | null = null;
  const froms: ResponseLevel[] = [];
  if (is(tokens[i], "from")) {
    i++;
    while (is(tokens[i], "hazard", "rank")) i++;
    from = as(tokens[i], "level")?.level ?? null;
    if (!from) return undefined;
    i++;
    froms.push(from);
    while (is(tokens[i], "joint") && is(tokens[i + 1], "level")) {
      froms.push(as(tokens[i + 1], "level")?.level ?? from);
      i += 2;
    }
    while (is(tokens[i], "response", "rank", "adverb") || tokens[i]?.text === "，") i++;
  }
  const still = stillAt(tokens, i - 1)?.level;
  if (still) return staysAfter(tokens, still, { ...STAYS, levels: [], hazards: [], froms, time, end: still });
  const act = is(tokens[i], "lasting") ? "maintain" : actAt(tokens, i);
  if (!act) return undefined;
  i++;
  const bare: Change = { act, level: null, levels: [], from: null, froms, hazards: [], time, end: i };
  if (act === "maintain") return staysAfter(tokens, i, bare);
  if (act === "activate") return told && ends(tokens[i]) ? bare : undefined;
  while (is(tokens[i], "to", "rank") || tokens[i]?.text === "了") i++;
  const hazards: string[] = [];
  while (as(tokens[i], "hazard") || is(tokens[i], "rank")) {
    const hazard = as(tokens[i], "hazard")?.hazard;
    if (hazard) hazards.push(hazard);
    i++;
  }
  i = pastStep(tokens, i);
  const level = as(tokens[i], "level")?.level ?? null;
  if (!level && act !== "terminate") return undefined;
  if (level) i++;
  const levels = level ? [level] : [];
  while (is(tokens[i], "joint") && is(tokens[i + 1], "level")) {
    const next = as(tokens[i + 1], "level")?.level;
    if (next) levels.push(next);
    i += 2;
  }
  let noun = i;
  while (is(tokens[noun], "rank", "hazard")) noun++;
  if (is(tokens[noun], "response")) i = noun + 1;
  return { act, level, levels, from, froms, hazards, time, end: i };
}

/** 维持不变, 维持在三级, 保持四级: what stays, with the level it stays at when that is said. */
function staysAfter(tokens: readonly Token[], at: number, bare: Change): Change | undefined {
  const i = tokens[at]?.text === "在" ? at + 1 : at;
  const level = as(tokens[i], "level")?.level ?? null;
  if (level && (ends(tokens[i + 1]) || is(tokens[i + 1], "lasting", "rank")))
    return { ...bare, level, end: i + 1 };
  return ends(tokens[at]) || is(tokens[at], "lasting") ? bare : undefined;
}

/** 提高一级至Ⅱ级: 一级 is the step, not the level; alone (提升一级) it tells no level at all. */
export function pastStep(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "一级" || is(tokens[at - 1], "to")) return at;
  if (/[至为到成]$/.test(tokens[at - 1]?.text ?? "")) return at;
  let i = at + 1;
  while (is(tokens[i], "to")) i++;
  return i;
}

/** 水旱灾害防御由四级升至三级: the word for response is left out before the change of its level. */
export const isBare = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at], "hazard") && is(tokens[at + 1], "from", "act") && changeAfter(tokens, at + 1)?.from != null;

/** 提升防汛应急响应至Ⅱ级, 启动防汛应急响应Ⅳ级 (`bare`): the level after its phrase when the verb came before it. */
export function levelAfter(
  tokens: readonly Token[],
  at: number,
  bare: boolean,
): { level: ResponseLevel; end: number } | undefined {
  let i = at;
  while (is(tokens[i], "rank")) i++;
  if (bare) {
    // 启动防汛应急响应（Ⅲ级）.
    const inside =
      is(tokens[at - 2], "hazard") && tokens[i]?.text === "（" && tokens[i + 2]?.text === "）"
        ? as(tokens[i + 1], "level")
        : undefined;
    if (inside) return { level: inside.level, end: i + 3 };
    const level = as(tokens[i], "level")?.level;
    const more = is(tokens[i + 1], "joint") && is(tokens[i + 2], "hazard");
    return level && (more || ends(tokens[i + 1])) ? { level, end: i + 1 } : undefined;
  }
  if (!is(tokens[i], "to")) return undefined;
  const level = as(tokens[i + 1], "level")?.level;
  return level ? { level, end: i + 2 } : undefined;
}

export const clauseMark = (token: Token | undefined) => {
  const mark = as(token, "mark")?.mark;
  return mark === "，" || mark === "；" || mark === "：";
};

/** The verb that governs the phrase from the left within its clause, and where it stands. */
export function verbBefore(
  tokens: readonly Token[],
  phrase: NounPhrase,
): { act: Act; at: number } | undefined {
  for (let i = phrase.from - 1; i >= 0; i--) {
    if (clauseMark(tokens[i])) return undefined;
    const act = as(tokens[i], "act")?.act;
    // 分别启动、终止: which of the two is whose nobody can tell here.
    if (act && is(tokens[i - 1], "joint") && is(tokens[i - 2], "act")) return undefined;
    // 继续实施Ⅲ级应急响应: what goes on is not begun.
    const goesOn = act === "activate" && tokens[i - 1]?.text === "继续";
    if (act) return { act: goesOn ? "maintain" : act, at: i };
    if (is(tokens[i], "object", "unreal")) return undefined;
  }
  return undefined;
}

/** How many responses one verb governs: to the end of its clause. */
export function phrasesOf(tokens: readonly Token[], verbAt: number): number {
  let count = 0;
  for (let i = verbAt; i < tokens.length && !clauseMark(tokens[i]); i++)
    if (is(tokens[i], "response") || isElided(tokens, i)) count++;
  return count;
}

/** 对A启动防汛三级、对B启动四级应急响应: a level whose noun comes only with the next one. */
export function isElided(tokens: readonly Token[], at: number): boolean {
  if (!is(tokens[at], "level")) return false;
  const next = tokens[at + 1];
  // 对湖南维持Ⅲ级、对江西维持Ⅳ级洪水防御应急响应.
  if (is(tokens[at - 1], "act") && is(next, "joint") && is(tokens[at + 2], "toward")) return true;
  if (!is(tokens[at - 1], "hazard")) return false;
  const joined = is(next, "joint") || clauseMark(next);
  const rest = is(next, "mark") && as(next, "mark")?.mark !== "、" && !clauseMark(next);
  const more = joined && is(tokens[at + 2], "place") ? placesFrom(tokens, at + 2) : undefined;
  const listed = more !== undefined && is(tokens[more.next], "hazard", "toward");
  return (
    (joined && is(tokens[at + 2], "toward", "act", "same", "hazard", "other")) ||
    listed ||
    rest ||
    next === undefined
  );
}
