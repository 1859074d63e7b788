import { worldTime } from "@/lib/clock";
import { isoTime } from "@/lib/format";
import { store } from "@/lib/live/store";
import type { Report } from "@/lib/snapshot/log";
import { standing } from "@/lib/snapshot/recorded";
import { markRecord } from "./build";
import { listRecord, sectionOf } from "./list";
import { STATUS_OF, TREND_OF } from "./names";
import { reportWord, type Word } from "./section";
import { rowOf } from "./table";

const HOUR = 3_600_000;

/** All that the page of one section shows beside its curve, from memory; undefined when there is no such section. */
export function readSection(id: string) {
  const { log } = store();
  const section = log && sectionOf(log, id);
  if (!log || !section || (section.synthetic && log.clock.mode === "live")) return undefined;
  const at = worldTime(log.clock);
  const record = listRecord(log, section, at);
  const word = (report: Report): Word =>
    reportWord({
      at: isoTime(report.at),
      precision: report.precision,
      status: STATUS_OF[report.status ?? ""] ?? "unknown",
      stage: report.stage,
      trend: TREND_OF[report.trend ?? ""] ?? null,
      exceedance: report.exceedance,
      exceeds: report.exceeds?.toLowerCase() ?? null,
      stale: at - report.at > log.staleAfterHours * HOUR,
      source: report.source,
    });
  const row = rowOf(record);
  const readingCompares = record.reading !== null && record.reading.state !== "datum_differs";
  return {
    section: row,
    codeOfficial: section.codeOfficial,
    marks: record.marks,
    allMarks: (log.waters.marks.get(section.id) ?? []).map(markRecord),
    // A bulletin's stage is printed against the same marks; a gauge's only when no datum parts them.
    comparable: row.word === row.report || readingCompares ? (row.word?.stage ?? null) : null,
    reports: standing(log.reports.get(section.id) ?? [], Number.POSITIVE_INFINITY)
      .filter((report) => report.at <= at)
      .sort((a, b) => b.at - a.at)
      .map(word),
    crest: record.crest,
    at,
  };
}
