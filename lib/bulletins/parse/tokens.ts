import type { Place, Water } from "./gazetteer";
import type { Term } from "./term";
import type { TimeWords } from "./times";

export type ResponseLevel = "I" | "II" | "III" | "IV";

/** A reading that is no fixed word: found by its shape or in the gazetteer. */
export type Found =
  | { kind: "level"; level: ResponseLevel }
  | { kind: "place"; place: Place; run?: Place[] }
  | { kind: "water"; water: Water }
  | { kind: "time"; time: TimeWords }
  | { kind: "count"; count: number | null; unit: string }
  | { kind: "many" }
  | { kind: "place_issuer"; name: string; place: Place }
  | { kind: "mark"; mark: string };

export type Reading = Term | Found;
type Kind = Reading["kind"];
type Of<K extends Kind> = Extract<Reading, { kind: K }>;

/** A word of the cleaned text at [start, end) with all its readings; none for a character that is not known. */
export interface Token {
  text: string;
  start: number;
  end: number;
  readings: readonly Reading[];
}

export function as<K extends Kind>(token: Token | undefined, kind: K): Of<K> | undefined {
  return token?.readings.find((reading): reading is Of<K> => reading.kind === kind);
}

/** Whether the word has a reading of one of these kinds. A loop and no closure: nothing is asked as often. */
export function is(token: Token | undefined, ...kinds: Kind[]): boolean {
  if (!token) return false;
  for (const reading of token.readings) if (kinds.includes(reading.kind)) return true;
  return false;
}

export const word = (text: string, start: number, length: number, readings: readonly Reading[]): Token => ({
  text: text.slice(start, start + length),
  start,
  end: start + length,
  readings,
});

/** The words of the tokens in [from, to). A loop and no lists between: nothing is asked as often. */
export function textOf(tokens: readonly Token[], from = 0, to = tokens.length): string {
  let text = "";
  const start = from < 0 ? Math.max(0, tokens.length + from) : from;
  const end = to < 0 ? tokens.length + to : Math.min(to, tokens.length);
  for (let i = start; i < end; i++) text += tokens[i]?.text ?? "";
  return text;
}

/** A mark between clauses; those within one do not count. */
export const clauseEnds = (token: Token | undefined) => {
  const mark = as(token, "mark")?.mark;
  return mark !== undefined && !/[、—“”（）《》]/.test(mark);
};
