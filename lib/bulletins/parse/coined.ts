import { COUNTY_SHORTS, NAMESAKE, type Water } from "./gazetteer";
import { lastPlace } from "./names";
import { as, is, type Token, textOf, word } from "./tokens";

const WATER_END: Record<string, Water["kind"]> = { 江: "river", 河: "river", 溪: "river", 湖: "lake" };
const NO_NAME =
  /^(第[一二三]大|内|两|三|四|五|六|七|八|九|小|大|江|山|银|沿|滨|跨|过|两|外|人工|临|入|出|各|本|该|主|支|上|下|排|引|护城|城市|中小|周边|附近|沿线|沿岸|城区|网|主要|重要|部分|运|冰|天|众多|多条|境内|省内|全|全部|其他|大小|条|病险|大型|小型|中型|中小型|大中型|重点|杭嘉|各类|有关|相关|座|上级|下级|界|母亲|大|引|干|暗|悬|地下|季节|景观|排洪|泄洪|分洪|行洪|排涝|通航|堰塞|内陆|高原|淡水|咸水|方|北方|南方|南北方)$|[江河湖沿滨]/;

/** 受旱省市水库, 水源地水库, 骨干水库: what kind of reservoirs, none of them named. */
const NO_RESERVOIR = new RegExp(
  `${NO_NAME.source.replace(/\|\[.*$/, "")}|^[沿滨]|水源|饮用|备用|供水|蓄水|调水|[受灾]|省|市|总量|山塘|塘坝|骨干|梯级|控制|调[蓄节]|防洪|灌溉|发电|电站|[新在拟已未]建|[大中小]型|^[两三四五六七八九十]大|病险|上述|流域|沿线|附近|其[他余它]|[这那某几数]|超汛|老化|民生`,
);

/** 泸水吉安县河段: with its stretch after it, X水 is sure to be a river too. */
const OF_STRETCH = /^[\u4e00-\u9fff]{2,4}(?:河段|江段|段水位|站水位)/;
const NO_BROOK = /[来涨退蓄排泄供调引用饮积漫进出雨污净缺落该过]/;

/** 穆棱河, 瓦峪河: one to three unknown characters before 江, 河, 溪, 湖 or 水库, when no dictionary has them. */
export function unknownWater(text: string, at: number, tokens: Token[]): Token | undefined {
  const sign = text.charAt(at);
  const reservoir = sign === "水" && text.charAt(at + 1) === "库";
  // 湘江支流涓水: only beside its river is X水 sure to be one.
  const brook =
    sign === "水" &&
    ((afterTributary(tokens) && /[、，和等发出超]/.test(text.charAt(at + 1))) ||
      // 涟水、蒸水均…: after another river.
      (is(tokens[tokens.length - 2], "joint") &&
        is(tokens[tokens.length - 3], "water") &&
        /^[均、，和等]/.test(text.charAt(at + 1)) &&
        tokens[tokens.length - 1]?.readings.length === 0 &&
        !NO_BROOK.test(tokens[tokens.length - 1]?.text ?? "")) ||
      (OF_STRETCH.test(text.slice(at + 1, at + 8)) &&
        tokens[tokens.length - 1]?.readings.length === 0 &&
        !NO_BROOK.test(tokens[tokens.length - 1]?.text ?? "") &&
        is(tokens[tokens.length - 2], "mark", "place", "joint", "plain")));
  const kind = reservoir ? "reservoir" : brook ? "river" : WATER_END[sign];
  if (!kind) return undefined;
  let from = tokens.length;
  while (
    from > 0 &&
    tokens.length - from < 6 &&
    tokens[from - 1]?.readings.length === 0 &&
    !PARTICLE.test(tokens[from - 1]?.text ?? "")
  )
    from--;
  // 城关村换金河, 庆安县境内欧根河: the name begins after the village or the words for where.
  const lies = tokens.slice(from, -1).findLastIndex((token) => BOUNDARY.test(token.text));
  from += lies + 1;
  from += WHERE.exec(textOf(tokens, from))?.[0].length ?? 0;
  if (countyOpens(tokens, from)) from++;
  const stem = tokens.slice(from);
  const name = stem.map((token) => token.text).join("");
  if (
    stem.length < 1 ||
    stem.length > (reservoir ? 4 : 3) ||
    (reservoir ? NO_RESERVOIR : NO_NAME).test(name) ||
    !/^[\u3400-\u9fff]+$/.test(name)
  )
    return undefined;
  const end = at + (reservoir ? 2 : 1);
  if (NAMESAKE.test(text.slice(end, end + 2))) return undefined;
  if (sharesReach(text, end, tokens[from - 1], tokens[from - 2])) return undefined;
  if (
    !reservoir &&
    /[流水道段岸堤湖底边面口网]/.test(text.charAt(end)) &&
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
/** 永川小安溪, 江津笋溪河: a county of the province spoken of, by its short form before the name. It becomes one word. */
function countyOpens(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1];
  const leads = is(before, "joint", "place", "adverb", "time") || before?.text === "，";
  if (tokens.length - from < 3 || !leads) return false;
  const form = textOf(tokens, from, from + 2);
  const province = lastPlace(tokens)?.adcode.slice(0, 2);
  const named = COUNTY_SHORTS.get(form) ?? [];
  const only = named.length === 1 && !province ? named[0] : undefined;
  const place = named.find(({ adcode }) => adcode.slice(0, 2) === province) ?? only;
  const start = tokens[from]?.start ?? 0;
  if (!place) return false;
  tokens.splice(from, 2, {
    text: form,
    start,
    end: start + form.length,
    readings: [{ kind: "place", place: { ...place, name: form } }],
  });
  return true;
}

/** 松花江干流肇源、木兰江段: a place whose reach shares its river with those before it, and no river 木兰江. */
function sharesReach(
  text: string,
  end: number,
  before: Token | undefined,
  first: Token | undefined,
): boolean {
  return text.charAt(end) === "段" && is(before, "joint") && first?.readings.length === 0;
}

/** One or two unknown characters after the word for a tributary: 支流涓, 支流董塘. */
const afterTributary = (tokens: readonly Token[]) => {
  const name =
    tokens[tokens.length - 2]?.text === "支流" ? 1 : tokens[tokens.length - 3]?.text === "支流" ? 2 : 0;
  return name > 0 && tokens.slice(-name).every((token) => token.readings.length === 0);
};

/** 辽西沿海六股河, 山东半岛五龙河: on what coast the river is. */
const WHERE = /^[\u4e00-\u9fff]{1,3}(?:沿海|半岛|境内|山区|地区|库区)(?=[\u4e00-\u9fff])/;
export const BOUNDARY = /^[村镇乡内县区市州旗寨岛]$/;
export const PARTICLE = /[的了得除在与和及由于因受从往向是有为以将被到使致且但而条座及各其该令让给对把随趁]/;

const MODIFIER =
  "国家|综合性|应急|排涝|专业|工程|抢险|救援|消防|水文|水利|监测|抢修|防汛|抗洪|抗旱|排水|矿山|航空|社会|前突|机动|骨干|增援|技术|安全生产|水上|水域|水下|潜水|特种|突击|服务|巡堤|巡查|清障|供水|送水|测绘|地质|重型";
const TEAM = new RegExp(
  `(?:${MODIFIER}){1,6}(?:队伍|力量|分队|大队|队(?![员长列伍])|技术人员|救援人员|抢险人员|排涝人员|抢修人员|清淤人员|查险人员)`,
  "y",
);
const TEAM_STARTS = /[国综应排专工抢救消水监防抗矿航社前机骨增技安潜特]/;

const GROUP =
  /(?:部级|厅级|省级|国家|联合(?=专家组))*((?:联合)?(?:抢险|救援|防汛(?:救灾)?|抗洪(?:救灾)?|抗旱|水利|水文|水域|工程|应急|水库|堤防|安全|险情处置){0,4}(?:工作|专家|督导|督查|督察|检查|指导|暗访|暗查|巡查|蹲点|驻点|督战|技术|支撑|前方|前线|现场|先遣|综合|协调|帮扶|服务|排查){1,4}组)(?!成|织|长|合|员|建)/y;

/** 联合抢险救援专家组: its trade is part of its kind, its rank (部级, 省级) is not, nor that a 专家组 is of several bodies. */
function coinedGroup(text: string, at: number): Token | undefined {
  if (!/[部厅省联国抢救防抗水应堤安工险专督检指暗巡蹲驻技支前现先综协帮服排]/.test(text.charAt(at)))
    return undefined;
  GROUP.lastIndex = at;
  const group = GROUP.exec(text);
  const team = group?.[1];
  return group && team ? word(text, at, group[0].length, [{ kind: "team", team }]) : undefined;
}

/** 应急排涝专业队伍, 水上救援力量: a team named after what it does. */
export function coinedTeam(text: string, at: number): Token | undefined {
  const group = coinedGroup(text, at);
  if (group) return group;
  if (!TEAM_STARTS.test(text.charAt(at))) return undefined;
  TEAM.lastIndex = at;
  const team = TEAM.exec(text)?.[0];
  return team ? word(text, at, team.length, [{ kind: "team", team }]) : undefined;
}

const BASIN = /^(?:蓄滞洪区|滞洪区|蓄洪区)(?=水位|[已仍]?超)/;

/** 东淀蓄滞洪区水位: a basin of flood water that no list has. */
export function floodBasin(text: string, at: number, tokens: Token[]): Token | undefined {
  if (!/[蓄滞]/.test(text.charAt(at))) return undefined;
  const basin = BASIN.exec(text.slice(at, at + 6))?.[0];
  let from = tokens.length;
  while (from > 0 && tokens.length - from < 3 && tokens[from - 1]?.readings.length === 0) from--;
  const start = tokens[from]?.start ?? at;
  const name = text.slice(start, at);
  if (!basin || name.length < 2 || !/^[\u3400-\u9fff]+$/.test(name) || /[的个处等座]/.test(name))
    return undefined;
  tokens.length = from;
  const whole = name + basin;
  return word(text, start, whole.length, [{ kind: "water", water: { name: whole, kind: "lake" } }]);
}

const STATED =
  /^(?:水位|[江河湖洪]水|超[警保历汛过出]|[暴猛上陡]?涨|[、，和及等（]|在内|[排泄]洪后|干流|出现|发生|全线|[已仍]|回落|低于|高于)/;
const GREAT = /^(?:长江|黄河|淮河|海河|珠江|松花江|辽河|西江|北江|东江|黑龙江|嫩江|汉江|运河)$/;
const NO_HEAD = /[除的了在与和及由于受从往向是有为以将被到使致条座各其该沿跨入经过滨环临流本此达段站近]/;

/** 支流清漳河, 江西小濂水: one more character before a known water, right after the words for where. */
export function longerWater(tokens: Token[]): void {
  const last = tokens[tokens.length - 1];
  const head = tokens[tokens.length - 2];
  const where = tokens[tokens.length - 3];
  const water = as(last, "water")?.water;
  if (!last || !water || !head || head.readings.length > 0 || !/^[\u3400-\u9fff]$/.test(head.text)) return;
  // ；北拒马河: a quarter of the sky needs no more to open a name.
  // 小柳河, 大黑河: so does a word for its size or age before a lesser river.
  const quarter =
    (/^[东南西北]$/.test(head.text) || (/^[大小新老]$/.test(head.text) && !GREAT.test(last.text))) &&
    (where === undefined || is(where, "mark", "joint"));
  const coast = /^(?:沿海|半岛|境内)$/.test(textOf(tokens, tokens.length - 4, tokens.length - 2));
  if (!(coast || where?.text === "支流" || where?.text === "、" || is(where, "place") || quarter)) return;
  if (NO_HEAD.test(head.text)) return;
  const name = head.text + last.text;
  tokens.length -= 2;
  tokens.push({
    text: name,
    start: head.start,
    end: last.end,
    readings: [{ kind: "water", water: { ...water, name } }],
  });
}

const WATER_WORDS: [string, Water["kind"]][] = [
  ["水库", "reservoir"],
  ["河网", "river"],
  ["蓄滞洪区", "lake"],
  ["滞洪区", "lake"],
  ["蓄洪区", "lake"],
];

/** The word for a water that begins at `at`: 河, 水库, 河网, 蓄滞洪区. */
function waterWord(text: string, at: number): { word: string; kind: Water["kind"] } | undefined {
  for (const [word, kind] of WATER_WORDS) if (text.startsWith(word, at)) return { word, kind };
  const kind = WATER_END[text.charAt(at)];
  return kind && { word: text.charAt(at), kind };
}

/** 海拉尔河, 漳河水库, 涓水河, 嘉兴河网, 海浪河: a place, a river or another word gives its name to a water no list has. */
export function namedAfter(text: string, at: number, tokens: Token[]): Token | undefined {
  if (!/[江河溪湖水蓄滞]/.test(text.charAt(at))) return undefined;
  const found = waterWord(text, at);
  const last = tokens[tokens.length - 1];
  if (!found || !last || last.end !== at) return undefined;
  const { word: end, kind } = found;
  if (!STATED.test(text.slice(at + end.length, at + end.length + 3)) || !givesName(tokens, end))
    return undefined;
  tokens.pop();
  const length = at - last.start + end.length;
  const name = text.slice(last.start, last.start + length);
  return word(text, last.start, length, [{ kind: "water", water: { name, kind } }]);
}

function givesName(tokens: readonly Token[], end: string): boolean {
  const last = tokens[tokens.length - 1];
  if (!last) return false;
  const place = as(last, "place");
  const area = /[市县区州盟旗]$/.test(last.text) || place?.place.rank === "province";
  // 巢湖支流派河: whatever stands after the word for a tributary is its name.
  if (tokens[tokens.length - 2]?.text === "支流" && /^[\u4e00-\u9fff]{1,2}$/.test(last.text)) return true;
  if (place) return !place.run && (end === "河网" || !area);
  if (is(last, "water"))
    return end === "水库"
      ? as(last, "water")?.water.kind === "river"
      : end === "河" && /[水溪]$/.test(last.text);
  // 海浪河、蚂蚁河: a word of the grammar that opens a name.
  const opens = tokens.length === 1 || is(tokens[tokens.length - 2], "mark", "place", "joint", "time");
  return opens && end.length === 1 && is(last, "other") && last.text.length === 2;
}

const HEADQUARTERS =
  /(?:城市|城区)?(?:防汛|防台风?|防风|抗旱|防旱|防洪|三防)(?:防汛|防台风?|防风|抗旱|防旱|抗震|救灾|防灾|减灾|应急|（应急）){0,5}(?:总指挥部|指挥部)(?:办公室)?|(?:三防|防汛|防汛抗旱|防汛防旱|防汛防台)办(?:公室)?(?!理)/y;

/** 防汛防台抗旱指挥部, 三防办: whatever a place calls its headquarters. */
export function headquarters(text: string, at: number): Token | undefined {
  if (!/[城防抗三]/.test(text.charAt(at))) return undefined;
  HEADQUARTERS.lastIndex = at;
  const found = HEADQUARTERS.exec(text)?.[0];
  return found ? word(text, at, found.length, [{ kind: "headquarters" }]) : undefined;
}
