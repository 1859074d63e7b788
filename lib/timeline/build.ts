import { isoTime } from "@/lib/format";
import { LEVELS, type ResponseLevel } from "@/lib/responses/levels";
import { stepAt } from "@/lib/responses/rules";
import type { Source } from "@/lib/responses/schema";
import type { EventLog, Track } from "@/lib/snapshot/log";

/** One stretch of a track at one level. Times ISO 8601; `to` null while it lasts. */
export interface Span {
  level: ResponseLevel;
  from: string;
  to: string | null;
  /** The last time the level was stated; after the set hours it counts as unconfirmed. */
  confirmed: string;
  confirmedPrecision: "DAY" | "MINUTE";
  precision: "DAY" | "MINUTE";
  certainty: "STATED" | "INFERRED";
  /** When the start is only known to lie between two lists. */
  window: { after: string; by: string } | null;
  endWindow: { after: string; by: string } | null;
  action: string;
  source: Source;
  /** Who stated the level last, when that is another source than the one it began with. */
  confirmedBy: Source | null;
}

export interface TrackTimeline {
  track: string;
  issuer: string;
  issuerEn: string;
  hazard: string;
  adcode: string;
  province: string;
  area: string | null;
  spans: Span[];
}

export interface Timeline {
  version: number;
  from: string;
  to: string;
  tracks: TrackTimeline[];
  staleAfterHours: number;
  /** Provinces under each level at the end of each day, whole provinces only: [day, I, II, III, IV]. */
  days: [string, number, number, number, number][];
}

const windowOf = (step: Track["steps"][number]) =>
  step.action.windowAfter !== null && step.action.windowBy !== null
    ? { after: isoTime(step.action.windowAfter), by: isoTime(step.action.windowBy) }
    : null;

function spansOf(track: Track): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (const step of track.steps) {
    const at = isoTime(step.action.effectiveAt);
    if (open && open.level !== step.level) {
      open.to = at;
      open.endWindow = windowOf(step);
      open = undefined;
    }
    if (open) {
      open.confirmed = at;
      open.confirmedPrecision = step.action.precision;
      open.confirmedBy = step.action.source;
    }
    if (!open && step.level) {
      open = {
        level: step.level,
        from: at,
        to: null,
        confirmed: at,
        confirmedPrecision: step.action.precision,
        precision: step.action.precision,
        certainty: step.action.certainty,
        window: windowOf(step),
        endWindow: null,
        action: step.action.kind.toLowerCase(),
        source: step.action.source,
        confirmedBy: null,
      };
      spans.push(open);
    }
  }
  return spans;
}

const DAY = 86_400_000;

/** Tracks as spans, and the season's daily counts, for an issuer (undefined: all) and hazards (empty: all). */
export function buildTimeline(
  log: EventLog,
  filter: { issuer?: string; hazards?: readonly string[]; adcode?: string },
): Timeline {
  const tracks = [...log.tracks.values()].filter((track) => {
    const issuer = log.reference.issuers.get(track.key.issuerId)?.name;
    return (
      (!filter.issuer || issuer === filter.issuer) &&
      (!filter.hazards?.length || filter.hazards.includes(track.key.hazard)) &&
      (!filter.adcode || track.key.provinceId === filter.adcode)
    );
  });
  const ends = [...log.tracks.values()]
    .flatMap((track) => [track.steps[0], track.steps.at(-1)])
    .flatMap((step) => (step ? [step.action.effectiveAt] : []));
  const from = ends.length ? ends.reduce((a, b) => Math.min(a, b)) : 0;
  const to = ends.length ? ends.reduce((a, b) => Math.max(a, b)) + DAY : 0;
  const days: Timeline["days"] = [];
  const whole = tracks.filter((track) => !track.key.areaId);
  // A season is some hundred days; a record of many years is counted in its last 400.
  const first = Math.max(Date.parse(`${isoTime(from).slice(0, 10)}T00:00:00+08:00`), to - 400 * DAY);
  for (let day = first; day < to && ends.length; day += DAY) {
    const gravest = new Map<string, ResponseLevel>();
    for (const track of whole) {
      const level = stepAt(track.steps, day + DAY - 1)?.level;
      const known = gravest.get(track.key.provinceId);
      if (level && (!known || LEVELS[level].rank < LEVELS[known].rank))
        gravest.set(track.key.provinceId, level);
    }
    const count = (level: ResponseLevel) => [...gravest.values()].filter((l) => l === level).length;
    days.push([isoTime(day).slice(0, 10), count("I"), count("II"), count("III"), count("IV")]);
  }
  return {
    version: log.version,
    from: isoTime(first),
    to: isoTime(to),
    days,
    staleAfterHours: log.staleAfterHours,
    tracks: tracks
      .map((track) => {
        const issuer = log.reference.issuers.get(track.key.issuerId);
        return {
          track: track.id,
          issuer: issuer?.name ?? "",
          issuerEn: issuer?.nameEn ?? "",
          hazard: track.key.hazard,
          adcode: track.key.provinceId,
          province: log.reference.provinces.get(track.key.provinceId)?.name ?? "",
          area: track.key.areaId ? (log.reference.areas.get(track.key.areaId)?.name ?? null) : null,
          spans: spansOf(track),
        };
      })
      .filter((track) => track.spans.length > 0)
      .sort((a, b) => a.adcode.localeCompare(b.adcode) || a.track.localeCompare(b.track)),
  };
}
