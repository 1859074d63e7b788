import { store } from "@/lib/live/store";
import { type TrackAction, trackId } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import type { ResponseDraft } from "./schema";

/** The track of a draft for one of its provinces, with what this process knows of it; undefined when it cannot be told. */
export function trackOf(
  draft: ResponseDraft,
  province: string,
  log: EventLog | undefined = store().log,
): { id: string; actions: readonly TrackAction[] } | undefined {
  if (!log || !draft.issuerId) return undefined;
  const own = log.reference.issuers.get(draft.issuerId)?.areaId ?? null;
  const key = {
    issuerId: draft.issuerId,
    hazard: draft.hazard,
    provinceId: province,
    areaId: draft.areaId ?? own,
  };
  const id = trackId(key);
  return { id, actions: log.tracks.get(id)?.actions ?? [] };
}
