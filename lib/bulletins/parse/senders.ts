import { bodyAt, leader } from "./orderers";
import { as, is, type Token, textOf } from "./tokens";

/** A mark that ends a clause; 、 and quotes do not. */
export const isClauseMark = (token: Token | undefined) =>
  is(token, "mark") && token?.text !== "、" && !/[“”（）]/.test(token?.text ?? "");

/** The verb that sends, in the clause before the team. */
export function sendsBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && !isClauseMark(tokens[i]); i--) {
    // 水利部副部长率工作组赴…: the one who leads them.
    if (at - i <= 6 && (/^(率|率领|带领)$/.test(tokens[i]?.text ?? "") || leads(tokens, i))) return i;
    if (is(tokens[i], "send") && !(is(tokens[i], "go") && i === at))
      // 资金支持派出工作组: another's sending.
      return /^(支持|指导|协助|督促)$/.test(tokens[i - 1]?.text ?? "") ? undefined : i;
  }
  return undefined;
}

/** 带领: by the one who leads them there. */
const leads = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === "领" && /^[率带]$/.test(tokens[i - 1]?.text ?? "");

export interface Sender {
  /** As the text writes it; "local" when the nearest one is no body of ours; null when nobody is named. */
  name: string | "local" | null;
  /** A province itself, 江苏, and no body of it. */
  province: boolean;
  /** 共派出, 累计派出: all that a province has sent. */
  sum?: boolean;
}

const NOBODY: Sender = { name: null, province: false };
const LOCAL: Sender = { name: "local", province: false };
const body = (name: string): Sender => ({ name, province: false });

/** The sender before index `to`. */
export function sender(tokens: readonly Token[], to: number): Sender {
  // 由国家防总、水利部组成的联合工作组: when nobody else sent it, those it is made of.
  let members = NOBODY;
  for (let at = to - 1; at >= 0; at--) {
    const i = bodyAt(tokens[at]) ? leader(tokens, at) : at;
    const token = tokens[i];
    const office = provincialOffice(tokens, i);
    if (office) return body(office);
    if (isAddressed(tokens, i)) continue;
    // 调派山东省消防救援总队增援河北，同时派出…: who is sent sends nobody.
    if (is(token, "org") && (sendsBefore(tokens, i) !== undefined || coordinated(tokens, i))) continue;
    // 仍在当地，今天又加派…: where others are.
    if (is(token, "here") && is(tokens[i - 1], "stand", "go", "work")) continue;
    if (is(token, "org", "here") || isDepartment(tokens, i)) return LOCAL;
    // 省防指: the province's own; another bare headquarters is a city's.
    if (is(token, "headquarters") && is(tokens[i - 1], "etc")) continue;
    if (is(token, "headquarters")) return tokens[i - 1]?.text === "省" ? body(`省${token?.text}`) : LOCAL;
    const found = bodyAt(token);
    const own = as(token, "place_issuer")?.place;
    if (own && own.rank !== "province") return LOCAL;
    if (found) {
      // 派出由水利部等部门组成的工作组: who it is made of, not who sent it.
      if (madeOf(tokens, i)) {
        members = body(together(tokens, i));
        continue;
      }
      // 湖北省水利厅、应急厅、长江委组成的工作组: all of them.
      if (tokens[i + 1]?.text === "组成") return body(membersOf(tokens, i));
      if (/据$/.test(tokens[i - 1]?.text ?? "") && !is(tokens[i - 1], "issuer")) continue;
      return body(together(tokens, i));
    }
    // 江苏派出…: the province itself; 山东济南派出…: a city, which is local.
    const places = placesThatSend(tokens, i, to);
    if (places) return places;
  }
  return members;
}

/** 向湖南省水利厅和长江委发出通知, 从水利部抽调: they are written to or drawn from. */
function isAddressed(tokens: readonly Token[], at: number): boolean {
  if (!is(tokens[at], "org", "here", "headquarters") && !bodyAt(tokens[at])) return false;
  let opens = false;
  for (let i = at - 1; i >= 0 && !opens && !isClauseMark(tokens[i]) && !is(tokens[i], "send"); i--)
    opens = /^[向给从]$/.test(tokens[i]?.text ?? "");
  for (let i = at + 1; opens && i < tokens.length && !isClauseMark(tokens[i]); i++)
    if (/^(?:通知|通报|抽调|选调|发|印|函)$/.test(tokens[i]?.text ?? "")) return true;
  return false;
}

/** 黑龙江省农业部门: an office of a place that the text does not name. */
function isDepartment(tokens: readonly Token[], at: number): boolean {
  if (!/部门$/.test(textOf(tokens, Math.max(0, at - 1), at + 1))) return false;
  for (let i = at; i > at - 7 && i >= 0; i--) {
    if (is(tokens[i], "place")) return true;
    if (is(tokens[i], "issuer", "place_issuer", "etc", "joint", "mark")) return false;
  }
  return false;
}

/** 协调解放军、武警投入抢险，调动…: they are called on. */
const coordinated = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at - 1; i > 0 && !isClauseMark(tokens[i]); i--) if (tokens[i]?.text === "协调") return true;
  return false;
};

/** 国家防总、应急管理部: all that act together, as the text writes them. */
function together(tokens: readonly Token[], at: number): string {
  const names = [nameOf(tokens[at])];
  let k = at;
  while (is(tokens[k - 1], "joint") && bodyAt(tokens[k - 2])) {
    k -= 2;
    names.unshift(nameOf(tokens[k]));
  }
  return names.join("、");
}

/** How far into a sentence its subject begins, in words. */
const OPENING = 8;

/** 国家防总副总指挥主持会商: the body a sentence begins with; null when it begins with another, undefined when with none. */
export function opener(tokens: readonly Token[]): string | null | undefined {
  for (let i = 0; i < Math.min(OPENING, tokens.length); i++) {
    if (/[据向从]$/.test(tokens[i]?.text ?? "")) return undefined;
    if (is(tokens[i], "org", "here", "place", "unnamed", "headquarters")) return null;
    if (!bodyAt(tokens[i])) continue;
    let last = i;
    while (is(tokens[last + 1], "joint") && bodyAt(tokens[last + 2])) last += 2;
    return together(tokens, last);
  }
  return undefined;
}

/** 同时派出2个工作组: a sentence that begins with its verb. */
export const beginsWith = (tokens: readonly Token[], verb: number): boolean =>
  tokens.slice(0, verb).every((token) => is(token, "same", "adverb", "time", "mark"));

/** 湖北省水利厅、应急厅、长江委: the members whose list ends at `at`, offices without their province too. */
function membersOf(tokens: readonly Token[], at: number): string {
  let k = at;
  while (
    k > 0 &&
    (bodyAt(tokens[k - 1]) || is(tokens[k - 1], "joint", "rank") || tokens[k - 1]?.text === "厅")
  )
    k--;
  while (!bodyAt(tokens[k])) k++;
  const names: string[] = [""];
  for (const token of tokens.slice(k, at + 1))
    if (is(token, "joint")) names.push("");
    else names.push(`${names.pop() ?? ""}${nameOf(token)}`);
  return names.join("、");
}

const nameOf = (token: Token | undefined) =>
  token?.text === "国家防汛抗旱总指挥部" ? (bodyAt(token)?.name ?? "") : (token?.text ?? "");

/** 湖南省应急管理厅: an office of a province's government. */
function provincialOffice(tokens: readonly Token[], at: number): string | undefined {
  const office = tokens[at];
  const place = tokens[at - 1];
  const own = as(place, "place")?.place;
  return office && place && own?.rank === "province" && office.text === "应急管理厅"
    ? place.text + office.text
    : undefined;
}

/** 由水利部等部门组成的, but not 由应急管理部调派的. */
function madeOf(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (is(tokens[i - 1], "joint") && bodyAt(tokens[i - 2])) i -= 2;
  if (tokens[i - 1]?.text !== "由") return false;
  for (let k = at + 1; k < tokens.length && !isClauseMark(tokens[k]); k++) {
    // 由应急管理部调派的, 由国家防总秘书长带队的: who acts.
    if (is(tokens[k], "send") || (tokens[k]?.text === "带" && tokens[k + 1]?.text === "队")) return false;
    if (is(tokens[k], "team")) break;
  }
  return true;
}

function placesThatSend(tokens: readonly Token[], at: number, to: number): Sender | undefined {
  if (!is(tokens[at], "place")) return undefined;
  let begin = at;
  while (is(tokens[begin - 1], "joint") && is(tokens[begin - 2], "place")) begin -= 2;
  let end = at + 1;
  while (is(tokens[end], "etc", "many", "seat")) end++;
  const opens = begin === 0 || isClauseMark(tokens[begin - 1]) || is(tokens[begin - 1], "time");
  const acts =
    is(tokens[end], "send", "adverb", "object", "time", "same", "joint", "toward") ||
    /^[向另共累]$/.test(tokens[end]?.text ?? "");
  if (!opens || !acts) return undefined;
  const list = tokens.slice(begin, end);
  const provincial = list.every(
    (token) => !is(token, "place") || as(token, "place")?.place.rank === "province",
  );
  // 累计派出: the sum of a season.
  const between = tokens.slice(end, to).map((token) => token.text);
  const all = /累计|共/.test(between.join(""));
  if (!provincial || between.includes("先后") || as(tokens[at], "place")?.run) return LOCAL;
  return { name: list.map((token) => token.text).join(""), province: true, sum: all };
}
