import type { DirectiveCategory } from "@/lib/directives/categories";
import type { Cut } from "@/lib/outages/schema";
import type { DangerGrade, DangerKind } from "@/lib/patrols/dangers";
import type { ResponseLevel } from "@/lib/responses/levels";
import type { Hazard } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import type { FactEvent } from "@/lib/snapshot/publications";

export type FactKind = FactEvent["kind"];

/** The kinds in the order they are shown. */
export const FACT_KINDS = [
  "RESPONSE",
  "WATER",
  "DEPLOYMENT",
  "OUTAGE",
  "DANGER",
  "FORECAST",
  "CONSULTATION",
  "DIRECTIVE",
] as const satisfies readonly FactKind[];

/** When a fact holds, or begins to; ISO 8601. A day is all that many texts print. */
interface Timed {
  at: string;
  precision: "DAY" | "MINUTE";
}

interface OfKind {
  RESPONSE: {
    issuer: string;
    issuerEn: string;
    hazard: Hazard;
    adcode: string;
    /** The part of the province that the order covers; null when it covers all of it. */
    area: { adcode: string; name: string } | null;
    action: "activate" | "maintain" | "raise" | "lower" | "terminate";
    level: ResponseLevel | null;
  };
  WATER: {
    section: string;
    name: string;
    nameEn: string;
    adcodes: string[];
    status: string | null;
    trend: string | null;
    /** Metres above the section's datum. */
    stage: number | null;
  };
  DEPLOYMENT: {
    type: string;
    typeName: string;
    typeNameEn: string;
    count: number | null;
    unit: string;
    from: string;
    fromEn: string;
    mission: string;
    /** Its first status: whether it was sent or stood ready. */
    state: string;
    places: { name: string; nameEn: string; adcode: string | null; lat: number | null; lon: number | null }[];
  };
  OUTAGE: { name: string; adcode: string; cuts: Cut[]; people: number | null };
  /** A danger that was found on a dike. */
  DANGER: {
    section: string;
    sectionName: string;
    sectionNameEn: string;
    adcode: string;
    dangers: { danger: DangerKind; grade: DangerGrade; place: string }[];
  };
  FORECAST: {
    areas: string[];
    areasEn: string[];
    adcodes: string[];
    intensity: string;
    grade: string | null;
    to: string | null;
    toPrecision: "DAY" | "MINUTE";
  };
  CONSULTATION: {
    form: "meeting" | "video";
    ledBy: string[];
    ledByEn: string[];
    adcodes: string[];
    decisions: string | null;
  };
  DIRECTIVE: {
    category: DirectiveCategory;
    text: string;
    issuer: string;
    issuerEn: string;
    adcodes: string[];
  };
}

/** A fact in our own terms, by its kind; `…En` is the Chinese itself where no English name is known. */
export type SaidOf<K extends FactKind> = { kind: K } & Timed & OfKind[K];
export type Said = { [K in FactKind]: SaidOf<K> }[FactKind];

const provinceCode = (adcode: string) => `${adcode.slice(0, 2)}0000`;

/** The provinces that a fact is about, as codes. */
export function provincesOf(said: Said): string[] {
  switch (said.kind) {
    case "RESPONSE":
    case "OUTAGE":
    case "DANGER":
      return [provinceCode(said.adcode)];
    case "DEPLOYMENT":
      return [...new Set(said.places.flatMap((place) => (place.adcode ? [provinceCode(place.adcode)] : [])))];
    default:
      return said.adcodes;
  }
}

/** Every event of each kind, to find what was corrected later. */
export function* allEvents(log: EventLog): Iterable<FactEvent> {
  const { forecasts, consultations, directives, outages, patrols } = log.domain;
  for (const { key, actions } of log.tracks.values())
    for (const event of actions) yield { kind: "RESPONSE", key, event };
  for (const reports of log.reports.values()) for (const event of reports) yield { kind: "WATER", event };
  for (const event of log.deployments.values()) yield { kind: "DEPLOYMENT", event };
  for (const event of outages) yield { kind: "OUTAGE", event };
  for (const event of patrols) yield { kind: "DANGER", event };
  for (const event of forecasts) yield { kind: "FORECAST", event };
  for (const event of consultations) yield { kind: "CONSULTATION", event };
  for (const event of directives) yield { kind: "DIRECTIVE", event };
}
