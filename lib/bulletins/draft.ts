import type { ResponseLevel } from "@/lib/responses/levels";
import { illegality } from "@/lib/responses/rules";
import { Hazard } from "@/lib/responses/schema";
import type { Reference } from "@/lib/snapshot/log";
import type { Facts } from "./parse";
import type { Draft, ResponseDraft } from "./schema";

/** The codes of design.md §2 for the hazard words of bulletins. */
export const HAZARD_OF: Record<string, Hazard> = {
  防汛: Hazard.enum.FLOOD,
  防洪: Hazard.enum.FLOOD,
  洪水防御: Hazard.enum.FLOOD,
  水旱灾害防御: Hazard.enum.FLOOD,
  防汛防台风: Hazard.enum.FLOOD_TYPHOON,
  防汛防风: Hazard.enum.FLOOD_TYPHOON,
  防台风: Hazard.enum.TYPHOON,
  防风: Hazard.enum.TYPHOON,
  抗旱: Hazard.enum.DROUGHT,
  干旱防御: Hazard.enum.DROUGHT,
};

const plain = (text: string) => text.replace(/[省市\s]|自治区|总?指挥部办?公?室?|防汛抗旱|防指|防总$/g, "");

/** The issuer that the text names: by its name, else the headquarters of the province or prefecture it names. */
export function issuerOf(name: string | null, reference: Reference, adcode: string | null): string | null {
  if (!name) return null;
  const issuers = [...reference.issuers.values()];
  const same = issuers.find((issuer) => issuer.name === name);
  if (same) return same.id;
  const short = plain(name);
  const place = (code: string | null) =>
    (code && (reference.provinces.get(code)?.name ?? reference.areas.get(code)?.short)) ?? "";
  return (
    issuers.find((issuer) => {
      if (!/防指|防总/.test(issuer.name)) return false;
      if (issuer.tier === "PROVINCE") return place(issuer.provinceId) === short;
      return issuer.areaId !== null && issuer.areaId === adcode && plain(issuer.name) === short;
    })?.id ?? null
  );
}

const provinceOf = (adcode: string | null | undefined) => (adcode ? `${adcode.slice(0, 2)}0000` : null);

/** Facts that are shown beside their words, for which there is no event yet. */
const noted = (kind: string, facts: readonly { span: [number, number]; doubt: string | null }[]) =>
  facts.map((fact) => ({ kind, draft: null, span: fact.span, doubt: fact.doubt, fact }));

/** The drafts for the facts of one bulletin. `day` is its publication, YYYY-MM-DD: the time of what states none. */
export function draftsOf(
  facts: Facts,
  reference: Reference,
  day: string,
): { draft: Draft | null; kind: string; span: [number, number]; doubt: string | null; fact: object }[] {
  const sectionId = (name: string) =>
    [...reference.sections.values()].find(
      (section) => section.name === name || name.endsWith(`${section.name}站`),
    )?.id ?? null;
  const kindId = (team: string) =>
    [...reference.kinds.values()].find((kind) => kind.term === team)?.code ??
    (/救援|指战员|力量|抢险/.test(team) ? "rescue_force" : null);
  return [
    ...facts.responses.map((fact) => {
      const code = fact.adcode;
      const draft: Draft = {
        kind: "RESPONSE",
        issuerId: issuerOf(fact.issuer, reference, code),
        hazard: HAZARD_OF[fact.hazard] ?? "FLOOD",
        province: provinceOf(code),
        areaId: code && !code.endsWith("0000") ? code : null,
        action: fact.action.toUpperCase() as ResponseDraft["action"],
        level: fact.level,
        effectiveAt: fact.effective
          ? fact.effective.length > 10
            ? `${fact.effective}:00+08:00`
            : fact.effective
          : day,
      };
      return {
        kind: "RESPONSE",
        draft,
        span: fact.span,
        doubt: fact.doubt ?? (fact.effective ? null : "time_unstated"),
        fact,
      };
    }),
    ...facts.waters.map((fact) => ({
      kind: "WATER",
      draft: {
        kind: "WATER" as const,
        sectionId: sectionId(fact.name),
        status: fact.status ? (fact.status.toUpperCase() as "NORMAL") : null,
        trend: fact.trend ? (fact.trend.toUpperCase() as "RISING") : null,
        stage: fact.stage,
        at: day,
      },
      span: fact.span,
      doubt: fact.doubt,
      fact,
    })),
    ...facts.deployments.map((fact) => ({
      kind: "DEPLOYMENT",
      draft: {
        kind: "DEPLOYMENT" as const,
        kindId: kindId(fact.kind),
        count: fact.count,
        from: fact.from ?? "",
        place: fact.to ?? "",
        province: provinceOf(fact.adcode?.split(",")[0]),
        areas: fact.adcode?.split(",") ?? [],
        mission: fact.mission ?? "",
        at: day,
      },
      span: fact.span,
      doubt: fact.doubt,
      fact,
    })),
    ...noted("FORECAST", facts.forecasts),
    ...noted("COMMUNICATION", facts.comms),
    ...noted("CONSULTATION", facts.consultations),
  ];
}

export interface Assessment {
  /** The level in force at the draft's time; null when none, undefined when the track cannot be told. */
  inForce: ResponseLevel | null | undefined;
  /** The draft as it would be published: an activation at the level already in force is a confirmation. */
  draft: Draft;
  problem: string | null;
  confirmed: boolean;
}

/** What stands against publishing a draft as it is; null when nothing does. */
export function assess(draft: Draft, levelAt: (draft: ResponseDraft) => ResponseLevel | null): Assessment {
  const none = { inForce: undefined, draft, confirmed: false };
  if (draft.kind === "WATER") return { ...none, problem: draft.sectionId ? null : "unknown_section" };
  if (draft.kind === "DEPLOYMENT") {
    const problem = !draft.kindId
      ? "unknown_kind"
      : !draft.from
        ? "unknown_sender"
        : !draft.province || !draft.place
          ? "unknown_place"
          : !draft.mission
            ? "no_mission"
            : null;
    return { ...none, problem };
  }
  if (!draft.issuerId) return { ...none, problem: "unknown_issuer" };
  if (!draft.province) return { ...none, problem: "no_province" };
  const inForce = levelAt(draft);
  const confirmed = draft.action === "ACTIVATE" && inForce !== null && inForce === draft.level;
  const final = confirmed ? { ...draft, action: "MAINTAIN" as const } : draft;
  const wrong = illegality(inForce, {
    kind: final.action,
    level: final.action === "TERMINATE" ? null : final.level,
  });
  return { inForce, draft: final, problem: wrong, confirmed };
}
