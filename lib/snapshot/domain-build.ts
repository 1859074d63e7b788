import { consultationRecords } from "@/lib/consultations/log";
import type { DeploymentEntry } from "@/lib/deployments/log";
import { directiveRecords } from "@/lib/directives/build";
import { forecastRecords, geohazardRecords } from "@/lib/forecasts/build";
import { findGaps } from "@/lib/gaps/rules";
import { outageRecords, seasonRecord } from "@/lib/outages/build";
import { type Asset, helpFor } from "@/lib/outages/help";
import { dangerRecords, patrolRecords } from "@/lib/patrols/build";
import { foldTrack, knownActions, stepAt, type TrackStep } from "@/lib/responses/rules";
import { withFurther } from "./confirmations";
import { englishOf } from "./english";
import type { EventLog } from "./log";
import { standing } from "./recorded";
import type { Snapshot } from "./schema";

type Base = Pick<Snapshot, "responses" | "waters" | "deployments">;
type Domain = Omit<Snapshot, keyof Base | "version" | "recordedAt" | "clock" | "at" | "known">;

/** Tells the provinces wholly under response at a time, drought left aside; each track is folded once. */
function underResponse(log: EventLog, known: number): (at: number) => string[] {
  let folded: { adcode: string; steps: TrackStep[] }[] | undefined;
  return (at) => {
    folded ??= [...log.tracks.values()]
      .filter(({ key }) => key.hazard !== "DROUGHT" && key.areaId === null)
      .map(({ key, steps, actions }) => ({
        adcode: key.provinceId,
        steps: known === Number.POSITIVE_INFINITY ? steps : foldTrack(knownActions(actions, known)),
      }));
    return [
      ...new Set(folded.filter(({ steps }) => stepAt(steps, at)?.level).map(({ adcode }) => adcode)),
    ].sort();
  };
}

const STANDING = new Set(["ARRIVED", "WORKING"]);

/** When a communication asset first stood at a place while it was cut off: its first arrival there, or the cut itself. */
function firstArrival(log: EventLog, nearKm: number, at: number, known: number) {
  const assets = standing(log.deployments.values(), known).filter(
    (entry) => log.reference.kinds.get(entry.kindId)?.carriesNetwork,
  );
  const stays = (entry: DeploymentEntry, since: number): number | null => {
    const statuses = entry.statuses.filter((one) => one.recordedAt <= known && one.at <= at);
    const arrived = statuses.filter((one) => STANDING.has(one.state)).map((one) => one.at);
    const left = statuses.find((one) => one.state === "WITHDRAWN")?.at ?? Number.POSITIVE_INFINITY;
    if (!arrived.length || left <= since) return null;
    return Math.max(since, Math.min(...arrived));
  };
  return (
    place: { adcode: string; lat: number | null; lon: number | null },
    since: number,
  ): number | null => {
    const times = assets.flatMap((entry) => {
      const time = stays(entry, since);
      const asset = { id: String(entry.id), status: "arrived", places: entry.places, position: null };
      return time !== null && helpFor(place, [asset], nearKm).there.length ? [time] : [];
    });
    return times.length ? Math.min(...times) : null;
  };
}

/** Everything of the picture beside levels, waters and deployments, at a world time and as known at a record time. */
export function domainPicture(log: EventLog, base: Base, at: number, known: number): Domain {
  const { domain, thresholds, reference } = log;
  const english = englishOf(reference);
  const assets: Asset[] = base.deployments.filter((one) => one.network);
  const further = withFurther(log, known);
  const outages = further("OUTAGE", outageRecords(domain, assets, thresholds.assetWithinKm, at, known));
  const directives = further(
    "DIRECTIVE",
    directiveRecords(domain.directives, domain.progress, underResponse(log, known), english, at, known),
  );
  const patrols = patrolRecords(domain.patrols, reference.sections, at, known);
  const arrival = firstArrival(log, thresholds.assetWithinKm, at, known);
  return {
    outages,
    season: seasonRecord(domain, arrival, thresholds.longLossHours, at, known),
    forecasts: further("FORECAST", forecastRecords(domain.forecasts, at, known)),
    geohazards: geohazardRecords(domain.forecasts, at, known, thresholds.geohazardDays),
    directives,
    consultations: further("CONSULTATION", consultationRecords(domain.consultations, english, at, known)),
    patrols,
    dangers: further(
      "DANGER",
      dangerRecords(domain.patrols, domain.dangerEvents, reference.sections, at, known),
    ),
    gaps: findGaps(
      {
        ...base,
        at,
        patrols,
        outages,
        directives,
        pointsOf: (id) => reference.sections.get(id)?.points ?? [],
        provinceName: (code) => reference.provinces.get(code)?.name ?? code,
        english,
        staleAfterHours: log.staleAfterHours,
      },
      thresholds,
    ),
  };
}
