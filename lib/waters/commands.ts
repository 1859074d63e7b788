import { z } from "zod";
import { type Context, command } from "@/lib/command";
import { correcting } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import { Corrects, Moment, RequestId, SourceInput } from "@/lib/fields";
import { clockNow } from "@/lib/live/store";
import { recordSource } from "@/lib/sources";

const empty = (value: unknown) => (value === "" ? null : value);

/** The mark that a state is above; what is below warning is above none. */
const MARK_OF = {
  NORMAL: null,
  ABOVE_WARNING: "WARNING",
  ABOVE_GUARANTEE: "GUARANTEE",
  ABOVE_RECORD: "RECORD",
  ABOVE_FLOOD_LIMIT: "FLOOD_LIMIT",
} as const;

export const ReportInput = z
  .object({
    requestId: RequestId,
    corrects: Corrects,
    sectionId: z.string().min(1, { error: "field_required" }).max(80),
    /** The provinces of the section, so that rights are checked before anything is read. */
    provinces: z.array(z.string().length(6)).max(34),
    status: z.preprocess(
      empty,
      z.enum(["NORMAL", "ABOVE_WARNING", "ABOVE_GUARANTEE", "ABOVE_RECORD", "ABOVE_FLOOD_LIMIT"]).nullable(),
    ),
    trend: z.preprocess(empty, z.enum(["RISING", "FALLING", "STEADY", "SLOWING"]).nullable()),
    /** Metres above the section's datum. */
    stage: z.preprocess(
      empty,
      z.coerce
        .number({ error: "field_number" })
        .min(-500, { error: "field_number" })
        .max(9000, { error: "field_number" })
        .nullable(),
    ),
    /** Metres above the mark that `status` names, as the source states it. */
    exceedance: z.preprocess(
      (value) => (value === "" || value === undefined ? null : value),
      z.coerce
        .number({ error: "field_number" })
        .min(0, { error: "field_number" })
        .max(100, { error: "field_number" })
        .nullable(),
    ),
    at: Moment,
    source: SourceInput,
  })
  .refine((input) => input.status || input.trend || input.stage !== null, {
    path: ["status"],
    error: "report_says_nothing",
  });

/**
 * Writes what a bulletin says of a section (stage in m), or the report that puts an earlier right; refuses
 * what says nothing. Also what a publication runs.
 */
export async function applyReport(context: Context, input: z.output<typeof ReportInput>) {
  const section = await context.tx.riverSection.findUnique({
    where: { id: input.sectionId },
    include: { provinces: true },
  });
  if (!section) return refuse("unknown_section", undefined, { sectionId: "unknown_section" });
  const own = section.provinces
    .map((p) => p.provinceId)
    .sort()
    .join();
  if (own !== [...input.provinces].sort().join())
    return refuse("unknown_section", undefined, { sectionId: "unknown_section" });
  if (input.at.ms > clockNow() + 3_600_000)
    return refuse("report_in_future", undefined, { at: "report_in_future" });
  const right = await correcting(context, input.corrects, async (id) => {
    const wrong = await context.tx.stageReport.findUnique({ where: { id }, include: { supersededBy: true } });
    return wrong?.sectionId === section.id ? { ...wrong, provinces: input.provinces } : null;
  });
  if (!right.ok) return right;
  const sourceId = await recordSource(context, input.source);
  const mark = input.status ? MARK_OF[input.status] : null;
  const row = await context.tx.stageReport.create({
    data: {
      ...right.row,
      version: context.version,
      recordedAt: context.recordedAt,
      sectionId: section.id,
      status: input.status,
      trend: input.trend,
      stage: input.stage,
      exceedance: mark ? input.exceedance : null,
      exceeds: mark && input.exceedance !== null ? mark : null,
      at: new Date(input.at.ms),
      precision: input.at.precision,
      sourceId,
    },
  });
  return { ok: true as const, value: { reportId: Number(row.id) } };
}

/** Records what a bulletin or an observer says of a reach, lake or reservoir. */
export const reportWater = command({
  name: "water.report",
  may: "event:write",
  input: ReportInput,
  provinces: (input) => input.provinces,
  run: applyReport,
});
