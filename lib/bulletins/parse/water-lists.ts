import { is, type Token } from "./tokens";

/** A list that begins its clause, perhaps after the greater river of its first: 渭河支流石堤河. */
export const opensWith = (tokens: readonly Token[], at: number): boolean =>
  at === 0 ||
  is(tokens[at - 1], "mark", "time", "adverb", "place") ||
  tokens[at - 1]?.text === "有" ||
  (tokens[at - 1]?.text === "支流" && is(tokens[at - 2], "water"));

/** 王家坝至润河集江段、正阳关江段，洪泽湖超警: of those before the comma nothing else is told. */
export const told = (tokens: readonly Token[], after: number) =>
  is(tokens[after], "status", "stage", "trend") ||
  (is(tokens[after], "adverb", "stand") && is(tokens[after + 1], "status", "stage", "trend"));

/** 嫩江江桥段，松花江肇源段，黑龙江黑河段等: of those before the commas nothing else is told. */
export function listGoesOn(tokens: readonly Token[], after: number): boolean {
  if (tokens[after]?.text !== "，") return is(tokens[after], "etc", "joint");
  let i = after + 1;
  while (is(tokens[i], "place") && !is(tokens[i], "water")) i++;
  return is(tokens[i], "water");
}

/** 星子站、湖口站，长江九江站水位均…: one state for those on both sides of the comma. */
export function sharesState(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 14; i++) {
    const token = tokens[i];
    if (/^(?:[均都]$|维持|全线|仍|继续)/.test(token?.text ?? "")) return true;
    if (
      !token ||
      is(token, "stage", "status", "trend") ||
      (is(token, "mark") && !/^[、，]$/.test(token.text))
    ) {
      // 水位均超警: the word for all may stand behind the stage.
      if (!is(token, "stage")) return false;
    }
  }
  return false;
}
