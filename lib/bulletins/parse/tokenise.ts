import { joinNames } from "./bodies";
import { coinedTeam, floodBasin, headquarters, longerWater, namedAfter, unknownWater } from "./coined";
import { bareStation } from "./coined-stations";
import { abbreviated, named } from "./names";
import { numberedMark, numberedTrend } from "./numbered";
import { shareReservoirs } from "./reservoirs";
import { shaped } from "./shapes";
import { type Reading, type Token, word } from "./tokens";

const NOTHING: readonly Reading[] = [];

/** Cuts the cleaned text into words: the longest known word at each place, else one character. Linear in the length. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const part = text.slice(0, to);
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const found =
      shaped(part, at) ??
      headquarters(part, at) ??
      coinedTeam(part, at) ??
      numberedMark(part, at) ??
      numberedTrend(part, at) ??
      namedAfter(part, at, tokens) ??
      // 汉川水文站: before the word alone is found.
      (part.startsWith("水文站", at) ? bareStation(part, at, tokens) : undefined) ??
      named(part, at, tokens) ??
      unknownWater(part, at, tokens) ??
      floodBasin(part, at, tokens) ??
      bareStation(part, at, tokens) ??
      abbreviated(part, at, tokens);
    const token = found ?? word(part, at, 1, NOTHING);
    tokens.push(token);
    at = token.end;
    joinNames(tokens);
    longerWater(tokens);
    shareReservoirs(tokens);
  }
  return tokens;
}
