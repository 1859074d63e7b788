import type { Source } from "@/lib/responses/schema";
import type { WaterRecord } from "@/lib/snapshot/schema";
import { isOver, type WaterState } from "./states";

/** What one teller says of a section, with its time (ISO 8601), stage in metres and source. */
export interface Word {
  at: string;
  precision: "DAY" | "MINUTE";
  state: WaterState;
  stage: number | null;
  trend: WaterRecord["trend"];
  stale: boolean;
  source: Source | null;
}

/** A section as the map and its popups need it: how it stands, and who says so. */
export interface SectionBrief {
  id: string;
  name: string;
  nameEn: string;
  kind: WaterRecord["kind"];
  adcodes: readonly string[];
  lat: number | null;
  lon: number | null;
  geometry: string | null;
  state: WaterState;
  /** Metres over (under: negative) the mark named by `exceeds`. */
  exceedance: number | null;
  exceeds: string | null;
  gauge: Word | null;
  report: Word | null;
  synthetic: boolean;
}

/** Whether the gauge and the bulletin disagree on being over a mark, though both are fresh. */
export function contradicts(section: Pick<SectionBrief, "gauge" | "report">): boolean {
  const { gauge, report } = section;
  if (!gauge || !report || gauge.stale || report.stale) return false;
  if (gauge.state === "unknown" || report.state === "unknown") return false;
  return isOver(gauge.state) !== isOver(report.state);
}

/** The word that stands for the section: the newer of the two. */
export const latestWord = ({ gauge, report }: Pick<SectionBrief, "gauge" | "report">): Word | null =>
  gauge && report ? (gauge.at >= report.at ? gauge : report) : (gauge ?? report);

/** A section of the snapshot in the form that map and table share. */
export function briefOf(water: WaterRecord): SectionBrief {
  const report: Word = {
    at: water.at,
    precision: water.precision,
    state: water.status,
    stage: water.stage,
    trend: water.trend,
    stale: water.stale,
    source: water.source,
  };
  return {
    id: water.id,
    name: water.name,
    nameEn: water.nameEn,
    kind: water.kind,
    adcodes: water.adcodes,
    lat: water.lat,
    lon: water.lon,
    geometry: water.geometry,
    state: water.stale && water.status === "normal" ? "stale" : water.status,
    exceedance: water.exceedance,
    exceeds: water.exceeds,
    gauge: null,
    report,
    synthetic: false,
  };
}
