import type { PlaceName } from "./memory";
import { clauseMark } from "./phrases";
import { placesFrom, type Sentence, timeOf } from "./sentences";
import { isoDay, resolveDay } from "./times";
import { as, is, type Token } from "./tokens";

/** How many clauses of one sentence may tell of a place or a danger: more are no bulletin's. */
export const MOST_TOLD = 12;

/** A clause of a sentence: its words [from, to) and their text. */
export interface Clause {
  from: number;
  to: number;
  text: string;
}

export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && !clauseMark(tokens[i]) && tokens[i]?.text !== "。") continue;
    const text = tokens
      .slice(from, i)
      .map((token) => token.text)
      .join("");
    if (i > from) clauses.push({ from, to: i, text });
    from = i + 1;
  }
  return clauses;
}

/** Whether what is told at `at` is so: no order, no forecast, no condition before it in its clause, no tale in the sentence. */
export function isTold(tokens: readonly Token[], clause: Clause, at: number): boolean {
  if (tokens.slice(0, at).some((token) => is(token, "order", "future"))) return false;
  return !tokens.slice(0, at).some((token, i) => {
    const unreal = as(token, "unreal");
    return unreal && token.text !== "先后" && (unreal.scope !== "clause" || i >= clause.from);
  });
}

export interface Where {
  names: PlaceName[];
  /** Index of the first word, and the place in the text where the last name ends. */
  from: number;
  end: number;
}

/** Where it happened: places of the clause before `at`, else of the nearest clause before. */
export function placesOf(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  at: number,
): Where | undefined {
  for (const clause of [...clauses].reverse()) {
    if (clause.from > at) continue;
    let found: Where | undefined;
    for (let i = clause.from; i < Math.min(clause.to, at); i++) {
      const list = is(tokens[i], "place") ? placesFrom(tokens, i) : undefined;
      if (!list) continue;
      const names = list.names.flatMap(({ name, adcode }) => (adcode ? [{ name, adcode }] : []));
      if (names.length) found = { from: i, end: list.names.at(-1)?.token.end ?? 0, names };
      i = Math.max(i, list.next - 1);
    }
    if (found) return found;
  }
  return undefined;
}

/** A time of the world: none in general, no period, and not the moment until which is counted (截至). */
const isMoment = (tokens: readonly Token[], i: number) => {
  const time = timeOf(tokens[i]);
  const before = `${tokens[i - 2]?.text ?? ""}${tokens[i - 1]?.text ?? ""}`;
  return time !== undefined && !time.vague && time.shiftEnd === undefined && !/截[至止]$/.test(before);
};

/** The time told last before `at`: the day YYYY-MM-DD and, where one stands beside it, the hour HH:mm (Beijing time). */
export function timeBefore(
  { tokens, base }: Sentence,
  at: number,
): { on: string | null; hour: string | null } {
  const times = tokens.slice(0, at).flatMap((_, i) => (isMoment(tokens, i) ? (timeOf(tokens[i]) ?? []) : []));
  const time = times.at(-1);
  // 5日16时…，17时48分: an hour alone is of the day named before it.
  const dated = times.findLast((one) => one.day !== undefined || typeof one.shift === "number");
  const day = time ? resolveDay(dated ?? time, base) : undefined;
  if (!time || day === undefined) return { on: null, hour: null };
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    on: isoDay(day),
    hour: time.hour === undefined ? null : `${two(time.hour)}:${two(time.minute ?? 0)}`,
  };
}
