import { isoTime } from "@/lib/format";
import type { ResponseLevel } from "@/lib/responses/levels";
import type { Hazard } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import type { FactEvent } from "@/lib/snapshot/publications";

export type FactKind = FactEvent["kind"];
type Precision = "DAY" | "MINUTE";

/** A fact in our own terms, by its kind; times ISO 8601, stages in metres above the section's datum. */
export type Said =
  | {
      kind: "RESPONSE";
      issuer: string;
      issuerEn: string;
      hazard: Hazard;
      adcode: string;
      /** The part of the province that the order covers; null when it covers all of it. */
      area: { adcode: string; name: string } | null;
      action: "activate" | "maintain" | "raise" | "lower" | "terminate";
      level: ResponseLevel | null;
      at: string;
      precision: Precision;
    }
  | {
      kind: "WATER";
      section: string;
      name: string;
      nameEn: string;
      adcodes: string[];
      status: string | null;
      trend: string | null;
      stage: number | null;
      at: string;
      precision: Precision;
    }
  | {
      kind: "DEPLOYMENT";
      type: string;
      typeName: string;
      typeNameEn: string;
      count: number | null;
      unit: string;
      from: string;
      mission: string;
      places: { name: string; adcode: string | null; lat: number | null; lon: number | null }[];
      at: string;
      precision: Precision;
    };

/** The kinds in the order they are shown. */
export const FACT_KINDS = ["RESPONSE", "WATER", "DEPLOYMENT"] as const satisfies readonly FactKind[];

/** What an event says, with the names of the reference; undefined when the reference no longer has them. */
export function saidBy(fact: FactEvent, { reference }: EventLog): Said | undefined {
  if (fact.kind === "RESPONSE") {
    const { key, event } = fact;
    const issuer = reference.issuers.get(key.issuerId);
    const area = key.areaId ? reference.areas.get(key.areaId) : undefined;
    return {
      kind: "RESPONSE",
      issuer: issuer?.name ?? key.issuerId,
      issuerEn: issuer?.nameEn ?? key.issuerId,
      hazard: key.hazard,
      adcode: key.provinceId,
      area: area ? { adcode: area.adcode, name: area.name } : null,
      action: ACTIONS[event.kind],
      level: event.level,
      at: isoTime(event.effectiveAt),
      precision: event.precision,
    };
  }
  if (fact.kind === "WATER") {
    const { event } = fact;
    const section = reference.sections.get(event.sectionId);
    return {
      kind: "WATER",
      section: event.sectionId,
      name: section?.name ?? event.sectionId,
      nameEn: section?.nameEn ?? event.sectionId,
      adcodes: section?.adcodes ?? [],
      status: event.status?.toLowerCase() ?? null,
      trend: event.trend?.toLowerCase() ?? null,
      stage: event.stage,
      at: isoTime(event.at),
      precision: event.precision,
    };
  }
  const { event } = fact;
  const type = reference.kinds.get(event.kindId);
  const [first] = event.statuses;
  return {
    kind: "DEPLOYMENT",
    type: event.kindId,
    typeName: type?.term ?? event.kindId,
    typeNameEn: type?.termEn ?? event.kindId,
    count: event.count,
    unit: event.unit,
    from: event.from,
    mission: event.mission,
    places: event.places.map(({ name, adcode, lat, lon }) => ({ name, adcode, lat, lon })),
    at: isoTime(first?.at ?? event.recordedAt),
    precision: first?.precision ?? "DAY",
  };
}

const ACTIONS = {
  ACTIVATE: "activate",
  MAINTAIN: "maintain",
  RAISE: "raise",
  LOWER: "lower",
  TERMINATE: "terminate",
} as const;

const provinceCode = (adcode: string) => `${adcode.slice(0, 2)}0000`;

/** The provinces that an event is about, as codes. */
export function provincesOf(fact: FactEvent, { reference }: EventLog): string[] {
  if (fact.kind === "RESPONSE") return [fact.key.provinceId];
  if (fact.kind === "WATER") return reference.sections.get(fact.event.sectionId)?.adcodes ?? [];
  return fact.event.places.flatMap((place) => (place.adcode ? [provinceCode(place.adcode)] : []));
}

/** Every event of each kind, to find what was corrected later. */
export function* allEvents(log: EventLog): Iterable<FactEvent> {
  for (const { key, actions } of log.tracks.values())
    for (const event of actions) yield { kind: "RESPONSE", key, event };
  for (const reports of log.reports.values()) for (const event of reports) yield { kind: "WATER", event };
  for (const event of log.deployments.values()) yield { kind: "DEPLOYMENT", event };
}
