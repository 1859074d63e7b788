import type { DirectiveCategory } from "@/lib/directives/categories";
import { Cut } from "@/lib/outages/schema";
import type { DangerGrade, DangerKind, DangerState } from "@/lib/patrols/dangers";
import type { Reference } from "@/lib/snapshot/log";
import { HAZARD_OF, issuerOf, kindOfTeam, provinceOf, sectionOf } from "./names";
import type { Facts } from "./parse";
import type { Draft, Kind, ResponseDraft } from "./schema";

/** A fact of the parser and what it would make true; `span` is [start, end) of the text as received. */
export interface Proposed {
  kind: Kind;
  draft: Draft;
  span: [number, number];
  doubt: string | null;
  fact: object;
}

const CATEGORY: Record<Facts["directives"][number]["category"], DirectiveCategory> = {
  巡查防守: "PATROL",
  超汛限水库: "RESERVOIR",
  堤防险段: "LEVEE",
  组织落实: "ORGANISATION",
  物资保障: "SUPPLIES",
  转移安置: "EVACUATION",
  薄弱环节: "WEAK_LINK",
  地质灾害: "GEOHAZARD",
};
/** What a communication asset is sent for, where the text leaves it unsaid. */
const COMMS_MISSION = "应急通信保障";

const withHour = (time: string) => (time.length > 10 ? `${time}:00+08:00` : time);
const codes = (adcode: string | null) => adcode?.split(",").filter(Boolean) ?? [];
const provincesOf = (places: readonly { adcode: string | null }[]) => [
  ...new Set(places.flatMap((place) => provinceOf(place.adcode) ?? [])),
];

const dayAndHour = ({ on, hour }: { on: string | null; hour: string | null }) =>
  on && withHour(hour ? `${on}T${hour}` : on);

const outageOf = (fact: Facts["outages"][number], day: string): Draft => ({
  kind: "OUTAGE",
  name: fact.place,
  province: provinceOf(fact.adcode),
  areaId: fact.adcode.endsWith("0000") ? null : fact.adcode,
  cuts: Cut.options.filter((cut) => fact.cuts.includes(cut.toLowerCase() as "road")),
  since: dayAndHour(fact) ?? day,
  until: null,
  people: fact.people,
});

function dangerOf(fact: Facts["dangers"][number], reference: Reference, day: string): Draft {
  const region = fact.region?.name ?? "";
  return {
    kind: "DANGER",
    sectionId: fact.water && sectionOf(fact.water, reference),
    province: provinceOf(fact.region?.adcode),
    danger: fact.kind.toUpperCase() as DangerKind,
    dangerGrade: fact.grade && (fact.grade.toUpperCase() as DangerGrade),
    place: fact.place.includes(region) ? fact.place : `${region}${fact.place}`,
    dangerState: fact.state.toUpperCase() as DangerState,
    at: dayAndHour(fact) ?? day,
  };
}

/** The drafts for the facts of one bulletin. `day` is its publication, YYYY-MM-DD: the time of what states none. */
export function draftsOf(facts: Facts, reference: Reference, day: string): Proposed[] {
  const proposed = (
    draft: Draft,
    fact: { span: [number, number]; doubt: string | null },
    doubt: string | null = null,
  ): Proposed => ({ kind: draft.kind, draft, span: fact.span, doubt: fact.doubt ?? doubt, fact });
  return [
    ...facts.responses.map((fact) => {
      const area = fact.adcode && !fact.adcode.endsWith("0000") ? fact.adcode : null;
      return proposed(
        {
          kind: "RESPONSE",
          issuerId: issuerOf(fact.issuer, reference, fact.adcode),
          hazard: HAZARD_OF[fact.hazard] ?? "FLOOD",
          provinces: fact.adcode ? [`${fact.adcode.slice(0, 2)}0000`] : [],
          areaId: area,
          action: fact.action.toUpperCase() as ResponseDraft["action"],
          level: fact.level,
          effectiveAt: fact.effective ? withHour(fact.effective) : day,
        },
        fact,
        HAZARD_OF[fact.hazard] ? (fact.effective ? null : "time_unstated") : "hazard_unknown",
      );
    }),
    ...facts.waters.map((fact) =>
      proposed(
        {
          kind: "WATER",
          sectionId: sectionOf(fact.name, reference),
          status: fact.status ? (fact.status.toUpperCase() as "NORMAL") : null,
          trend: fact.trend ? (fact.trend.toUpperCase() as "RISING") : null,
          stage: fact.stage,
          exceedance: fact.exceedance,
          at: day,
        },
        fact,
      ),
    ),
    ...facts.deployments.map((fact) =>
      proposed(
        {
          kind: "DEPLOYMENT",
          kindId: kindOfTeam(fact.kind, reference, false),
          count: fact.count,
          from: fact.from ?? "",
          place: fact.to ?? "",
          province: provinceOf(codes(fact.adcode)[0]),
          areas: codes(fact.adcode),
          mission: fact.mission ?? "",
          state: "SENT",
          at: day,
        },
        fact,
      ),
    ),
    ...facts.forecasts.map((fact) =>
      proposed(
        {
          kind: "FORECAST",
          from: fact.from ?? "",
          to: fact.to,
          areas: fact.areas,
          intensity: fact.intensity ?? "",
          grade: null,
        },
        fact,
      ),
    ),
    ...facts.comms.map((fact) =>
      proposed(
        {
          kind: "COMMUNICATION",
          kindId: kindOfTeam(fact.kind, reference, true),
          count: fact.count,
          from: fact.from ?? "",
          place: fact.to ?? "",
          province: provinceOf(codes(fact.adcode)[0]),
          areas: codes(fact.adcode),
          mission: COMMS_MISSION,
          state: fact.posture === "sent" ? "SENT" : "PREPOSITIONED",
          at: day,
        },
        fact,
      ),
    ),
    ...facts.consultations.map((fact) =>
      proposed(
        {
          kind: "CONSULTATION",
          form: fact.provinces.length ? "VIDEO" : "MEETING",
          at: dayAndHour(fact) ?? day,
          ledBy: fact.by,
          provinces: provincesOf(fact.provinces),
          decisions: fact.decisions?.text ?? "",
        },
        fact,
        fact.on ? null : "time_unstated",
      ),
    ),
    ...facts.outages.map((fact) => proposed(outageOf(fact, day), fact, fact.on ? null : "time_unstated")),
    ...facts.dangers.map((fact) =>
      proposed(dangerOf(fact, reference, day), fact, fact.on ? null : "time_unstated"),
    ),
    ...facts.directives.map((fact) =>
      proposed(
        {
          kind: "DIRECTIVE",
          category: CATEGORY[fact.category],
          text: fact.text,
          issuer: fact.issuer,
          provinces: provincesOf(fact.addressed),
          at: day,
        },
        fact,
      ),
    ),
  ];
}
