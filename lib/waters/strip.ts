import type { MarkKind, MarkRecord } from "./schema";

export interface StripLine {
  kind: MarkKind | "water";
  stage: number;
  status: MarkRecord["status"] | null;
  /** Pixels from the top: where the line is, to scale, and where its words have room. */
  y: number;
  labelY: number;
}

const TOP = 26;
const LABEL_PX = 17;
/** Air above and below the levels, as a part of what they span; and at least so many metres in all. */
const AIR = 0.16;
const LEAST_METRES = 1;

/**
 * Places marks and today's water on one vertical scale, in a drawing `height` pixels high. Words that would lie on each
 * other are moved apart, the lines never. Undefined when there are fewer than two levels to compare.
 */
export function stripLines(
  marks: readonly Pick<MarkRecord, "kind" | "stage" | "status">[],
  water: number | null,
  height: number,
): { lines: StripLine[]; low: number; high: number } | undefined {
  const levels = [
    ...marks.map(({ kind, stage, status }) => ({ kind, stage, status })),
    ...(water === null ? [] : [{ kind: "water" as const, stage: water, status: null }]),
  ].sort((a, b) => b.stage - a.stage);
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last || levels.length < 2) return undefined;
  const reach = Math.max(first.stage - last.stage, LEAST_METRES);
  const [high, low] = [first.stage + reach * AIR, last.stage - reach * AIR];
  const y = (stage: number) => TOP + ((high - stage) / (high - low)) * (height - TOP);
  let above = Number.NEGATIVE_INFINITY;
  const lines = levels.map((level): StripLine => {
    const place = y(level.stage);
    const labelY = Math.max(place, above + LABEL_PX);
    above = labelY;
    return { ...level, y: place, labelY };
  });
  // The lowest words must not fall out of the picture: push up from below.
  let below = height - 6 + LABEL_PX;
  for (const line of [...lines].reverse()) {
    line.labelY = Math.min(line.labelY, below - LABEL_PX);
    below = line.labelY;
  }
  return { lines, low, high };
}
