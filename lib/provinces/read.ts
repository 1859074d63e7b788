import { isoTime } from "@/lib/format";
import { store } from "@/lib/live/store";
import type { Contradiction } from "@/lib/responses/rules";
import { knownActions } from "@/lib/responses/rules";
import type { TrackAction } from "@/lib/responses/schema";

/** One action in a province's table; times ISO 8601. */
export interface ActionRow
  extends Omit<TrackAction, "effectiveAt" | "recordedAt" | "windowAfter" | "windowBy"> {
  issuer: string;
  issuerEn: string;
  hazard: string;
  area: string | null;
  effectiveAt: string;
  recordedAt: string;
  windowAfter: string | null;
  windowBy: string | null;
  contradiction: Contradiction | null;
  superseded: boolean;
}

/** Every action for a province up to the world time `at` (epoch ms), newest first, corrected ones included. From memory. */
export function readActions(adcode: string, at: number): ActionRow[] {
  const { log } = store();
  if (!log) return [];
  return [...log.tracks.values()]
    .filter((track) => track.key.provinceId === adcode)
    .flatMap((track) => {
      const issuer = log.reference.issuers.get(track.key.issuerId);
      const standing = new Set(
        knownActions(track.actions, Number.POSITIVE_INFINITY).map((action) => action.id),
      );
      const contradictions = new Map(track.steps.map((step) => [step.action.id, step.contradiction]));
      return track.actions
        .filter((action) => action.effectiveAt <= at)
        .map((action) => ({
          ...action,
          issuer: issuer?.name ?? "",
          issuerEn: issuer?.nameEn ?? "",
          hazard: track.key.hazard,
          area: track.key.areaId ? (log.reference.areas.get(track.key.areaId)?.name ?? null) : null,
          effectiveAt: isoTime(action.effectiveAt),
          recordedAt: isoTime(action.recordedAt),
          windowAfter: action.windowAfter === null ? null : isoTime(action.windowAfter),
          windowBy: action.windowBy === null ? null : isoTime(action.windowBy),
          contradiction: contradictions.get(action.id) ?? null,
          superseded: !standing.has(action.id) && !action.withdrawn,
        }));
    })
    .sort((a, b) => b.effectiveAt.localeCompare(a.effectiveAt) || b.id - a.id);
}
