import { isoTime } from "@/lib/format";
import { standing } from "@/lib/snapshot/recorded";
import { areaInEnglish } from "./english";
import { GRADES } from "./grades";
import type { ForecastEntry } from "./log";
import type { ForecastRecord, GeohazardRecord } from "./record";
import { endOf, geohazardWatches, stateAt } from "./rules";

const DAY = 24 * 3_600_000;
/** An expired forecast stays to be read for this long, marked as expired. */
const FORGET_AFTER = 7 * DAY;

/** The forecasts issued by a world time, as known at a record time (epoch ms): running first, then to come, then over. */
export function forecastRecords(
  entries: Iterable<ForecastEntry>,
  at: number,
  known: number,
): ForecastRecord[] {
  const order = { current: 0, upcoming: 1, expired: 2 };
  return standing(entries, known)
    .filter((entry) => entry.issuedAt <= at && endOf(entry) >= at - FORGET_AFTER)
    .map((entry): ForecastRecord => {
      const state = stateAt(entry, at);
      const grade = entry.grade ? GRADES[entry.grade] : null;
      return {
        id: String(entry.id),
        issuedAt: isoTime(entry.issuedAt),
        from: isoTime(entry.from),
        fromPrecision: entry.fromPrecision,
        to: entry.to === null ? null : isoTime(entry.to),
        toPrecision: entry.toPrecision,
        state,
        current: state === "current",
        areas: entry.areas.map((area) => ({ ...area, textEn: areaInEnglish(area.text) })),
        provinces: entry.provinces,
        intensity: entry.intensity,
        grade: entry.grade,
        mm: grade && { from: grade.from, below: grade.below },
        note: entry.note,
        source: entry.source,
      };
    })
    .sort(
      (a, b) =>
        order[a.state] - order[b.state] || a.from.localeCompare(b.from) || Number(a.id) - Number(b.id),
    );
}

/** The provinces flagged for landslides at a world time: during foretold heavy rain and `days` after it. */
export function geohazardRecords(
  entries: Iterable<ForecastEntry>,
  at: number,
  known: number,
  days: number,
): GeohazardRecord[] {
  const issued = standing(entries, known).filter((entry) => entry.issuedAt <= at);
  return geohazardWatches(issued, at, days).map((watch) => ({
    ...watch,
    rainFrom: isoTime(watch.rainFrom),
    rainUntil: isoTime(watch.rainUntil),
    until: isoTime(watch.until),
    forecasts: watch.forecasts.map(String),
  }));
}
