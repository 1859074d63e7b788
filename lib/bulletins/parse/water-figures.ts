import { is, type Token, textOf } from "./tokens";
import type { State } from "./water-state";

const MARK = /（警戒(?:水位)?(?:为|：)?(\d{1,4}(?:\.\d{1,2})?)米/;
const STAGE = /(?<!警戒|保证|汛限)水位(?:为|达到?|[涨退降升落][至到]|回落至)?(\d{1,4}\.\d{1,2})米/g;
/** No such words are longer, in words. */
const FAR = 90;

/** 水位15.81米（警戒水位18.5米）: the last level told of the water against its warning mark, both in metres, when both are figures. */
export function statusByFigures(tokens: readonly Token[], next: number): State["status"] {
  let end = next;
  while (end < next + FAR && tokens[end] && tokens[end]?.text !== "；" && !is(tokens[end], "water")) end++;
  const words = textOf(tokens, next, end);
  const mark = Number(MARK.exec(words)?.[1] ?? Number.NaN);
  const stage = Number([...words.matchAll(STAGE)].at(-1)?.[1] ?? Number.NaN);
  if (Number.isNaN(mark) || Number.isNaN(stage)) return null;
  return stage < mark ? "normal" : "above_warning";
}

const LIST = /(\d{1,4}(?:\.\d{1,2})?米(?:[、和]\d{1,4}(?:\.\d{1,2})?米)*)(?![至—]\d)/.source;
const exceeds = (mark: string) =>
  new RegExp(
    `(?:超(?:过)?(?:${mark})(?:水位)?(?:线)?(?:（\\d{1,4}(?:\\.\\d{1,2})?米）)?|比(?:${mark})(?:水位)?(?:（[^（）]{1,12}）)?高出?)(?:分别为?)?${LIST}`,
  );
/** The words for how far a level is above the mark that its status names. */
const EXCEEDS: Partial<Record<NonNullable<State["status"]>, RegExp>> = {
  above_warning: exceeds("警戒|警"),
  above_guarantee: exceeds("保证|保"),
  above_flood_limit: exceeds("汛限"),
};
const STAGES = new RegExp(
  `(?<!警戒|保证|汛限|历史最高)(?<crest>洪峰|最高)?水位(?:分别)?(?:涨至|达到|达|为|升至|已达|已涨至|至)?(?<list>${LIST})`,
  "g",
);

/** 超过警戒水位32.5米: the mark's own number, no water is so far above one. */
const HIGHEST = 20;

/** The figure of the water at \`index\` of \`count\`: its own of as many, or the one that is told of all. */
function ownFigure(list: string | undefined, index: number, count: number): number | null {
  const figures = [...(list ?? "").matchAll(/\d+(?:\.\d+)?/g)].map(Number);
  return (figures.length === count ? figures[index] : figures.length === 1 ? figures[0] : undefined) ?? null;
}

/**
 * Metres above the mark and above the station's datum, as the words state them of the level now; null for what is not
 * told, told as a range, or a crest that is over. \`index\` says which of the \`count\` waters told together is meant.
 */
export function figuresIn(words: string, status: State["status"], index: number, count: number) {
  const over = ownFigure((status ? EXCEEDS[status] : undefined)?.exec(words)?.[1], index, count);
  const stages = [...words.matchAll(STAGES)];
  const now = stages.find(({ groups }) => !groups?.crest) ?? (status === "normal" ? undefined : stages[0]);
  const stage = now?.groups?.list;
  return {
    exceedance: over !== null && over <= HIGHEST ? over : null,
    stage: stage?.includes(".") ? ownFigure(stage, index, count) : null,
  };
}

/** Whether a warning mark is told beside a level: what else would say the state may be missing. */
export const hasMark = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }) => text === "（") && MARK.test(textOf(tokens));
