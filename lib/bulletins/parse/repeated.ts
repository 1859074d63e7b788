import type { NounPhrase } from "./phrases";
import { is, type Token } from "./tokens";

/** 防汛应急响应、洪水防御应急响应; 分别…Ⅲ级应急响应和Ⅳ级应急响应: the word for response stands with each of what is listed. */
export const joinsResponses = (
  tokens: readonly Token[],
  at: number,
  phrase: Pick<NounPhrase, "level" | "hazards">,
): boolean => {
  if (!is(tokens[at], "joint") || !is(tokens[at - 1], "response")) return false;
  if (!phrase.level) return phrase.hazards.length > 0 && is(tokens[at - 2], "hazard");
  return !phrase.hazards.length && is(tokens[at - 2], "level") && eachOf(tokens, at);
};

/** 分别 earlier in the clause. */
function eachOf(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i >= 0 && !/^[，；：]$/.test(tokens[i]?.text ?? ""); i--)
    if (tokens[i]?.text === "分别") return true;
  return false;
}

/** Ⅲ级应急响应和 before Ⅳ级应急响应 that 分别 shares out: the first of a list that is read from its end. */
export const isShared = (tokens: readonly Token[], at: number): boolean =>
  is(tokens[at + 1], "joint") &&
  is(tokens[at + 2], "level") &&
  is(tokens[at + 3], "response") &&
  is(tokens[at - 1], "level") &&
  eachOf(tokens, at);
