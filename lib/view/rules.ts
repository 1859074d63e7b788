import { isGraver, type ResponseLevel } from "@/lib/responses/words";
import type { ResponseRecord, Snapshot } from "@/lib/snapshot/schema";
import { HIGHEST, type View } from "./view";

/** The responses a view shows, still gravest first. */
export function visibleResponses(snapshot: Snapshot, view: View): ResponseRecord[] {
  return snapshot.responses.filter(
    (record) =>
      (view.issuer === HIGHEST || record.issuer === view.issuer) &&
      view.hazards.includes(record.hazard) &&
      (view.levels.length === 0 || view.levels.includes(record.level)) &&
      (view.provinces.length === 0 || view.provinces.includes(record.adcode)),
  );
}

/** The gravest order for the whole of each province. An order for a part of it never colours all of it. */
export function levelByProvince(records: readonly ResponseRecord[]): Map<string, ResponseRecord> {
  const found = new Map<string, ResponseRecord>();
  for (const record of records) {
    if (record.area) continue;
    const known = found.get(record.adcode);
    if (!known || isGraver(record.level, known.level)) found.set(record.adcode, record);
  }
  return found;
}

/** How many provinces stand under each level. */
export function countByLevel(records: readonly ResponseRecord[]): Record<ResponseLevel, number> {
  const counts = { I: 0, II: 0, III: 0, IV: 0 };
  for (const record of levelByProvince(records).values()) counts[record.level]++;
  return counts;
}
