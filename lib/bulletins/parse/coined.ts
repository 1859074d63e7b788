import type { Water } from "./gazetteer";
import { is, type Token, word } from "./tokens";

const WATER_END: Record<string, Water["kind"]> = { 江: "river", 河: "river", 溪: "river", 湖: "lake" };
const NO_NAME =
  /^(内|小|大|江|山|银|沿|滨|跨|过|两|外|人工|临|入|出|各|本|该|主|支|上|下|排|引|护城|城市|中小|主要|重要|部分|运|冰|天|众多|多条|境内|省内|全|全部|其他|大小|条|病险|大型|小型|中型|中小型|大中型|重点|各类|有关|相关|座)$|[江河湖沿滨]/;

/** 穆棱河, 瓦峪河: one to three unknown characters before 江, 河, 溪, 湖 or 水库, when no dictionary has them. */
export function unknownWater(text: string, at: number, tokens: Token[]): Token | undefined {
  const sign = text.charAt(at);
  const reservoir = sign === "水" && text.charAt(at + 1) === "库";
  const kind = reservoir ? "reservoir" : WATER_END[sign];
  if (!kind) return undefined;
  let from = tokens.length;
  while (
    from > 0 &&
    tokens.length - from < 6 &&
    tokens[from - 1]?.readings.length === 0 &&
    !PARTICLE.test(tokens[from - 1]?.text ?? "")
  )
    from--;
  const stem = tokens.slice(from);
  const name = stem.map((token) => token.text).join("");
  if (
    stem.length < 1 ||
    stem.length > (reservoir ? 4 : 3) ||
    NO_NAME.test(name) ||
    !/^[\u4e00-\u9fff]+$/.test(name)
  )
    return undefined;
  const end = at + (reservoir ? 2 : 1);
  if (
    !reservoir &&
    /[流水道段岸堤湖底边面口]/.test(text.charAt(end)) &&
    !/^(水位|段)/.test(text.slice(end, end + 2))
  )
    return undefined;
  tokens.length = from;
  const start = stem[0]?.start ?? at;
  return {
    text: text.slice(start, end),
    start,
    end,
    readings: [{ kind: "water", water: { name: text.slice(start, end), kind } }],
  };
}
const PARTICLE = /[的了在与和及由于受从往向是有为以将被到使致条座及各其该]/;

const MODIFIER =
  "国家|综合性|应急|排涝|专业|工程|抢险|救援|消防|水文|水利|监测|抢修|防汛|抗洪|抗旱|排水|矿山|航空|社会|前突|机动|骨干|增援|技术|安全生产|水上|水域|水下|潜水|特种";
const TEAM = new RegExp(
  `(?:${MODIFIER})+(?:队伍|力量|分队|大队|队(?![员长列伍])|技术人员|救援人员|抢险人员)`,
  "y",
);
const TEAM_STARTS = /[国综应排专工抢救消水监防抗矿航社前机骨增技安潜特]/;

/** 应急排涝专业队伍, 水上救援力量: a team named after what it does. */
export function coinedTeam(text: string, at: number): Token | undefined {
  if (!TEAM_STARTS.test(text.charAt(at))) return undefined;
  TEAM.lastIndex = at;
  const team = TEAM.exec(text)?.[0];
  return team ? word(text, at, team.length, [{ kind: "team", team }]) : undefined;
}

const NO_STATION =
  /(?:水文|水位|地铁|高铁|火车|[车电泵岗兵哨台]|加油|气象|雷达|观测|监测|工作|服务|收费|检查|检测|充电|客运|货运|枢纽|换乘|各|个|测)$/;
const AT_STATION = /^(?:水位|洪峰|超[警保历过出]|[已仍现]|出现|发生|持续|涨|退|低于|高于|达到|复涨|平稳)/;
const BELOW = /^以[上下](?:江段|河段)/;

/** 莲花塘站水位…, 城陵矶以下江段持续超警: a station or stretch that stands without its river. */
export function bareStation(text: string, at: number, tokens: Token[]): Token | undefined {
  const sign = text.charAt(at);
  const stretch = sign === "以" ? BELOW.exec(text.slice(at, at + 5))?.[0] : undefined;
  if (!stretch && !(sign === "站" && AT_STATION.test(text.slice(at + 1, at + 4)))) return undefined;
  let from = tokens.length;
  while (
    from > 0 &&
    tokens.length - from < 4 &&
    (tokens[from - 1]?.readings.length === 0 || is(tokens[from - 1], "place")) &&
    !PARTICLE.test(tokens[from - 1]?.text ?? "")
  )
    from--;
  // 湖南城陵矶: the place before says where it is.
  if (tokens.length - from > 1 && is(tokens[from], "place")) from++;
  const start = tokens[from]?.start ?? at;
  const name = text.slice(start, at);
  const before = tokens[from - 1];
  const opens = before === undefined || is(before, "mark", "place", "time", "adverb", "same", "joint");
  if (!opens || !/^[\u4e00-\u9fff]{2,4}$/.test(name) || (!stretch && NO_STATION.test(name))) return undefined;
  tokens.length = from;
  const length = at - start + (stretch?.length ?? 1);
  return word(text, start, length, [
    { kind: "water", water: { name: text.slice(start, start + length), kind: "river" } },
  ]);
}

const OVER_MARK = /(?:超过|突破|高于|达到|超出|超)\d{1,4}(?:\.\d{1,2})?米的?(警戒|保证|汛限)(?:水位|线)?/y;
const UNDER_MARK = /(?:警戒|保证)(?:水位|线)?（?\d{1,4}(?:\.\d{1,2})?米）?以(上|下)/y;
const STATUS = { 警戒: "above_warning", 保证: "above_guarantee", 汛限: "above_flood_limit" } as const;

/** 突破27.3米的警戒线, 警戒水位3.80米以下: the mark's own number stands within the words for it. */
export function numberedMark(text: string, at: number): Token | undefined {
  const sign = text.charAt(at);
  if (!/[超突高达警保]/.test(sign)) return undefined;
  OVER_MARK.lastIndex = at;
  const over = OVER_MARK.exec(text);
  const mark = over?.[1];
  if (over && (mark === "警戒" || mark === "保证" || mark === "汛限"))
    return word(text, at, over[0].length, [{ kind: "status", status: STATUS[mark] }]);
  UNDER_MARK.lastIndex = at;
  const under = UNDER_MARK.exec(text);
  if (!under) return undefined;
  const warning = sign === "警";
  if (under[1] === "上")
    return word(text, at, under[0].length, [{ kind: "status", status: warning ? STATUS.警戒 : STATUS.保证 }]);
  return word(text, at, under[0].length, [
    warning ? { kind: "status", status: "normal" } : { kind: "below" },
  ]);
}
