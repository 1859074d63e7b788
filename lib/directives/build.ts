import { isoTime } from "@/lib/format";
import type { English } from "@/lib/snapshot/english";
import { latest, standing } from "@/lib/snapshot/recorded";
import type { DirectiveEntry, ProgressEntry } from "./log";
import type { DirectiveRecord } from "./record";

const FORGET_AFTER = 30 * 24 * 3_600_000;

/** The answers to a directive and to those that it put right: what a province has done stays done. */
function* answersTo(
  entry: DirectiveEntry,
  all: ReadonlyMap<number, DirectiveEntry>,
  progress: ReadonlyMap<number, readonly ProgressEntry[]>,
): Generator<ProgressEntry> {
  for (
    let one: DirectiveEntry | undefined = entry;
    one;
    one = one.supersedesId === null ? undefined : all.get(one.supersedesId)
  )
    yield* progress.get(one.id) ?? [];
}

/**
 * The directives of the 30 days before a world time, newest first, each with the last answer of each province.
 * `underResponse` tells the provinces under response at a time: they owe the answer to an order that names none.
 */
export function directiveRecords(
  entries: readonly DirectiveEntry[],
  progress: ReadonlyMap<number, readonly ProgressEntry[]>,
  underResponse: (at: number) => string[],
  english: English,
  at: number,
  known: number,
): DirectiveRecord[] {
  const all = new Map(entries.map((entry) => [entry.id, entry]));
  return standing(entries, known)
    .filter((entry) => entry.at <= at && at - entry.at <= FORGET_AFTER)
    .sort((a, b) => b.at - a.at || b.id - a.id)
    .map((entry): DirectiveRecord => {
      const everyone = entry.provinces.length === 0;
      const provinces = everyone ? underResponse(entry.at) : entry.provinces;
      const answers = standing(answersTo(entry, all, progress), known);
      const byProvince = new Map<string, ProgressEntry[]>();
      for (const answer of answers)
        byProvince.set(answer.adcode, [...(byProvince.get(answer.adcode) ?? []), answer]);
      const last = [...byProvince.values()]
        .map((list) => latest(list, at))
        .filter((answer) => answer !== undefined);
      const answered = new Set(last.map((answer) => answer.adcode));
      return {
        id: String(entry.id),
        category: entry.category,
        text: entry.text,
        issuer: entry.issuer,
        issuerEn: english(entry.issuer),
        at: isoTime(entry.at),
        precision: entry.precision,
        provinces,
        everyone,
        progress: last
          .sort((a, b) => a.adcode.localeCompare(b.adcode))
          .map((answer) => ({
            id: String(answer.id),
            adcode: answer.adcode,
            state: answer.state === "IN_HAND" ? "in_hand" : answer.state === "DONE" ? "done" : "received",
            at: isoTime(answer.at),
            precision: answer.precision,
            figures: answer.figures,
            note: answer.note,
            source: answer.source,
          })),
        unanswered: provinces.filter((adcode) => !answered.has(adcode)),
        source: entry.source,
      };
    });
}
