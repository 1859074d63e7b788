import { datumNamed, NOT_STATED } from "./datums";
import type { HydrographAnswer, HydrographReading, Spell } from "./hydrograph-schema";
import type { MarkRecord } from "./schema";

/** A place on the time axis: a reading, or (both null) the unknown between two of them. */
export interface ChartRow {
  time: number;
  stage: number | null;
  flow: number | null;
  /** Whether no neighbour is joined to it: it is drawn as a point. */
  alone: boolean;
  /** Stages of the same day in other years, by the year. */
  others: Record<string, number | null>;
}

const DAY = 86_400_000;
const point = (reading: HydrographReading, shift: number) => ({
  time: Date.parse(reading.at) + shift,
  stage: reading.stage,
  flow: reading.flow,
  gap: reading.gap,
});

/** The readings that stand on another zero than the axis: they are told in words and table, never drawn on it. */
export const otherDatum = (readings: readonly HydrographReading[], axis: string) =>
  readings.filter(({ datum }) => datum !== null && !sameDatum(datum, axis));

/**
 * The rows of a chart whose axis is in metres above `axis`: one a reading, and an empty one wherever a gap parts two of
 * them. A stage in another stated datum is left out, and nothing is joined across it.
 */
export function chartRows(readings: readonly HydrographReading[], axis: string): ChartRow[] {
  const left = new Set(otherDatum(readings, axis));
  const points = readings
    .map((reading, i) => {
      const gap = reading.gap || left.has(readings[i - 1] ?? reading);
      return { ...point(reading, 0), gap, left: left.has(reading) };
    })
    .filter((one) => !one.left);
  return points.flatMap((now, i) => {
    const before = points[i - 1];
    const next = points[i + 1];
    const parted = before !== undefined && now.gap;
    const row: ChartRow = {
      time: now.time,
      stage: now.stage,
      flow: now.flow,
      alone: (!before || now.gap) && (!next || next.gap),
      others: {},
    };
    if (!parted) return [row];
    const between = { time: (before.time + now.time) / 2, stage: null, flow: null, alone: false, others: {} };
    return [between, row];
  });
}

/** Adds the readings of another year, moved by `shift` milliseconds onto this one, in the order of time. */
export function withYear(
  rows: readonly ChartRow[],
  year: string,
  answer: Pick<HydrographAnswer, "readings" | "datum">,
  shift: number,
  axis: string,
): ChartRow[] {
  // A reading that names no datum of its own has its answer's, which may not be that of the axis.
  const readings = answer.readings.map((one) => ({ ...one, datum: one.datum ?? answer.datum }));
  const moved = chartRows(readings, axis).map((row) => ({
    ...row,
    time: row.time + shift,
    stage: null,
    flow: null,
    alone: false,
    others: { [year]: row.stage },
  }));
  return [...rows, ...moved].sort((a, b) => a.time - b.time);
}

/** A mark as a line from the day it held until the day the next of its kind did, within a span of time. */
export interface MarkLine {
  mark: MarkRecord;
  from: number;
  to: number;
}

const begins = (mark: MarkRecord) =>
  mark.validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(`${mark.validFrom}T00:00:00+08:00`);

/** The marks that hold within a span (epoch ms) as lines to draw, each from the day it is valid. */
export function markLines(marks: readonly MarkRecord[], span: { from: number; to: number }): MarkLine[] {
  return marks.flatMap((mark) => {
    const later = marks
      .filter((other) => other.kind === mark.kind && begins(other) > begins(mark))
      .map(begins);
    const from = Math.max(span.from, begins(mark));
    const to = Math.min(span.to, ...later);
    return from < to ? [{ mark, from, to }] : [];
  });
}

/**
 * The time a source's words cover. Days over a mark are calendar days in China with both ends counted, so a
 * missing beginning is the first minute of the first of them; undefined when the words give no end to count from.
 */
export function spellSpan(
  spell: Pick<Spell, "from" | "to" | "days">,
): { from: number; to: number; counted: boolean } | undefined {
  const to = spell.to === null ? undefined : Date.parse(spell.to);
  if (spell.from !== null) {
    const from = Date.parse(spell.from);
    if (to !== undefined) return { from, to, counted: false };
    return spell.days === null ? undefined : { from, to: from + spell.days * DAY, counted: true };
  }
  if (to === undefined || spell.days === null) return undefined;
  const lastDay = Math.floor((to + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000;
  return { from: lastDay - (spell.days - 1) * DAY, to, counted: true };
}

/** Whether a mark may be drawn on the axis of readings: as everywhere, two stated datums that differ are never compared. */
export function sameDatum(mark: string, readings: string): boolean {
  const [one, other] = [datumNamed(mark)?.id, datumNamed(readings)?.id];
  return one === other || one === NOT_STATED || other === NOT_STATED;
}

/** The span of metres an axis shows: every reading and mark with some air, in steps of `step`. */
export function stageDomain(stages: readonly number[]): [number, number] {
  if (!stages.length) return [0, 1];
  const [low, high] = [Math.min(...stages), Math.max(...stages)];
  const air = Math.max((high - low) * 0.06, 0.1);
  const step = high - low > 8 ? 1 : high - low > 3 ? 0.5 : 0.1;
  return [Math.floor((low - air) / step) * step, Math.ceil((high + air) / step) * step];
}

const METRES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** Where a stage axis has its numbers: full steps within its domain, eight at most. */
export function stageTicks([low, high]: readonly [number, number]): number[] {
  const step = METRES.find((one) => (high - low) / one <= 8) ?? 500;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Math.round((first + i) * step * 100) / 100);
}

const HOUR = 3_600_000;
const STEPS = [1, 3, 6, 12, 24, 48, 7 * 24, 14 * 24, 30 * 24, 91 * 24, 365 * 24].map((hours) => hours * HOUR);

/** Where a time axis has its words: full steps of China's clock, at most `most` of them. */
export function timeTicks(span: { from: number; to: number }, most: number): number[] {
  const step = STEPS.find((one) => (span.to - span.from) / one <= most) ?? 3650 * 24 * HOUR;
  const shift = 8 * HOUR;
  const first = Math.ceil((span.from + shift) / step) * step - shift;
  const ticks: number[] = [];
  for (let time = first; time <= span.to; time += step) ticks.push(time);
  return ticks;
}

/** Words of lines at nearly one height, pushed apart: how far each is moved up (negative) in metres. */
export function spreadLabels(stages: readonly number[], least: number): Map<number, number> {
  const moved = new Map<number, number>();
  let below = Number.NEGATIVE_INFINITY;
  stages
    .map((stage, index) => ({ stage, index }))
    .sort((a, b) => a.stage - b.stage || a.index - b.index)
    .forEach(({ stage, index }) => {
      const place = Math.max(stage, below + least);
      below = place;
      moved.set(index, place - stage);
    });
  return moved;
}

/** The stretches over each mark taken together: hours in all, how many there were, and the highest of them; gravest last. */
export function overByMark(over: HydrographAnswer["over"]) {
  const found = new Map<string, HydrographAnswer["over"][number] & { stretches: number }>();
  for (const one of over) {
    const key = `${one.mark} ${one.stage}`;
    const known = found.get(key);
    if (!known) found.set(key, { ...one, stretches: 1 });
    else {
      known.hours += one.hours;
      known.stretches++;
      if (one.highest > known.highest)
        Object.assign(known, { highest: one.highest, highestAt: one.highestAt });
    }
  }
  return [...found.values()];
}
