export interface Spark {
  readings: readonly { at: string; stage: number | null; gap?: boolean | undefined }[];
}
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
export function pathOf({ readings }: Spark, { from, to, width, height }: Frame) {
  const points = readings.flatMap(({ at, stage, gap }) =>
    stage === null ? [] : [{ time: Date.parse(at), stage, gap: gap ?? false }],
  );
  if (!points.length) return undefined;
  const stages = points.map(({ stage }) => stage);
  const [low, high] = [Math.min(...stages), Math.max(...stages)];
  const range = Math.max(high - low, LEAST_RANGE);
  const middle = (low + high) / 2;
  const x = (time: number) => Math.round(PADDING + ((time - from) / (to - from)) * (width - 2 * PADDING));
  const y = (stage: number) =>
    Math.round((height / 2 - ((stage - middle) / range) * (height - 2 * PADDING)) * 10) / 10;
  let line = "";
  const dots: [number, number][] = [];
  points.forEach((point, i) => {
    const place: [number, number] = [x(point.time), y(point.stage)];
    const joined = i > 0 && !point.gap;
    const next = points[i + 1];
    line += `${joined ? "L" : "M"}${place[0]} ${place[1]}`;
    if (!joined && (!next || next.gap)) dots.push(place);
  });
  const last = points.at(-1);
  if (last) dots.push([x(last.time), y(last.stage)]);
  return { line, dots };
}
