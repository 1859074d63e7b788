import { areaInEnglish } from "@/lib/forecasts/english";
import { isoTime } from "@/lib/format";
import { englishOf } from "@/lib/snapshot/english";
import type { Reference } from "@/lib/snapshot/log";
import type { FactEvent } from "@/lib/snapshot/publications";
import type { FactKind, Said, SaidOf } from "./facts";

type EventOf<K extends FactKind> = Extract<FactEvent, { kind: K }>;
const ACTIONS = {
  ACTIVATE: "activate",
  MAINTAIN: "maintain",
  RAISE: "raise",
  LOWER: "lower",
  TERMINATE: "terminate",
} as const;

function response({ key, event }: EventOf<"RESPONSE">, reference: Reference): SaidOf<"RESPONSE"> {
  const issuer = reference.issuers.get(key.issuerId);
  const area = key.areaId ? reference.areas.get(key.areaId) : undefined;
  return {
    kind: "RESPONSE",
    at: isoTime(event.effectiveAt),
    precision: event.precision,
    issuer: issuer?.name ?? key.issuerId,
    issuerEn: issuer?.nameEn ?? key.issuerId,
    hazard: key.hazard,
    adcode: key.provinceId,
    area: area ? { adcode: area.adcode, name: area.name } : null,
    action: ACTIONS[event.kind],
    level: event.level,
  };
}

function water({ event }: EventOf<"WATER">, reference: Reference): SaidOf<"WATER"> {
  const section = reference.sections.get(event.sectionId);
  return {
    kind: "WATER",
    at: isoTime(event.at),
    precision: event.precision,
    section: event.sectionId,
    name: section?.name ?? event.sectionId,
    nameEn: section?.nameEn ?? event.sectionId,
    adcodes: section?.adcodes ?? [],
    status: event.status?.toLowerCase() ?? null,
    trend: event.trend?.toLowerCase() ?? null,
    stage: event.stage,
  };
}

function deployment({ event }: EventOf<"DEPLOYMENT">, reference: Reference): SaidOf<"DEPLOYMENT"> {
  const type = reference.kinds.get(event.kindId);
  const [first] = event.statuses;
  const english = englishOf(reference);
  return {
    kind: "DEPLOYMENT",
    at: isoTime(first?.at ?? event.recordedAt),
    precision: first?.precision ?? "DAY",
    type: event.kindId,
    typeName: type?.term ?? event.kindId,
    typeNameEn: type?.termEn ?? event.kindId,
    count: event.count,
    unit: event.unit,
    from: event.from,
    fromEn: english(event.from),
    mission: event.mission,
    state: first?.state.toLowerCase() ?? "sent",
    places: event.places.map(({ name, adcode, lat, lon }) => ({
      name,
      nameEn: english(name),
      adcode,
      lat,
      lon,
    })),
  };
}

function danger({ event }: EventOf<"DANGER">, reference: Reference): SaidOf<"DANGER"> {
  const section = reference.sections.get(event.sectionId);
  return {
    kind: "DANGER",
    at: isoTime(event.at),
    precision: event.precision,
    section: event.sectionId,
    sectionName: section?.name ?? event.sectionId,
    sectionNameEn: section?.nameEn ?? event.sectionId,
    adcode: event.province,
    dangers: event.dangers.map(({ kind, grade, place }) => ({ danger: kind, grade, place })),
  };
}

/** What an event says, with the names of the reference; one case a kind. */
export function saidBy(fact: FactEvent, reference: Reference): Said {
  switch (fact.kind) {
    case "RESPONSE":
      return response(fact, reference);
    case "WATER":
      return water(fact, reference);
    case "DEPLOYMENT":
      return deployment(fact, reference);
    case "DANGER":
      return danger(fact, reference);
    case "OUTAGE": {
      const { name, areaId, province, cuts, people, since, sincePrecision } = fact.event;
      return {
        kind: "OUTAGE",
        at: isoTime(since),
        precision: sincePrecision,
        name,
        adcode: areaId ?? province,
        cuts,
        people,
      };
    }
    case "FORECAST": {
      const { from, fromPrecision, to, toPrecision, areas, provinces, intensity, grade } = fact.event;
      return {
        kind: "FORECAST",
        at: isoTime(from),
        precision: fromPrecision,
        areas: areas.map((area) => area.text),
        areasEn: areas.map((area) => areaInEnglish(area.text)),
        adcodes: provinces,
        intensity,
        grade,
        to: to === null ? null : isoTime(to),
        toPrecision,
      };
    }
    case "CONSULTATION": {
      const { kind, at, precision, ledBy, provinces, decisions } = fact.event;
      const form = kind === "VIDEO" ? "video" : "meeting";
      return {
        kind: "CONSULTATION",
        at: isoTime(at),
        precision,
        form,
        ledBy,
        ledByEn: ledBy.map(englishOf(reference)),
        adcodes: provinces,
        decisions,
      };
    }
    case "DIRECTIVE": {
      const { category, text, issuer, at, precision, provinces } = fact.event;
      return {
        kind: "DIRECTIVE",
        at: isoTime(at),
        precision,
        category,
        text,
        issuer,
        issuerEn: englishOf(reference)(issuer),
        adcodes: provinces,
      };
    }
  }
}
