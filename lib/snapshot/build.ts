import { worldTime } from "@/lib/clock";
import type { DeploymentEntry } from "@/lib/deployments/log";
import { isoTime } from "@/lib/format";
import type { Latest } from "@/lib/readings/latest";
import { LEVELS } from "@/lib/responses/levels";
import { foldTrack, isStale, knownActions, stepAt } from "@/lib/responses/rules";
import { waterRecords } from "@/lib/waters/build";
import { withFurther } from "./confirmations";
import { domainPicture } from "./domain-build";
import { englishOf } from "./english";
import type { EventLog, Track } from "./log";
import { latest, standing } from "./recorded";
import { DeploymentRecord, ResponseRecord, type Snapshot } from "./schema";

const HOUR = 3_600_000;
/** A team not heard of for this long is no longer part of the present picture. */
const FORGET_DEPLOYMENT_AFTER = 7 * 24 * HOUR;

function responseRecord(
  log: EventLog,
  track: Track,
  at: number,
  known: number | undefined,
): ResponseRecord | undefined {
  const steps = known === undefined ? track.steps : foldTrack(knownActions(track.actions, known));
  const step = stepAt(steps, at);
  if (!step?.level) return undefined;
  const { reference } = log;
  const issuer = reference.issuers.get(track.key.issuerId);
  const province = reference.provinces.get(track.key.provinceId);
  if (!issuer || !province) return undefined;
  const area = track.key.areaId ? reference.areas.get(track.key.areaId) : undefined;
  const inferred = [step.since, step.action].find((action) => action?.certainty === "INFERRED");
  return ResponseRecord.parse({
    track: track.id,
    issuer: issuer.name,
    issuerEn: issuer.nameEn,
    tier: issuer.tier,
    hazard: track.key.hazard,
    adcode: province.adcode,
    province: province.name,
    area: area ? { adcode: area.adcode, name: area.name } : null,
    level: step.level,
    since: step.since ? isoTime(step.since.effectiveAt) : null,
    sincePrecision: step.since?.precision ?? "DAY",
    confirmedAt: isoTime(step.action.effectiveAt),
    confirmedPrecision: step.action.precision,
    action: step.action.kind.toLowerCase(),
    certainty: inferred ? "INFERRED" : "STATED",
    window:
      inferred?.windowAfter && inferred.windowBy
        ? { after: isoTime(inferred.windowAfter), by: isoTime(inferred.windowBy) }
        : null,
    reason: inferred?.reason ?? step.action.reason,
    contradiction: step.contradiction,
    stale: isStale(step.action.effectiveAt, at, log.staleAfterHours),
    source: step.action.source,
  });
}

function deploymentRecord(
  log: EventLog,
  entry: DeploymentEntry,
  at: number,
  known: number,
): DeploymentRecord | undefined {
  const kind = log.reference.kinds.get(entry.kindId);
  const status = latest(
    entry.statuses.filter((s) => s.recordedAt <= known),
    at,
  );
  if (!kind || !status || status.state === "WITHDRAWN" || at - status.at > FORGET_DEPLOYMENT_AFTER)
    return undefined;
  const [first] = entry.places;
  const { name, lat, lon } = entry.origin;
  const seen = latest(
    (log.domain.positions.get(entry.id) ?? []).filter((position) => position.recordedAt <= known),
    at,
  );
  return DeploymentRecord.parse({
    id: String(entry.id),
    kind: entry.kindId,
    kindName: kind.term,
    kindNameEn: kind.termEn,
    icon: kind.icon,
    asset: kind.isAsset,
    network: kind.carriesNetwork,
    count: entry.count,
    unit: entry.unit,
    from: entry.from,
    fromEn: englishOf(log.reference)(entry.from),
    origin: lat === null || lon === null ? null : { name: name ?? entry.from, lat, lon },
    position: seen ? { lat: seen.lat, lon: seen.lon, at: isoTime(seen.at) } : null,
    place: entry.places.map((place) => place.name).join("、"),
    adcode: first?.adcode ?? null,
    lat: first?.lat ?? null,
    lon: first?.lon ?? null,
    places: entry.places,
    mission: entry.mission,
    status: status.state.toLowerCase(),
    at: isoTime(status.at),
    precision: status.precision,
    certainty: entry.certainty,
    source: entry.source,
  });
}

const byGravity = (a: ResponseRecord, b: ResponseRecord) =>
  LEVELS[a.level].rank - LEVELS[b.level].rank ||
  a.adcode.localeCompare(b.adcode) ||
  a.track.localeCompare(b.track);
const present = <T>(value: T | undefined): value is T => value !== undefined;

/** The clock as pages show it: its mode, its now and how fast it runs. */
export const clockOf = (log: Pick<EventLog, "clock">, now = worldTime(log.clock)): Snapshot["clock"] => ({
  mode: log.clock.mode,
  now: isoTime(now),
  rate: log.clock.mode === "live" ? 1 : log.clock.rate,
});

/** The picture at a world time, as known at a record time (epoch ms; left out: the clock's now, all that is known). */
export function buildSnapshot(
  log: EventLog,
  options: {
    at?: number;
    known?: number;
    now?: number;
    /** Each section's last reading at that time, when it is not now. */
    readings?: ReadonlyMap<number, Latest>;
  } = {},
): Snapshot {
  const now = options.now ?? worldTime(log.clock);
  const at = options.at ?? now;
  const known = options.known ?? Number.POSITIVE_INFINITY;
  const ofNow = options.at === undefined && options.known === undefined;
  const readings = options.readings ?? (ofNow ? log.waters.latest : new Map());
  const base = {
    responses: [...log.tracks.values()]
      .map((track) => responseRecord(log, track, at, options.known))
      .filter(present)
      .sort(byGravity),
    waters: waterRecords(log, { at, known, readings }),
    deployments: withFurther(log, known)(
      "DEPLOYMENT",
      standing(log.deployments.values(), known)
        .map((entry) => deploymentRecord(log, entry, at, known))
        .filter(present)
        .sort((a, b) => b.at.localeCompare(a.at)),
    ),
  };
  return {
    version: log.version,
    recordedAt: isoTime(log.recordedAt),
    clock: clockOf(log, now),
    at: isoTime(at),
    known: options.known === undefined ? null : isoTime(options.known),
    ...base,
    // What is made up for a drill is nobody's need.
    ...domainPicture(log, { ...base, waters: base.waters.filter((water) => !water.synthetic) }, at, known),
  };
}
