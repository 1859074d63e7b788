import { isoDay, isoTime, parseTime } from "@/lib/format";
import { standing } from "@/lib/snapshot/recorded";
import { type Asset, helpFor } from "./help";
import type { OutageEntry, RestorationEntry } from "./log";
import type { OutageRecord, SeasonRecord } from "./record";
import { endOfOutage, type NetworkLoss, restoredAt, seasonLine } from "./rules";
import type { Cut } from "./schema";

const HOUR = 3_600_000;
/** An outage that is over stays to be read for this long. */
const FORGET_AFTER = 7 * 24 * HOUR;
const NAMES = { ROAD: "road", POWER: "power", NETWORK: "network" } as const satisfies Record<Cut, string>;

interface Log {
  outages: Iterable<OutageEntry>;
  restorations: ReadonlyMap<number, readonly RestorationEntry[]>;
}

const restorationsOf = (log: Log, id: number, at: number, known: number) =>
  (log.restorations.get(id) ?? []).filter((one) => one.at <= at && one.recordedAt <= known);
const codeOf = (entry: OutageEntry) => entry.areaId ?? entry.province;

/** The outages at a world time as known at a record time (epoch ms), open ones first, with the help for each. */
export function outageRecords(
  log: Log,
  assets: readonly Asset[],
  nearKm: number,
  at: number,
  known: number,
): OutageRecord[] {
  return standing(log.outages, known)
    .filter((entry) => entry.since <= at)
    .map((entry) => ({ entry, restorations: restorationsOf(log, entry.id, at, known) }))
    .map(({ entry, restorations }) => ({
      entry,
      each: restoredAt(entry.cuts, restorations),
      until: endOfOutage(entry.cuts, restorations),
    }))
    .filter(({ until }) => until === null || at - until <= FORGET_AFTER)
    .sort(
      (a, b) =>
        Number(a.until !== null) - Number(b.until !== null) ||
        b.entry.since - a.entry.since ||
        b.entry.id - a.entry.id,
    )
    .map(({ entry, each, until }): OutageRecord => {
      const place = { adcode: codeOf(entry), lat: entry.lat, lon: entry.lon };
      return {
        id: String(entry.id),
        name: entry.name,
        ...place,
        province: entry.province,
        areaId: entry.areaId,
        ring: entry.ring,
        cuts: [...each].map(([cut, end]) => ({
          what: NAMES[cut],
          until: end === null ? null : isoTime(end),
        })),
        open: [...each].flatMap(([cut, end]) => (end === null ? [NAMES[cut]] : [])),
        since: isoTime(entry.since),
        sincePrecision: entry.sincePrecision,
        until: until === null ? null : isoTime(until),
        people: entry.people,
        note: entry.note,
        help: helpFor(place, assets, nearKm),
        source: entry.source,
      };
    });
}

/** When a communication asset first stood at a place, epoch ms, as known: its arrival there. */
export type FirstArrival = (
  place: { adcode: string; lat: number | null; lon: number | null },
  since: number,
) => number | null;

/** The season's line on command communication, computed from every outage of the year up to a world time. */
export function seasonRecord(
  log: Log,
  firstArrival: FirstArrival,
  longHours: number,
  at: number,
  known: number,
): SeasonRecord {
  const from = parseTime(`${isoDay(at).slice(0, 4)}-01-01`)?.ms ?? 0;
  const losses = standing(log.outages, known)
    .filter((entry) => entry.cuts.includes("NETWORK") && entry.since >= from && entry.since <= at)
    .map((entry): NetworkLoss => {
      const back = restoredAt(["NETWORK"], restorationsOf(log, entry.id, at, known)).get("NETWORK") ?? null;
      const arrival = firstArrival({ adcode: codeOf(entry), lat: entry.lat, lon: entry.lon }, entry.since);
      const ends = [back, arrival].filter((end) => end !== null);
      return { id: String(entry.id), since: entry.since, until: ends.length ? Math.min(...ends) : null };
    });
  const line = seasonLine(losses, at, longHours);
  return {
    from: isoTime(from),
    networkOutages: line.outages,
    longestHours: line.longestHours,
    longest: line.longest,
    thresholdHours: longHours,
    longLoss: line.longLoss,
  };
}
