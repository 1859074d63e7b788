import type { Source } from "@/lib/responses/schema";
import type { WaterRecord } from "@/lib/snapshot/schema";
import type { MarkRecord, ReadingRecord, WaterState } from "./schema";

export type Trend = NonNullable<WaterRecord["trend"]>;

/** What one teller says of a section, with its time (ISO 8601), stage in metres and source. */
export interface Word {
  teller: ReadingRecord["source"]["kind"] | "bulletin";
  at: string;
  precision: "DAY" | "MINUTE";
  state: WaterState;
  stage: number | null;
  trend: Trend | null;
  /** Metres over (under: negative) the mark named by `exceeds`. */
  exceedance: number | null;
  exceeds: string | null;
  /** What the trend of a gauge rests on: the change in metres over so many hours. */
  trendBasis: ReadingRecord["trendBasis"];
  /** How sure the mark is that a gauge is held against; null where a bulletin printed the comparison itself. */
  markStatus: MarkRecord["status"] | null;
  /** Whether the gauge or its mark names no datum, so that one zero was assumed for both. */
  datumAssumed: boolean;
  stale: boolean;
  source: Source;
}

/** A section as map, table and popups need it: how it stands, and who says so. */
export interface SectionBrief {
  id: string;
  name: string;
  nameEn: string;
  kind: WaterRecord["kind"];
  lat: number | null;
  lon: number | null;
  geometry: string | null;
  state: WaterState;
  gauge: Word | null;
  report: Word | null;
  /** Whether the two cannot both be true. */
  conflict: boolean;
  synthetic: boolean;
}

/** The word that stands for the section: the younger of the two that are not stale. */
export function latestWord({ gauge, report }: Pick<SectionBrief, "gauge" | "report">): Word | null {
  if (!gauge || !report) return gauge ?? report;
  if (gauge.stale !== report.stale) return gauge.stale ? report : gauge;
  return Date.parse(gauge.at) >= Date.parse(report.at) ? gauge : report;
}

/** What a gauge says, as a word with its mark and exceedance (m). */
export const gaugeWord = (reading: ReadingRecord): Word => ({
  teller: reading.source.kind,
  at: reading.at,
  precision: "MINUTE",
  state: reading.state,
  stage: reading.stage,
  trend: reading.trend,
  exceedance: reading.exceedance,
  exceeds: reading.mark?.kind ?? null,
  trendBasis: reading.trendBasis,
  markStatus: reading.mark?.status ?? null,
  datumAssumed: reading.datumBasis === "assumed",
  stale: reading.stale,
  source: {
    publisher: reading.source.publisher ?? reading.source.name,
    title: reading.source.title ?? "",
    published: reading.source.published,
    url: reading.source.url,
    bulletin: null,
  },
});

type Reported = Pick<
  WaterRecord,
  "at" | "precision" | "status" | "stage" | "trend" | "exceedance" | "exceeds" | "stale" | "source"
>;
/** What a bulletin says, as a word with its mark and exceedance (m). */
export const reportWord = ({ status, ...report }: Reported): Word => ({
  teller: "bulletin",
  at: report.at,
  precision: report.precision,
  state: status,
  stage: report.stage,
  trend: report.trend,
  exceedance: report.exceedance,
  exceeds: report.exceeds,
  trendBasis: null,
  markStatus: null,
  datumAssumed: false,
  stale: report.stale,
  source: report.source,
});

/** A section of the snapshot in the form that map and table share. */
export const briefOf = (water: WaterRecord): SectionBrief => ({
  id: water.id,
  name: water.name,
  nameEn: water.nameEn,
  kind: water.kind,
  lat: water.lat,
  lon: water.lon,
  geometry: water.geometry,
  state: water.state,
  gauge: water.reading && gaugeWord(water.reading),
  report: water.basis === "report" ? reportWord(water) : null,
  conflict: water.conflict !== null,
  synthetic: water.synthetic,
});
