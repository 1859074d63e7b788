import type { DirectiveRecord } from "./record";

type Answer = DirectiveRecord["progress"][number];

/** One cell of the matrix: what a province answered, or for how many whole hours it has owed an answer. */
export type MatrixCell =
  | { state: "not_addressed" }
  | { state: "unanswered"; hours: number; late: boolean }
  | { state: Answer["state"]; answer: Answer };

export interface MatrixRow {
  adcode: string;
  cells: MatrixCell[];
  unanswered: number;
}

const HOUR = 3_600_000;

/**
 * Province × directive: a row for each province that is addressed or has answered, most unanswered first.
 * `now` is a world time in epoch ms; an answer is late after `lateAfterHours`.
 */
export function directiveMatrix(
  directives: readonly DirectiveRecord[],
  now: number,
  lateAfterHours: number,
): MatrixRow[] {
  const adcodes = new Set(
    directives.flatMap((one) => [...one.provinces, ...one.progress.map((answer) => answer.adcode)]),
  );
  return [...adcodes]
    .map((adcode): MatrixRow => {
      const cells = directives.map((directive): MatrixCell => {
        const answer = directive.progress.find((one) => one.adcode === adcode);
        if (answer) return { state: answer.state, answer };
        if (!directive.provinces.includes(adcode)) return { state: "not_addressed" };
        const hours = Math.max(0, Math.floor((now - Date.parse(directive.at)) / HOUR));
        return { state: "unanswered", hours, late: hours >= lateAfterHours };
      });
      return { adcode, cells, unanswered: cells.filter((cell) => cell.state === "unanswered").length };
    })
    .sort((a, b) => b.unanswered - a.unanswered || a.adcode.localeCompare(b.adcode));
}
