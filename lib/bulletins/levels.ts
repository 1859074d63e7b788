import { parseTime } from "@/lib/format";
import { store } from "@/lib/live/store";
import type { ResponseLevel } from "@/lib/responses/levels";
import { stepAt } from "@/lib/responses/rules";
import { trackId } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import type { ResponseDraft } from "./schema";

/** The track of a draft for one of its provinces, from what this process knows; undefined when it cannot be told. */
export function trackOf(draft: ResponseDraft, province: string, log: EventLog | undefined = store().log) {
  if (!log || !draft.issuerId) return undefined;
  const own = log.reference.issuers.get(draft.issuerId)?.areaId ?? null;
  const key = {
    issuerId: draft.issuerId,
    hazard: draft.hazard,
    provinceId: province,
    areaId: draft.areaId ?? own,
  };
  return log.tracks.get(trackId(key));
}

/** The level in force on the draft's track at the draft's time; null when none is. */
export function levelAt(draft: ResponseDraft, province: string): ResponseLevel | null {
  const at = parseTime(draft.effectiveAt)?.ms;
  return at === undefined ? null : (stepAt(trackOf(draft, province)?.steps ?? [], at)?.level ?? null);
}
