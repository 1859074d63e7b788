import { isoDay, isoTime } from "@/lib/format";
import type { Latest } from "@/lib/readings/latest";
import type { EventLog, Reference, Report } from "@/lib/snapshot/log";
import { latest, standing } from "@/lib/snapshot/recorded";
import type { WaterRecord } from "@/lib/snapshot/schema";
import { datumOf } from "./datums";
import type { Crest, MarkEntry } from "./log";
import { KIND_OF, STATUS_OF, TREND_OF } from "./names";
import { contradicts, judge, shownState, trendOf } from "./rules";
import type { CrestRecord, MarkRecord, ReadingRecord } from "./schema";

const HOUR = 3_600_000;
/** A report or a reading not followed by another for this long is no longer part of the present picture. */
const FORGET_AFTER = 10 * 24 * HOUR;
/** A gauge reports several times a day: silent for this long it is stale. */
export const GAUGE_STALE_HOURS = 24;

type Section = Reference["sections"] extends Map<string, infer S> ? S : never;

/** A mark as the interface shows it: m above the named datum, with its source. */
export const markRecord = (mark: MarkEntry): MarkRecord => ({
  kind: mark.kind,
  stage: mark.stage,
  datum: mark.datum ? datumOf(mark.datum).name : mark.datumName,
  validFrom: mark.validFrom === null ? null : isoDay(mark.validFrom),
  status: mark.status,
  note: mark.note,
  source: {
    publisher: mark.source.publisher,
    title: mark.source.title,
    published: mark.source.published,
    url: mark.source.url,
  },
});

/** A section's last reading, judged by the marks of its day; `now` is a world time, epoch ms. */
export function readingRecord(log: EventLog, section: Section, reading: Latest, now: number): ReadingRecord {
  const judged = judge(reading, log.waters.marks.get(section.id) ?? []);
  const trend = trendOf(reading, reading.before);
  const told = log.waters.sources.get(reading.source);
  const { mark } = judged;
  return {
    at: isoTime(reading.at),
    stage: reading.stage,
    flow: reading.flow,
    datum: datumOf(reading.datum).name,
    state: judged.state,
    why: judged.why,
    exceedance: judged.exceedance,
    mark: mark && {
      kind: mark.kind,
      stage: mark.stage,
      datum: mark.datum ? datumOf(mark.datum).name : mark.datumName,
      status: mark.status,
      validFrom: mark.validFrom === null ? null : isoDay(mark.validFrom),
    },
    datumBasis: judged.datumBasis,
    trend: trend?.trend ?? null,
    trendBasis: trend && { hours: trend.hours, change: trend.change },
    stale: now - reading.at > Math.min(log.staleAfterHours, GAUGE_STALE_HOURS) * HOUR,
    corrected: reading.corrected,
    doubted: reading.quality !== 0,
    synthetic: section.synthetic,
    source: {
      kind: told?.kind ?? "gauge",
      name: told?.name ?? "",
      publisher: told?.source?.publisher ?? null,
      title: told?.source?.title ?? null,
      published: told?.source?.published ?? null,
      url: told?.source?.url ?? null,
    },
  };
}

/** The last forecast of a crest that is still to come, or came within a day. */
export function crestRecord(crests: readonly Crest[], at: number, known: number): CrestRecord | null {
  if (!crests.length) return null;
  const crest = [...crests]
    .filter((one) => one.issuedAt <= at && one.recordedAt <= known && one.at > at - 24 * HOUR)
    .sort((a, b) => b.issuedAt - a.issuedAt || b.id - a.id)[0];
  if (!crest) return null;
  return {
    stage: crest.stage,
    datum: datumOf(crest.datum).name,
    at: isoTime(crest.at),
    precision: crest.precision,
    issuedAt: isoTime(crest.issuedAt),
    publisher: crest.source.publisher,
    title: crest.source.title,
  };
}

type Said = Pick<
  WaterRecord,
  | "status"
  | "trend"
  | "stage"
  | "exceedance"
  | "exceeds"
  | "at"
  | "precision"
  | "certainty"
  | "stale"
  | "source"
  | "basis"
>;

const fromReport = (report: Report, stale: boolean): Said => ({
  basis: "report",
  status: STATUS_OF[report.status ?? ""] ?? "unknown",
  trend: TREND_OF[report.trend ?? ""] ?? null,
  stage: report.stage,
  exceedance: report.exceedance,
  exceeds: report.exceeds?.toLowerCase() ?? null,
  at: isoTime(report.at),
  precision: report.precision,
  certainty: report.certainty,
  stale,
  source: report.source,
});

const STATUS_FROM_READING: Readonly<Record<string, WaterRecord["status"]>> = {
  normal: "normal",
  near_warning: "normal",
  above_warning: "above_warning",
  above_guarantee: "above_guarantee",
  above_record: "above_record",
  above_flood_limit: "above_flood_limit",
};

const fromReading = (reading: ReadingRecord): Said => ({
  basis: "reading",
  status: STATUS_FROM_READING[reading.state] ?? "unknown",
  trend: reading.trend,
  stage: reading.stage,
  exceedance: reading.exceedance,
  exceeds: reading.mark?.kind ?? null,
  at: reading.at,
  precision: "MINUTE",
  certainty: "STATED",
  stale: reading.stale,
  source: {
    publisher: reading.source.publisher ?? reading.source.name,
    title: reading.source.title ?? reading.source.name,
    published: reading.source.published,
    url: reading.source.url,
    bulletin: null,
  },
});

/** One section as the picture shows it: what was reported and what was measured, side by side; undefined when neither is young enough. */
export function waterRecord(
  log: EventLog,
  section: Section,
  last: Latest | undefined,
  when: { at: number; known: number },
): WaterRecord | undefined {
  const { at, known } = when;
  const reports = log.reports.get(section.id);
  const found = reports && latest(standing(reports, known), at);
  const report = found && at - found.at <= FORGET_AFTER ? found : undefined;
  const reading = last && at - last.at <= FORGET_AFTER ? readingRecord(log, section, last, at) : undefined;
  const reportStale = report !== undefined && at - report.at > log.staleAfterHours * HOUR;
  const said = report ? fromReport(report, reportStale) : reading && fromReading(reading);
  if (!said) return undefined;
  const reported = report && {
    status: STATUS_OF[report.status ?? ""] ?? ("unknown" as const),
    at: report.at,
    precision: report.precision,
    stale: reportStale,
  };
  const measured = reading && last ? { state: reading.state, at: last.at, stale: reading.stale } : null;
  return {
    id: section.id,
    name: section.name,
    nameEn: section.nameEn,
    kind: KIND_OF[section.kind] ?? "station",
    river: section.river,
    adcodes: section.adcodes,
    lat: section.lat,
    lon: section.lon,
    geometry: section.geometry,
    ...said,
    state: shownState(reported ?? null, measured, at),
    stationCode: section.stationCode,
    codeOfficial: section.codeOfficial,
    synthetic: section.synthetic,
    reading: reading ?? null,
    conflict:
      reported && measured && reading && contradicts(reported, measured)
        ? { report: reported.status, reading: reading.state, reportAt: said.at, readingAt: reading.at }
        : null,
    crest: crestRecord(log.waters.crests.get(section.id) ?? [], at, known),
  };
}

/** All sections heard of within ten days of a world time, as known at a record time. A live picture has nothing synthetic in it. */
export function waterRecords(
  log: EventLog,
  when: { at: number; known: number; readings: ReadonlyMap<number, Latest> },
): WaterRecord[] {
  const found: WaterRecord[] = [];
  for (const section of log.reference.sections.values()) {
    if (section.synthetic && log.clock.mode === "live") continue;
    const record = waterRecord(log, section, when.readings.get(section.no), when);
    if (record) found.push(record);
  }
  return inOrder(found) ? found : found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Sections mostly come in the order of their ids; to sort ten thousand again costs as much as to judge them. */
const inOrder = (records: readonly WaterRecord[]) =>
  records.every((one, i) => i === 0 || (records[i - 1]?.id ?? "") < one.id);
