import { bodyAt } from "./orderers";
import { isClauseMark, sendsBefore } from "./senders";
import { codesIn } from "./sentences";
import type { Clean } from "./text";
import { is, type Token, textOf } from "./tokens";

export interface Destination {
  text: string;
  codes: string[];
  /** Index after its last word. */
  end: number;
}

/** Where the team goes: the words after 赴, 前往, 在 … up to what it does there. */
export function destination(tokens: readonly Token[], from: number, clean: Clean): Destination | null {
  let i = from;
  let marks = 0;
  // 携带专业设备增援河南; 派出2个工作组，赴…: the way there may come after a word or a comma.
  for (; i < tokens.length && marks <= 1; i++) {
    if (is(tokens[i], "go")) break;
    if (/^[至于]$/.test(tokens[i]?.text ?? "") && !is(tokens[i + 1], "time")) break;
    if (is(tokens[i], "stand") || (is(tokens[i], "toward") && tokens[i]?.text === "对")) break;
    if (isClauseMark(tokens[i])) {
      // ，携200台套装备，赶赴…: what they take along lies between.
      if (/^(携|携带)$/.test(tokens[i + 1]?.text ?? "")) {
        i += 1;
        while (i + 1 < tokens.length && !isClauseMark(tokens[i + 1]) && !is(tokens[i + 1], "go")) i++;
        continue;
      }
      // ，由总工程师带队，分赴…: who leads them lies between.
      const led = ledClause(tokens, i + 1);
      if (led) {
        i = led - 1;
        continue;
      }
      marks++;
      let next = i + 1;
      while (
        is(tokens[next], "adverb", "time", "same") ||
        /^(连|夜|跨|省|区|域|集结)$/.test(tokens[next]?.text ?? "")
      )
        next++;
      // 派出六个工作组，一线指导; ，在防汛一线协助: the front needs no verb of going.
      const front = frontAt(tokens, tokens[next]?.text === "在" ? next + 1 : next);
      if (front) return front;
      // ，正在福建、浙江协助: where they are.
      const stays = is(tokens[next], "stand") && is(tokens[next + 1], "place");
      if (!stays && !is(tokens[next], "go")) return null;
    }
    if (is(tokens[i], "team") && tokens[i - 1]?.text === "的") continue;
    if (is(tokens[i], "team", "send", "response") && !is(tokens[i], "go")) return null;
  }
  if (i >= tokens.length || marks > 1) return null;
  while (is(tokens[i], "go", "stand") || /^[对至于]$/.test(tokens[i]?.text ?? "")) i++;
  const begin = i;
  while (i < tokens.length && !isClauseMark(tokens[i]) && !ends(tokens, i, begin)) i++;
  if (i === begin) return null;
  const text = clean.text.slice(tokens[begin]?.start ?? 0, tokens[i - 1]?.end ?? 0);
  // 做好增援准备, 进入应急状态: nobody has gone yet.
  if (text.length > 40 || /(?:状态|阶段|岗位)$/.test(text) || /^(?:准备|任务|工作|力量|队伍|人员)/.test(text))
    return null;
  return { text, codes: codesIn(tokens.slice(begin, i)), end: i };
}

/** Where the clause ends that only says who leads them. */
function ledClause(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[tokens[from]?.text === "分别" ? from + 1 : from]?.text !== "由") return undefined;
  let end = from;
  while (end < tokens.length && !isClauseMark(tokens[end])) end++;
  return tokens[end - 1]?.text === "队" && /^[带率]$/.test(tokens[end - 2]?.text ?? "") ? end : undefined;
}

/** 一线, 防汛一线, 抗洪抢险前线: the front that begins at `at`. */
function frontAt(tokens: readonly Token[], at: number): Destination | null {
  let end = at;
  while (end < at + 3 && /^(?:防汛|抗洪|抢险|防台风|防御|救灾)$/.test(tokens[end]?.text ?? "")) end++;
  if (/^[一前]$/.test(tokens[end]?.text ?? "") && tokens[end + 1]?.text === "线") end += 2;
  else if (/^[一前]线$/.test(tokens[end]?.text ?? "")) end++;
  else return null;
  return { text: textOf(tokens, at, end), codes: [], end };
}

const isPosted = (tokens: readonly Token[], at: number): boolean =>
  POSTED.test(tokens[at]?.text ?? "") || (tokens[at]?.text === "往" && tokens[at - 1]?.text === "派");
/** 国家防总在河北的工作组. */
const isThere = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "在" && bodyAt(tokens[at - 1]) !== undefined;
const POSTED = /^(派驻|派往|驻|派赴)$/;

/** 昨天增援安徽的1500名消防指战员: where those at `at` came to, told before them. */
export function cameTo(
  tokens: readonly Token[],
  at: number,
  clean: Clean,
): (Destination & { from: number }) | null {
  let end = at - 1;
  while (end > 0 && is(tokens[end], "count")) end--;
  if (tokens[end]?.text !== "的") return null;
  let from = end;
  while (
    from > 0 &&
    end - from < 12 &&
    !isClauseMark(tokens[from - 1]) &&
    !is(tokens[from - 1], "go") &&
    !isPosted(tokens, from - 1) &&
    !isThere(tokens, from - 1)
  )
    from--;
  // 预置在江西九江的5支队伍.
  if (/^[在于]$/.test(tokens[from]?.text ?? "") && is(tokens[from - 1], "go")) from++;
  const verb = /^[在于]$/.test(tokens[from - 1]?.text ?? "") ? from - 2 : from - 1;
  const places = tokens.slice(from, end);
  // 增援安徽的队伍 without a number may be anybody's; 国家防总派驻安徽的工作组 is not.
  const there = isThere(tokens, from - 1);
  if (end === at - 1 && !there && !isPosted(tokens, from - 1)) return null;
  if (
    !(there || is(tokens[verb], "go") || isPosted(tokens, from - 1)) ||
    !places.length ||
    !places.every((token) => is(token, "place", "joint", "etc") || token.readings.length === 0)
  )
    return null;
  const text = clean.text.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  return { text, codes: codesIn(places), end: at + 1, from: from - 1 };
}

/** 国家防总江西、安徽等地工作组, 水利部派驻湖南工作组: the places between a body and its team. */
export function postedTo(
  tokens: readonly Token[],
  at: number,
  clean: Clean,
): (Destination & { from: number }) | null {
  let from = at;
  while (is(tokens[from - 1], "place", "joint", "etc", "many")) from--;
  const places = tokens.slice(from, at);
  let sender = from - 1;
  if (is(tokens[sender], "go") || POSTED.test(tokens[sender]?.text ?? "")) sender--;
  if (!bodyAt(tokens[sender]) || !is(places[0], "place")) return null;
  // 工作组要加强检查: what those who are there shall do.
  if (/^(?:要|需|应)$/.test(tokens[at + 1]?.text ?? "")) return null;
  const text = clean.text.slice(tokens[from]?.start ?? 0, tokens[at - 1]?.end ?? 0);
  return { text, codes: codesIn(places), end: at + 1, from: sender + 1 };
}

/** 调派专业力量协助当地: helped there, with no word for the way. */
export function helpedThere(tokens: readonly Token[], at: number): Destination | null {
  for (let i = at + 1; i < at + 8 && tokens[i] && !isClauseMark(tokens[i]); i++)
    if (is(tokens[i], "here") && /^(协助|帮助|支援|支持|协同)$/.test(tokens[i - 1]?.text ?? ""))
      return { text: tokens[i]?.text ?? "", codes: [], end: i + 1 };
  return null;
}

/** 现场 is a place to go to (赶赴现场指导) unless something went before it. */
function ends(tokens: readonly Token[], i: number, begin: number): boolean {
  const token = tokens[i];
  // 河南4个地市: a number after the place counts what is there.
  // 安徽、浙江两省: the sum of those that are named.
  const sum = tokens.slice(begin, i).some((one) => is(one, "joint")) && SUM.test(token?.text ?? "");
  if (is(token, "many", "count") && i > begin && is(tokens[i - 1], "place")) return !sum;
  // 四川达州、1个专家组赴…: the next team.
  if (is(token, "joint") && is(tokens[i + 1], "count") && is(tokens[i + 2], "team")) return true;
  // 防汛一线, 抗洪抢险一线 are places to go to.
  if (frontAt(tokens, i)) return false;
  // 受台风影响严重的福建: why those places, up to 的.
  if (tokens[begin]?.text === "受" && tokens.slice(i, begin + 10).some((one) => one.text === "的"))
    return false;
  if (is(token, "meeting")) return true;
  if (is(token, "work") && !is(token, "place")) return true;
  // 赶赴山体滑坡现场指导: the site of something; 赴江西现场指导 is no place more.
  if (
    i > begin &&
    token?.text === "现场" &&
    /^[坡口险情故难溃裂灾害]$|灾害$|事故$|险情$|塌方$/.test(tokens[i - 1]?.text ?? "")
  )
    return false;
  if (i > begin && /^(继续|正在|现场|协同|共同|全面|对口)$/.test(token?.text ?? "")) return true;
  // 赴汉江中下游分片指导: each its part.
  if (i > begin && token?.text === "分" && tokens[i + 1]?.text === "片") return true;
  // 赴河南支援当地排涝: the second verb of going says what for.
  if (is(token, "go") && i > begin && !is(tokens[i - 1], "joint")) return true;
  // 株洲等强降雨区域.
  if (is(token, "cause", "rain") && /^(区|地|影)$/.test(tokens[i + 1]?.text ?? "")) return false;
  if (is(token, "cause", "rain") && i > begin && !is(token, "place")) return true;
  if (is(token, "hazard", "other") && i > begin && !is(token, "place")) return token?.text !== "台风";
  return i > begin && /^(协|指|参|支|作|排|搜|同|驻|持|全|紧|随|进|抢|救|慰)$/.test(token?.text ?? "");
}

const SUM = /^[两二三四五六七八九十\d]{1,2}(?:省|市|省市|省区|省份|省区市)$/;

/** 在台风影响区域，预置95支队伍: the place stands before the verb. */
export function placedBefore(tokens: readonly Token[], at: number, clean: Clean): Destination | null {
  const verb = sendsBefore(tokens, at);
  if (verb === undefined) return null;
  let end = verb;
  while (end > 0 && (isClauseMark(tokens[end - 1]) || is(tokens[end - 1], "adverb"))) end--;
  for (let i = end - 1; i >= 0 && !isClauseMark(tokens[i]); i--) {
    if (!(is(tokens[i], "stand") || /^[向对]$/.test(tokens[i]?.text ?? "")) || tokens[i]?.text === "正在")
      continue;
    // 加强对受灾地区的指导和支持，组织…: what is done, and no place.
    if (
      /基础|前期|(?:指导|支持|工作|会商|部署)$/.test(
        clean.text.slice(tokens[i]?.start ?? 0, tokens[end - 1]?.end ?? 0),
      )
    )
      return null;
    const text = clean.text.slice(tokens[i]?.end ?? 0, tokens[end - 1]?.end ?? 0);
    return text && text.length < 30 ? { text, codes: codesIn(tokens.slice(i + 1, end)), end: at + 1 } : null;
  }
  return null;
}

/** 前置福建300名指战员: between the verb and the team. 调派福建300名 tells whence, and is none. */
export function aimedAt(
  tokens: readonly Token[],
  verb: number | undefined,
  at: number,
  clean: Clean,
): Destination | null {
  if (verb === undefined || !/^(?:前置|预置)$/.test(tokens[verb]?.text ?? "")) return null;
  let end = verb + 1;
  while (end < at && is(tokens[end], "place", "joint", "etc")) end++;
  if (end === verb + 1 || !is(tokens[end], "count", "team")) return null;
  const text = clean.text.slice(tokens[verb + 1]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  return { text, codes: codesIn(tokens.slice(verb + 1, end)), end: at + 1 };
}
