import { bareHeadquarters } from "./bare";
import type { Memory, PlaceName } from "./memory";
import { numberOf } from "./numbers";
import { type Body, bodyAt, FAR, leader, WATER_BODY } from "./orderers";
import { placesBefore } from "./sentences";
import { deciding, overtaken, teller, wholePlace } from "./stand-ins";
import { as, is, type Token } from "./tokens";

export interface Subject {
  issuers: string[];
  /** The issuer's own region, for an order that names none. */
  regions: (PlaceName | null)[];
  /** Each issuer orders for its own place (延边州、吉林市). */
  perIssuer: boolean;
  /** 分别: the first body gives the first order, the second the second. */
  respectively?: boolean;
}

const NOBODY: Subject = { issuers: [], regions: [], perIssuer: false };
const NOT_BEFORE = ["toward", "go", "from", "to", "stand"] as const;

/** What may stand between a subject that is a place and its verb: 湖北 将, 河南 已 将, 四川省 启动. */
const LEADS_ON = ["object", "act", "adverb", "same", "time", "toward", "from"] as const;

/**
 * Who acts: the nearest body before `to`; else a place in the place of a subject; else the one of the sentence
 * before when this one goes on (同时, 并). "blocked" when the nearest body gives no flood orders.
 */
export function whoActs(
  tokens: readonly Token[],
  to: number,
  memory: Memory,
  bareRegion: boolean,
): Subject | "blocked" {
  if (strangerActs(tokens, to)) return "blocked";
  const own = ownClause(tokens, to);
  for (let i = to - 1; i >= Math.max(0, to - FAR); i--) {
    const token = tokens[i];
    // A clause that begins with a place is that place's: nobody named before it acts there.
    if (i < own.start && own.placed) return "blocked";
    if (is(token, "org")) return "blocked";
    const body = bodyAt(token);
    if (body) {
      // 根据国家防办会商研判 names a reason, not the one who acts.
      if (/根据|按照|依据|据/.test(textBefore(tokens, i)) || isRecipient(tokens, i)) continue;
      // 海河水利委员会（下称“海委”）: the short name explains.
      if (textBefore(tokens, i).endsWith("称“")) continue;
      const first = leader(tokens, i);
      return together(tokens, first, bodyAt(tokens[first]) ?? body);
    }
    if (is(token, "headquarters")) return bareHeadquarters(tokens, i, placeBeforeIndex(tokens, i), memory);
    if (bareRegion) continue;
    if (is(token, "here")) {
      const [near, ...more] = memory.lists.at(-1) ?? [];
      const place = placeBeforeIndex(tokens, i) ?? (more.length ? undefined : near) ?? memory.places[0];
      return place ? { issuers: [place.name], regions: [place], perIssuer: false } : NOBODY;
    }
    let next = i + 1;
    while (next < to && is(tokens[next], "etc", "many", "seat")) next++;
    // 桂林市转移群众5000人，并启动…: who opened the sentence goes on.
    const goesOnToAct =
      tokens[own.start]?.text === "并" &&
      i < own.start &&
      startsClause(tokens, i) &&
      !is(tokens[i - 1], "joint");
    if (
      is(token, "place") &&
      (next === to ||
        goesOnToAct ||
        overtaken(tokens, next, to) ||
        /^[：则却只仅]$/.test(tokens[next]?.text ?? "") ||
        is(tokens[next], ...LEADS_ON))
    ) {
      const list = placesBefore(tokens, seatBefore(tokens, next));
      // 安徽6市启动…: who they are nobody says.
      if (list && isCount(tokens, next, list.names.length)) return "blocked";
      if (!list || is(tokens[list.from - 1], ...NOT_BEFORE) || tokens[list.from - 1]?.text === "受") continue;
      if (list.from > 0 && !startsClause(tokens, list.from)) {
        // 第三师图木舒克市启动…: the division before its town says nothing more.
        if (!/^[师团]$/.test(tokens[list.from - 1]?.text ?? "")) {
          // 松辽委和黑龙江、吉林提升…: a body and places, each for its own.
          const joined = is(tokens[list.from - 1], "joint") ? bodyAt(tokens[list.from - 2]) : undefined;
          if (joined?.flood) return withPlaces(joined, list.names);
          // Somebody of that place acts whom we do not know; a body of another clause does not.
          if (bodyInClause(tokens, list.from)) continue;
          return "blocked";
        }
      }
      const decided =
        list.names.length === 1 ? deciding(tokens, list.from, list.names[0]?.adcode) : undefined;
      if (decided) return decided;
      return byPlaces(
        list.names,
        tokens.slice(next, next + 3).some((one) => one.text === "分别"),
      );
    }
  }
  if (bareRegion) return NOBODY;
  const whole = wholePlace(tokens, own.start, to, memory);
  if (whole) return { issuers: [whole.name], regions: [whole], perIssuer: false };
  const first = tokens.find((token) => !is(token, "time", "mark", "adverb"));
  // 除对安徽维持…外，国家防总还…: who acts is named after.
  const after = /^[除在]$/.test(first?.text ?? "")
    ? tokens
        .slice(to)
        .map(bodyAt)
        .find((one) => one?.flood)
    : undefined;
  if (after) return { issuers: [after.name], regions: after.region ? [after.region] : [], perIssuer: false };
  const goesOn = is(first, "same", "act", "object", "toward", "send", "self");
  if (goesOn && memory.issuers.length) return { issuers: memory.issuers, regions: [], perIssuer: false };
  const told = teller(tokens, to);
  if (told) return { issuers: [told.name], regions: told.region ? [told.region] : [], perIssuer: false };
  return signs(tokens, to, memory) ?? NOBODY;
}

const DECIDES = /^(?:决定|研究决定|现决定)$/;

/** 经会商研判，决定启动…, and nobody named: who signs the paper. */
function signs(tokens: readonly Token[], to: number, { signer }: Memory): Subject | undefined {
  const decides = tokens.slice(Math.max(0, to - DECIDED), to).some((token) => DECIDES.test(token.text));
  return signer && decides ? { issuers: [signer.body], regions: [signer], perIssuer: false } : undefined;
}

/** How far before its act a decision is told, in words. */
const DECIDED = 24;

const COUNT = /^(\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:省|市|县|区|州|地)/;

/** 6市 right before `next`, of so many names another number, and no 等 that says which are named. */
function isCount(tokens: readonly Token[], next: number, names: number): boolean {
  const found = COUNT.exec(tokens[next - 1]?.text ?? "")?.[1];
  const count = found ? numberOf(found) : null;
  return count !== null && count > names && !is(tokens[next - 2], "etc");
}

const BODY_END = /^[局委厅办部司团队门会场处院校区县市镇乡州盟旗]$/;
/** An unknown word that opens a clause in one of these is no subject: 按预案启动, 为应对…. */
const NO_SUBJECT = /^[按据经为因受遵依由从以随应及即再又也仍还且其在对向于视因遇]|^(?:提前|转而|转为|改为)/;

/**
 * Whether the act's own clause has a subject that is no body we know (多地, 某某管理局, a town): then none that
 * stands before it acts.
 */
function strangerActs(tokens: readonly Token[], to: number): boolean {
  let start = to;
  while (start > 0 && !/^[，；。：]$/.test(tokens[start - 1]?.text ?? "")) start--;
  for (let i = to - 1; i >= start; i--) {
    const token = tokens[i];
    if (bodyAt(token) || is(token, "here", "toward", "headquarters", "self")) return false;
    if (is(token, "place")) break;
    // 将我市防汛应急响应…: the body's own place.
    const unknown =
      token?.readings.length === 0 &&
      BODY_END.test(token.text) &&
      !/^[我本]$/.test(tokens[i - 1]?.text ?? "");
    const counted = is(token, "many") && !is(tokens[i - 1], "place", "etc", "water") && !is(token, "back");
    if ((unknown || counted || is(token, "unnamed")) && (i + 1 === to || is(tokens[i + 1], ...LEADS_ON)))
      return true;
  }
  while (start < to && is(tokens[start], "time", "adverb", "same", "mark")) start++;
  let end = start;
  const inName = (token: Token | undefined) =>
    token !== undefined &&
    !is(token, ...LEADS_ON, "mark") &&
    (token.readings.length === 0 || is(token, "other", "team", "place", "water"));
  if (tokens[start]?.readings.length === 0) while (end < to && inName(tokens[end])) end++;
  const name = tokens
    .slice(start, end)
    .map((token) => token.text)
    .join("");
  const leads = end === to || is(tokens[end], "object", "act", "adverb", "time");
  // 国网湖南电力启动…: a firm; 而湖南启动: the place itself.
  return (
    leads &&
    !is(tokens[end - 1], "place", "water") &&
    /^[\u4e00-\u9fff]{2,12}$/.test(name) &&
    !NO_SUBJECT.test(name)
  );
}

/** Where the act's clause begins, and whether its first word is a place. */
function ownClause(tokens: readonly Token[], to: number): { start: number; placed: boolean } {
  let start = to;
  while (start > 0 && !/^[，；。：]$/.test(tokens[start - 1]?.text ?? "")) start--;
  let first = start;
  while (first < to && is(tokens[first], "time", "adverb", "same", "mark")) first++;
  return { start, placed: first < to && is(tokens[first], "place") };
}

/** 湖南省委、省政府: the place goes before its seats. */
function seatBefore(tokens: readonly Token[], next: number): number {
  let i = next;
  while (is(tokens[i - 1], "seat")) i--;
  return i;
}

const bodyInClause = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at - 1; i >= 0 && !/^[，；。：]$/.test(tokens[i]?.text ?? ""); i--)
    if (bodyAt(tokens[i])) return true;
  return false;
};

/** 向湖北、湖南防指下发通知，启动…: who is told does not act. */
function isRecipient(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (is(tokens[i - 1], "joint", "place", "place_issuer")) i--;
  return /^[向给]$|^(督促|指导)$/.test(tokens[i - 1]?.text ?? "");
}

function textBefore(tokens: readonly Token[], i: number): string {
  return tokens
    .slice(Math.max(0, i - 2), i)
    .map((token) => token.text)
    .join("");
}

const startsClause = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  return (
    before === undefined ||
    is(before, "mark", "time", "adverb", "same", "unreal") ||
    /^(有|其中|但|而|只有|仅)$/.test(before.text)
  );
};

function placeBeforeIndex(
  tokens: readonly Token[],
  to: number,
): { name: string; adcode: string | null } | undefined {
  for (let i = to - 1; i >= 0; i--) {
    const place = as(tokens[i], "place")?.place;
    if (place) return { name: place.name, adcode: place.adcode };
  }
  return undefined;
}

/** 国家防总、应急管理部 is one order of the first; 水利部、长江水利委员会均 would be two bodies with orders of their own. */
function together(tokens: readonly Token[], last: number, body: Body): Subject | "blocked" {
  const bodies = [body];
  let i = last;
  while (is(tokens[i - 1], "joint") && bodyAt(tokens[i - 2])) {
    i -= 2;
    const before = bodyAt(tokens[i]);
    if (before) bodies.unshift(before);
  }
  const able = bodies.filter((one) => one.flood);
  const [first] = able;
  if (!first || !bodies[0]?.flood) return "blocked";
  const each = tokens
    .slice(last + 1, last + 6)
    .some((token) => /^(均|分别|都|同步|双双|各自|相继)$/.test(token.text));
  // 水利部、松辽委和黑龙江省水利厅维持…: those after the first have places of their own.
  const ministry = able.every((one, k) => WATER_BODY.test(one.name) && (one.region || k === 0));
  const acting = each || ministry || able.every((one) => one.region) ? able : [first];
  return {
    issuers: acting.map((one) => one.name),
    regions: acting.some((one) => one.region) ? acting.map((one) => one.region) : [],
    perIssuer: acting.length > 1,
    respectively:
      acting.length > 1 && tokens.slice(last + 1, last + 6).some((token) => token.text === "分别"),
  };
}

function withPlaces(body: Body, names: { name: string; adcode: string | null; token: Token }[]): Subject {
  const places = byPlaces(names, false);
  return {
    issuers: [body.name, ...places.issuers],
    regions: [body.region, ...places.regions],
    perIssuer: true,
  };
}

function byPlaces(
  names: { name: string; adcode: string | null; token: Token }[],
  respectively: boolean,
): Subject {
  return {
    issuers: names.map((one) => one.token.text),
    regions: names.map(({ name, adcode }) => ({ name, adcode })),
    perIssuer: names.length > 1,
    respectively: respectively && names.length > 1,
  };
}
