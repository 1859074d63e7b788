import { chartRows } from "@/lib/waters/chart";
import type { HydrographAnswer } from "@/lib/waters/hydrograph-schema";

export type Spark = Pick<HydrographAnswer, "readings" | "datum">;
interface Frame {
  from: number;
  to: number;
  width: number;
  height: number;
}
const PADDING = 3;
/** A sparkline of nearly level water is not stretched to look like a flood, metres. */
const LEAST_RANGE = 0.2;

/** The readings as a path and dots: what no neighbour within the stated gap joins is a dot. Undefined when there is nothing. */
export function pathOf({ readings, datum }: Spark, { from, to, width, height }: Frame) {
  const rows = chartRows(readings, datum);
  const stages = rows.flatMap(({ stage }) => (stage === null ? [] : [stage]));
  if (!stages.length) return undefined;
  const [low, high] = [Math.min(...stages), Math.max(...stages)];
  const range = Math.max(high - low, LEAST_RANGE);
  const middle = (low + high) / 2;
  const x = (time: number) => Math.round(PADDING + ((time - from) / (to - from)) * (width - 2 * PADDING));
  const y = (stage: number) =>
    Math.round((height / 2 - ((stage - middle) / range) * (height - 2 * PADDING)) * 10) / 10;
  let line = "";
  const dots: [number, number][] = [];
  let joined = false;
  let last: [number, number] | undefined;
  for (const { time, stage, alone } of rows) {
    if (stage !== null) {
      last = [x(time), y(stage)];
      line += `${joined ? "L" : "M"}${last[0]} ${last[1]}`;
      if (alone) dots.push(last);
    }
    joined = stage !== null;
  }
  if (last) dots.push(last);
  return { line, dots };
}
