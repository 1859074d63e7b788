import { type Context, command } from "@/lib/command";
import { correcting, orNation } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import { clockNow } from "@/lib/live/store";
import { PROVINCES } from "@/lib/provinces/list";
import { recordSource } from "@/lib/sources";
import { ConsultationInput } from "./schema";

/** A meeting that names no province is the nation's: its record needs rights for all. */
export const consultationProvinces = (input: ConsultationInput) =>
  orNation(
    input.provinces,
    PROVINCES.map((row) => row.adcode),
  );

/**
 * Writes a consultation, or the one that puts an earlier right; refuses a time in the future. Also what a
 * bulletin's publication runs.
 */
export async function applyConsultation(context: Context, input: ConsultationInput) {
  const { tx, version, recordedAt } = context;
  if (input.at.ms > clockNow() + 3_600_000)
    return refuse("report_in_future", undefined, { at: "report_in_future" });
  const provinceIds = [...new Set(input.provinces)].sort();
  if ((await tx.province.count({ where: { adcode: { in: provinceIds } } })) !== provinceIds.length)
    return refuse("unknown_province", undefined, { provinces: "unknown_province" });
  const right = await correcting(context, input.corrects, async (id) => {
    const row = await tx.consultation.findUnique({ where: { id }, include: { supersededBy: true } });
    return row && { ...row, provinces: row.provinceIds };
  });
  if (!right.ok) return right;
  const row = await tx.consultation.create({
    data: {
      ...right.row,
      version,
      recordedAt,
      kind: input.kind,
      at: new Date(input.at.ms),
      precision: input.at.precision,
      ledBy: [...new Set(input.ledBy)],
      provinceIds,
      decisions: input.decisions ?? null,
      sourceId: await recordSource(context, input.source),
    },
  });
  return { ok: true as const, value: { consultationId: Number(row.id), provinces: provinceIds } };
}

/** Records that a consultation or video call took place. */
export const recordConsultation = command({
  name: "consultation.record",
  may: "event:write",
  input: ConsultationInput,
  provinces: consultationProvinces,
  run: applyConsultation,
});
