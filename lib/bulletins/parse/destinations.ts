import { isClauseMark } from "./senders";
import { codesIn } from "./sentences";
import type { Clean } from "./text";
import { is, type Token } from "./tokens";

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
    if (is(tokens[i], "go") || /^[至于]$/.test(tokens[i]?.text ?? "")) break;
    if (is(tokens[i], "stand") || (is(tokens[i], "toward") && tokens[i]?.text === "对")) break;
    if (isClauseMark(tokens[i])) {
      marks++;
      const next =
        is(tokens[i + 1], "adverb", "time") || /^(连|夜)$/.test(tokens[i + 1]?.text ?? "") ? i + 2 : i + 1;
      if (!is(tokens[next], "go")) return null;
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
  if (text.length > 40) return null;
  return { text, codes: codesIn(tokens.slice(begin, i)), end: i };
}

/** 现场 is a place to go to (赶赴现场指导) unless something went before it. */
function ends(tokens: readonly Token[], i: number, begin: number): boolean {
  const token = tokens[i];
  // 河南4个地市: a number after the place counts what is there.
  if (is(token, "many", "count") && i > begin && is(tokens[i - 1], "place")) return true;
  // 防汛一线, 抢险一线 are places to go to.
  if (i === begin && /^(一|前)$/.test(tokens[i + 1]?.text ?? "")) return false;
  if (is(token, "work") && !is(token, "place")) return true;
  if (i > begin && /^(继续|正在|现场|协同|共同|全面|分片|对口)$/.test(token?.text ?? "")) return true;
  // 赴河南支援当地排涝: the second verb of going says what for.
  if (is(token, "go") && i > begin && !is(tokens[i - 1], "joint")) return true;
  if (is(token, "hazard", "other") && i > begin && !is(token, "place")) return token?.text !== "台风";
  return i > begin && /^(协|指|参|支|同|驻|持|全|紧|随|进|抢|救|慰)$/.test(token?.text ?? "");
}

/** The verb that sends, in the clause before the team. */
export function sendsBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && !isClauseMark(tokens[i]); i--)
    if (is(tokens[i], "send") && !(is(tokens[i], "go") && i === at)) return i;
  return undefined;
}

/** 在台风影响区域，预置95支队伍: the place stands before the verb. */
export function placedBefore(tokens: readonly Token[], at: number, clean: Clean): Destination | null {
  const verb = sendsBefore(tokens, at);
  if (verb === undefined) return null;
  let end = verb;
  while (end > 0 && isClauseMark(tokens[end - 1])) end--;
  for (let i = end - 1; i >= 0 && !isClauseMark(tokens[i]); i--) {
    if (!(is(tokens[i], "stand") || tokens[i]?.text === "向") || tokens[i]?.text === "正在") continue;
    if (/基础|前期/.test(clean.text.slice(tokens[i]?.start ?? 0, tokens[end - 1]?.end ?? 0))) return null;
    const text = clean.text.slice(tokens[i]?.end ?? 0, tokens[end - 1]?.end ?? 0);
    return text && text.length < 30 ? { text, codes: codesIn(tokens.slice(i + 1, end)), end: at + 1 } : null;
  }
  return null;
}
