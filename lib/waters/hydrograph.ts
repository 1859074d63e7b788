import { isoTime } from "@/lib/format";
import { gapOf, gapsIn, reduceMinMax } from "@/lib/readings/reduce";
import { plainFlow, type Series } from "@/lib/readings/series";
import type { EventLog } from "@/lib/snapshot/log";
import { standing } from "@/lib/snapshot/recorded";
import { crestRecord, markRecord } from "./build";
import { datumOf, NOT_STATED } from "./datums";
import { listRecord, type Section } from "./list";
import type { MarkEntry } from "./log";
import { STATUS_OF, TREND_OF } from "./names";
import { type Mark, timesOver } from "./rules";
import type { MarkKind } from "./schema";

const OVER: readonly MarkKind[] = ["flood_limit", "warning", "guarantee", "record"];
const nothing = (value: number) => (Number.isNaN(value) ? null : value);

const validUntil = (mark: Mark, marks: readonly Mark[]) =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...marks
      .filter((one) => one.kind === mark.kind && (one.validFrom ?? -Infinity) > (mark.validFrom ?? -Infinity))
      .map((one) => one.validFrom ?? -Infinity),
  );

/** The stretches over each mark while it held; readings in another stated datum are left out. */
function overMarks(series: Series, marks: readonly MarkEntry[], gap: number) {
  const end = series.at[series.length - 1] ?? 0;
  return OVER.flatMap((kind) =>
    marks
      .filter((mark) => mark.kind === kind)
      .flatMap((mark) => {
        const [since, until] = [mark.validFrom ?? -Infinity, validUntil(mark, marks)];
        const counts = (i: number) => {
          const [at, datum] = [series.at[i] ?? 0, series.datum[i] ?? 0];
          return at >= since && at < until && (!mark.datum || !datum || mark.datum === datum);
        };
        return timesOver(series, mark.stage, gap, counts).map((one) => ({
          mark: kind,
          stage: mark.stage,
          from: isoTime(one.from),
          to: one.to === null ? null : isoTime(one.to),
          hours: Math.round(((one.to ?? end) - one.from) / 360_000) / 10,
          highest: one.highest,
          highestAt: isoTime(one.highestAt),
        }));
      }),
  );
}

export interface Asked {
  from: number;
  to: number;
  points: number;
  now: number;
  extent: { first: number; last: number } | null;
}

/** A section's readings in a span of time, few enough to draw, with all that is needed to read them. */
export function buildHydrograph(log: EventLog, section: Section, series: Series, asked: Asked) {
  const marks = log.waters.marks.get(section.id) ?? [];
  const gap = gapOf(series);
  const chosen = reduceMinMax(series, asked.points);
  const main = axisDatum(series);
  let before = -1;
  const readings = Array.from(chosen, (i) => {
    const reading = {
      at: isoTime(series.at[i] ?? 0),
      stage: nothing(series.stage[i] ?? Number.NaN),
      flow: plainFlow(series.flow[i] ?? Number.NaN),
      ...(gapBetween(series, before, i, gap) ? { gap: true } : {}),
      ...(series.datum[i] === main ? {} : { datum: datumOf(series.datum[i] ?? 0).name }),
      ...(series.quality[i] ? { doubted: true } : {}),
    };
    before = i;
    return reading;
  });
  const inRange = (at: number) => at >= asked.from && at <= asked.to;
  return {
    section: listRecord(log, section, asked.now),
    marks: marks.map(markRecord),
    datum: datumOf(main).name,
    from: isoTime(asked.from),
    to: isoTime(asked.to),
    now: isoTime(asked.now),
    extent: asked.extent && { first: isoTime(asked.extent.first), last: isoTime(asked.extent.last) },
    synthetic: section.synthetic,
    reduced: chosen.length < series.length,
    reduction: { method: "min-max", of: series.length, points: chosen.length },
    /** A line joins two readings only when no more than so many minutes lie between them. */
    gapMinutes: Math.round(gap / 60_000),
    gaps: gapsIn(series, gap)
      .slice(0, 2000)
      .map(([from, to]) => ({ from: isoTime(from), to: isoTime(to) })),
    over: overMarks(series, marks, gap).slice(0, 500),
    spells: (log.waters.spells.get(section.id) ?? []).map((spell) => ({
      mark: spell.kind,
      from: spell.from === null ? null : isoTime(spell.from),
      to: spell.to === null ? null : isoTime(spell.to),
      days: spell.days,
      note: spell.note,
      source: spell.source,
    })),
    crest: crestRecord(log.waters.crests.get(section.id) ?? [], asked.now, Number.POSITIVE_INFINITY),
    reports: standing(log.reports.get(section.id) ?? [], Number.POSITIVE_INFINITY)
      .filter((report) => inRange(report.at))
      .sort((a, b) => a.at - b.at)
      .slice(-500)
      .map((report) => ({
        at: isoTime(report.at),
        precision: report.precision,
        certainty: report.certainty,
        status: STATUS_OF[report.status ?? ""] ?? ("unknown" as const),
        trend: TREND_OF[report.trend ?? ""] ?? null,
        stage: report.stage,
        exceedance: report.exceedance,
        exceeds: report.exceeds?.toLowerCase() ?? null,
        source: report.source,
      })),
    sources: [...new Set(series.source.subarray(0, series.length))].slice(0, 100).flatMap((id) => {
      const told = log.waters.sources.get(id);
      return told ? [{ kind: told.kind, name: told.name, source: told.source }] : [];
    }),
    readings,
  };
}
export type Hydrograph = ReturnType<typeof buildHydrograph>;

/** The datum of the last reading that states one: others are told from it. */
function axisDatum(series: Series): number {
  for (let i = series.length - 1; i >= 0; i--) {
    const datum = series.datum[i] ?? NOT_STATED;
    if (datum !== NOT_STATED) return datum;
  }
  return NOT_STATED;
}

/** Whether the readings after `before`, up to `index`, have a gap among them: what lies between is not known. */
function gapBetween(series: Series, before: number, index: number, gap: number): boolean {
  if (before < 0) return false;
  for (let i = before + 1; i <= index; i++)
    if ((series.at[i] ?? 0) - (series.at[i - 1] ?? 0) > gap) return true;
  return false;
}
