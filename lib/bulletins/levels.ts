import { parseTime } from "@/lib/format";
import { store } from "@/lib/live/store";
import type { ResponseLevel } from "@/lib/responses/levels";
import { stepAt } from "@/lib/responses/rules";
import { trackId } from "@/lib/responses/schema";
import type { ResponseDraft } from "./schema";

/** The level in force on the draft's track at the draft's time, from what this process knows; null when none is. */
export function levelAt(draft: ResponseDraft): ResponseLevel | null {
  const at = parseTime(draft.effectiveAt)?.ms;
  const { log } = store();
  if (at === undefined || !log || !draft.issuerId || !draft.province) return null;
  const own = log.reference.issuers.get(draft.issuerId)?.areaId ?? null;
  const key = {
    issuerId: draft.issuerId,
    hazard: draft.hazard,
    provinceId: draft.province,
    areaId: draft.areaId ?? own,
  };
  return stepAt(log.tracks.get(trackId(key))?.steps ?? [], at)?.level ?? null;
}
