import { GRADES, type RainGrade } from "./grades";

const DAY = 24 * 3_600_000;
/** A forecast without a stated end is taken to reach this far. */
export const OPEN_END_DAYS = 3;

interface Period {
  from: number;
  to: number | null;
  toPrecision: "DAY" | "MINUTE";
}

/** The last moment of a forecast's period, epoch ms: a day lasts to its last millisecond in China. */
export function endOf({ from, to, toPrecision }: Period): number {
  if (to === null) return from + OPEN_END_DAYS * DAY - 1;
  return toPrecision === "DAY" ? to + DAY - 1 : to;
}

export type ForecastState = "upcoming" | "current" | "expired";

/** Where a world time lies against a forecast's period. */
export const stateAt = (period: Period, at: number): ForecastState =>
  at < period.from ? "upcoming" : at <= endOf(period) ? "current" : "expired";

/** Rain of this grade or graver loosens slopes. */
const LOOSENING: RainGrade = "HEAVY";

export interface RainPeriod extends Period {
  id: number;
  grade: RainGrade | null;
  provinces: readonly string[];
}

/** A province whose slopes are watched: while heavy rain is foretold, and for some days after its last end. */
export interface GeohazardWatch {
  adcode: string;
  state: "rain" | "lag";
  rainFrom: number;
  rainUntil: number;
  until: number;
  forecasts: number[];
}

/** The provinces to watch at a world time; `days` is how long slopes stay dangerous after the rain. */
export function geohazardWatches(
  forecasts: readonly RainPeriod[],
  at: number,
  days: number,
): GeohazardWatch[] {
  const watches = new Map<string, GeohazardWatch>();
  for (const forecast of forecasts) {
    if (!forecast.grade || GRADES[forecast.grade].rank < GRADES[LOOSENING].rank) continue;
    const end = endOf(forecast);
    const until = end + days * DAY;
    if (forecast.from > at || until < at) continue;
    for (const adcode of forecast.provinces) {
      const known = watches.get(adcode);
      watches.set(adcode, {
        adcode,
        state: at <= Math.max(end, known?.rainUntil ?? 0) ? "rain" : "lag",
        rainFrom: Math.min(forecast.from, known?.rainFrom ?? forecast.from),
        rainUntil: Math.max(end, known?.rainUntil ?? end),
        until: Math.max(until, known?.until ?? until),
        forecasts: [...(known?.forecasts ?? []), forecast.id],
      });
    }
  }
  return [...watches.values()].sort((a, b) => a.adcode.localeCompare(b.adcode));
}
