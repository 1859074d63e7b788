import { type ConsultationEntry, newConsultations } from "@/lib/consultations/log";
import { type DirectiveEntry, newDirectives, newProgress, type ProgressEntry } from "@/lib/directives/log";
import { type ForecastEntry, newForecasts } from "@/lib/forecasts/log";
import { newOutages, newRestorations, type OutageEntry, type RestorationEntry } from "@/lib/outages/log";
import { type DangerEventEntry, newDangerEvents, newPatrols, type PatrolEntry } from "@/lib/patrols/log";
import { newPositions, type PositionEntry } from "@/lib/positions/log";
import type { FactEvent } from "./publications";
import type { Client, Span } from "./recorded";

/** The part of the log that holds what is neither level nor water: all in the order of the record. */
export interface DomainLog {
  forecasts: ForecastEntry[];
  consultations: ConsultationEntry[];
  directives: DirectiveEntry[];
  /** By directive. */
  progress: Map<number, ProgressEntry[]>;
  outages: OutageEntry[];
  /** By outage. */
  restorations: Map<number, RestorationEntry[]>;
  patrols: PatrolEntry[];
  /** By danger. */
  dangerEvents: Map<number, DangerEventEntry[]>;
  /** By deployment. */
  positions: Map<number, PositionEntry[]>;
}

export const emptyDomain = (): DomainLog => ({
  forecasts: [],
  consultations: [],
  directives: [],
  progress: new Map(),
  outages: [],
  restorations: new Map(),
  patrols: [],
  dangerEvents: new Map(),
  positions: new Map(),
});

function grow<V>(map: Map<number, V[]>, values: readonly V[], key: (value: V) => number): void {
  for (const value of values) {
    const list = map.get(key(value));
    if (list) list.push(value);
    else map.set(key(value), [value]);
  }
}

/**
 * Reads what is new and returns the step that adds it (nothing is added when one of the readings fails), and of it
 * what a bulletin may have stated.
 */
export async function readDomain(
  client: Client,
  version: Span,
): Promise<{ add: (log: DomainLog) => void; facts: FactEvent[] }> {
  const [
    forecasts,
    consultations,
    directives,
    progress,
    outages,
    restorations,
    patrols,
    dangerEvents,
    positions,
  ] = await Promise.all([
    newForecasts(client, version),
    newConsultations(client, version),
    newDirectives(client, version),
    newProgress(client, version),
    newOutages(client, version),
    newRestorations(client, version),
    newPatrols(client, version),
    newDangerEvents(client, version),
    newPositions(client, version),
  ]);
  const add = (log: DomainLog) => {
    log.forecasts.push(...forecasts);
    log.consultations.push(...consultations);
    log.directives.push(...directives);
    log.outages.push(...outages);
    log.patrols.push(...patrols);
    grow(log.progress, progress, (one) => one.directiveId);
    grow(log.restorations, restorations, (one) => one.outageId);
    grow(log.dangerEvents, dangerEvents, (one) => one.dangerId);
    grow(log.positions, positions, (one) => one.deploymentId);
  };
  return {
    add,
    facts: [
      ...outages.map((event) => ({ kind: "OUTAGE" as const, event })),
      ...patrols.map((event) => ({ kind: "DANGER" as const, event })),
      ...forecasts.map((event) => ({ kind: "FORECAST" as const, event })),
      ...consultations.map((event) => ({ kind: "CONSULTATION" as const, event })),
      ...directives.map((event) => ({ kind: "DIRECTIVE" as const, event })),
    ],
  };
}
