import { bodyAt, leader } from "./subjects";
import { as, is, type Token } from "./tokens";

/** A mark that ends a clause; 、 and quotes do not. */
export const isClauseMark = (token: Token | undefined) =>
  is(token, "mark") && token?.text !== "、" && !/[“”（）]/.test(token?.text ?? "");
/** The sender before index `to`, as the text writes it; "local" when the nearest one is no body of ours. */
export function sender(tokens: readonly Token[], to: number): string | "local" | null {
  for (let at = to - 1; at >= 0; at--) {
    const i = bodyAt(tokens[at]) ? leader(tokens, at) : at;
    const token = tokens[i];
    // 应急管理部调派北京消防救援总队2000名…: whose they are, not who sends.
    if (is(token, "org") && isObject(tokens, i)) continue;
    if (is(token, "org", "here")) return "local";
    // 省防指: the province's own; another bare headquarters is a city's.
    if (is(token, "headquarters") && is(tokens[i - 1], "etc")) continue;
    if (is(token, "headquarters")) return tokens[i - 1]?.text === "省" ? `省${token?.text}` : "local";
    const body = bodyAt(token);
    const own = as(token, "place_issuer")?.place;
    if (own && own.rank !== "province") return "local";
    if (body) {
      // 派出由水利部等部门组成的工作组: who it is made of, not who sent it.
      if (tokens[i - 1]?.text === "由" || (is(tokens[i - 1], "joint") && madeOf(tokens, i))) continue;
      if (/据$/.test(tokens[i - 1]?.text ?? "") && !is(tokens[i - 1], "issuer")) continue;
      const names = [nameOf(token as Token, body.name)];
      let k = i;
      while (is(tokens[k - 1], "joint") && bodyAt(tokens[k - 2])) {
        k -= 2;
        names.unshift(nameOf(tokens[k] as Token, bodyAt(tokens[k])?.name ?? ""));
      }
      return names.join("、");
    }
    // 山东派出…, 当地组织…: a place that sends is local.
    if (is(token, "place") && isSubject(tokens, i)) return "local";
  }
  return null;
}

function isObject(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && !isClauseMark(tokens[i]); i--) if (is(tokens[i], "send")) return true;
  return false;
}

function madeOf(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (is(tokens[i - 1], "joint") && bodyAt(tokens[i - 2])) i -= 2;
  return tokens[i - 1]?.text === "由";
}

const nameOf = (token: Token, name: string) => (token.text === "国家防汛抗旱总指挥部" ? name : token.text);
const isSubject = (tokens: readonly Token[], i: number) =>
  (i === 0 || isClauseMark(tokens[i - 1]) || is(tokens[i - 1], "time")) &&
  is(tokens[i + 1], "send", "adverb", "object", "time", "same", "joint");
