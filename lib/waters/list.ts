import { worldTime } from "@/lib/clock";
import { isoTime } from "@/lib/format";
import type { EventLog, Reference } from "@/lib/snapshot/log";
import { markRecord, waterRecord } from "./build";
import { KIND_OF } from "./names";
import { marksAt } from "./rules";

export type Section = Reference["sections"] extends Map<string, infer S> ? S : never;

/** A section by its id or its station code. */
export function sectionOf(log: EventLog, name: string): Section | undefined {
  return (
    log.reference.sections.get(name) ??
    [...log.reference.sections.values()].find((row) => row.stationCode === name)
  );
}

const sameForAll = (section: Section) => ({
  id: section.id,
  name: section.name,
  nameEn: section.nameEn,
  kind: KIND_OF[section.kind] ?? ("station" as const),
  river: section.river,
  riverEn: section.riverEn,
  basin: section.basin,
  adcodes: section.adcodes,
  lat: section.lat,
  lon: section.lon,
  geometry: section.geometry,
  stationCode: section.stationCode,
  codeOfficial: section.codeOfficial,
  synthetic: section.synthetic,
});

/** A section with the marks of the day and what was heard of it last; `state` is `no_reading` when that is ten days ago. */
export function listRecord(log: EventLog, section: Section, at: number) {
  const record = waterRecord(log, section, log.waters.latest.get(section.no), {
    at,
    known: Number.POSITIVE_INFINITY,
  });
  return {
    ...sameForAll(section),
    marks: marksAt(log.waters.marks.get(section.id) ?? [], at).map(markRecord),
    state: record?.state ?? ("no_reading" as const),
    reading: record?.reading ?? null,
    report:
      record?.basis === "report"
        ? {
            status: record.status,
            trend: record.trend,
            stage: record.stage,
            exceedance: record.exceedance,
            exceeds: record.exceeds,
            at: record.at,
            precision: record.precision,
            certainty: record.certainty,
            stale: record.stale,
            source: record.source,
          }
        : null,
    conflict: record?.conflict ?? null,
    crest: record?.crest ?? null,
  };
}
export type WaterListRecord = ReturnType<typeof listRecord>;

export interface WaterFilter {
  river?: string;
  basin?: string;
  province?: string;
  state?: string[];
  ids?: string[];
  synthetic: boolean;
}

/** All sections at the clock's now that a filter lets through. */
export function listWaters(log: EventLog, filter: WaterFilter) {
  const at = worldTime(log.clock);
  const sections = [...log.reference.sections.values()].filter(
    (row) =>
      (filter.synthetic || !row.synthetic) &&
      (!filter.river || row.river === filter.river) &&
      (!filter.basin || row.basin === filter.basin) &&
      (!filter.province || row.adcodes.includes(filter.province)) &&
      (!filter.ids || filter.ids.includes(row.id) || filter.ids.includes(row.stationCode ?? "")),
  );
  const waters = sections
    .map((row) => listRecord(log, row, at))
    .filter((row) => !filter.state || filter.state.includes(row.state))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { version: log.version, at: isoTime(at), total: waters.length, waters };
}
