import { resolveArea } from "@/lib/forecasts/areas";
import type { ResponseLevel } from "@/lib/responses/levels";
import { illegality } from "@/lib/responses/rules";
import type { ActionKind } from "@/lib/responses/schema";
import type { Draft, ResponseDraft } from "./schema";

/** What a response would change in one province: the level in force at its time, and the act as it would be recorded. */
export interface Change {
  province: string;
  inForce: ResponseLevel | null;
  /** The level in force is what the same bulletin states before. */
  stated: boolean;
  action: ActionKind;
  /** An activation at the level already in force is a confirmation. */
  confirmed: boolean;
  problem: string | null;
}

export interface Assessment {
  changes: Change[];
  /** What stands against publishing the draft as it is; null when nothing does. */
  problem: string | null;
  /** What a person should look at although nothing stands against it. */
  doubt: string | null;
}

/** The level in force on a draft's track at its time, and whether the bulletin itself states it. */
export type InForce = (
  draft: ResponseDraft,
  province: string,
) => { level: ResponseLevel | null; stated: boolean };

const plain = (problem: string | null, doubt: string | null = null): Assessment => ({
  changes: [],
  problem,
  doubt,
});

function assessSent(draft: Extract<Draft, { kind: "DEPLOYMENT" | "COMMUNICATION" }>): string | null {
  if (!draft.kindId) return "unknown_kind";
  if (!draft.from) return "unknown_sender";
  if (!draft.mission) return "no_mission";
  const nowhere = !draft.province && !draft.areas.length;
  // What stands ready for the nation has no place of its own.
  if (nowhere) return draft.state === "PREPOSITIONED" ? null : "unknown_place";
  return draft.place || draft.areas.length ? null : "unknown_place";
}

function assessDanger(draft: Extract<Draft, { kind: "DANGER" }>): string | null {
  if (!draft.sectionId) return "unknown_section";
  if (!draft.province) return "no_province";
  if (!draft.place) return "unknown_place";
  return draft.dangerGrade ? null : "no_danger_grade";
}

function assessResponse(draft: ResponseDraft, levelAt: InForce): Assessment {
  if (!draft.issuerId) return plain("unknown_issuer");
  if (!draft.provinces.length) return plain("no_province");
  if (draft.action !== "TERMINATE" && !draft.level) return plain("no_level");
  const changes = draft.provinces.map((province): Change => {
    const { level: inForce, stated } = levelAt(draft, province);
    const confirmed = draft.action === "ACTIVATE" && inForce !== null && inForce === draft.level;
    const action = confirmed ? "MAINTAIN" : draft.action;
    const level = action === "TERMINATE" ? null : draft.level;
    const problem = illegality(inForce, { kind: action, level });
    return { province, inForce, stated, action, confirmed, problem };
  });
  return { changes, problem: changes.find((change) => change.problem)?.problem ?? null, doubt: null };
}

/** Judges a draft against the present state; `levelAt` tells the level in force on its track at its time. */
export function assess(draft: Draft, levelAt: InForce): Assessment {
  if (draft.kind === "RESPONSE") return assessResponse(draft, levelAt);
  if (draft.kind === "WATER")
    return plain(
      !draft.sectionId
        ? "unknown_section"
        : !draft.status && !draft.trend && draft.stage === null
          ? "says_nothing"
          : null,
    );
  if (draft.kind === "DEPLOYMENT" || draft.kind === "COMMUNICATION") return plain(assessSent(draft));
  if (draft.kind === "FORECAST") {
    if (!draft.from) return plain("no_period");
    if (!draft.areas.length) return plain("no_area");
    if (!draft.intensity) return plain("no_intensity");
    return plain(
      null,
      draft.areas.some((area) => !resolveArea(area).adcodes.length) ? "area_not_placed" : null,
    );
  }
  if (draft.kind === "CONSULTATION") return plain(draft.ledBy.length ? null : "no_leader");
  if (draft.kind === "OUTAGE")
    return plain(!draft.areaId ? "unknown_area" : draft.cuts.length ? null : "nothing_cut");
  if (draft.kind === "DANGER") return plain(assessDanger(draft));
  return plain(!draft.text ? "incomplete" : draft.issuer ? null : "unknown_issuer");
}
