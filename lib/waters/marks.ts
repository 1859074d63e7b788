import { z } from "zod";
import { type Context, command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { Adcode, Moment, RequestId, SourceInput, text } from "@/lib/fields";
import { recordSource } from "@/lib/sources";
import { datumNamed } from "./datums";

/** The section and its provinces, so that rights are checked before anything is read. */
const Section = {
  sectionId: z.string().min(1, { error: "field_required" }).max(80),
  provinces: z.array(Adcode).max(34),
};
const Stage = z.coerce
  .number({ error: "field_number" })
  .min(-200, { error: "field_number" })
  .max(6000, { error: "field_number" })
  .transform((value) => Math.round(value * 100) / 100);
const DatumName = text(60).refine((name) => datumNamed(name) !== undefined, { error: "unknown_datum" });

async function isSection({ tx }: Context, input: { sectionId: string; provinces: readonly string[] }) {
  const rows = await tx.riverSectionProvince.findMany({ where: { sectionId: input.sectionId } });
  const own = rows.map((row) => row.provinceId).sort();
  return own.length > 0 && own.join() === [...input.provinces].sort().join();
}
const unknownSection = () => refuse("unknown_section", undefined, { sectionId: "unknown_section" });

/** Records a stage mark that holds from a day on; readings of earlier days keep the mark of their day. */
export const recordMark = command({
  name: "water.mark",
  may: "event:correct",
  input: z.object({
    requestId: RequestId,
    ...Section,
    kind: z.enum(["GUARD", "WARNING", "GUARANTEE", "RECORD", "FLOOD_LIMIT"]),
    stage: Stage,
    datum: DatumName,
    /** The first day it holds, China Standard Time; left out: as far back as is known. */
    validFrom: z.iso.date({ error: "field_time" }).nullable().default(null),
    status: z.enum(["SOURCED", "DERIVED", "UNVERIFIED"]),
    note: text(500).nullable().default(null),
    source: SourceInput,
  }),
  provinces: (input) => input.provinces,
  async run(context, input) {
    if (!(await isSection(context, input))) return unknownSection();
    const { sectionId, kind, stage, datum, status, note } = input;
    const validFrom = input.validFrom === null ? null : new Date(`${input.validFrom}T00:00:00Z`);
    const known = await context.tx.stageMark.findFirst({
      where: { sectionId, kind, stage, datum, validFrom },
    });
    if (known) return refuse("mark_known");
    const sourceId = await recordSource(context, input.source);
    const row = await context.tx.stageMark.create({
      data: {
        sectionId,
        kind,
        stage,
        datum,
        validFrom,
        status,
        note,
        sourceId,
        recordedAt: context.recordedAt,
      },
    });
    return { ok: true as const, value: { markId: row.id } };
  },
});

/** Records the highest water that a forecast expects at a section, and when. */
export const recordCrest = command({
  name: "water.crest",
  may: "event:write",
  input: z
    .object({
      requestId: RequestId,
      ...Section,
      stage: Stage,
      datum: DatumName,
      at: Moment,
      issuedAt: Moment,
      source: SourceInput,
    })
    .refine((input) => input.at.ms >= input.issuedAt.ms || input.at.precision === "DAY", {
      path: ["at"],
      error: "crest_before_forecast",
    }),
  provinces: (input) => input.provinces,
  async run(context, input) {
    if (!(await isSection(context, input))) return unknownSection();
    const sourceId = await recordSource(context, input.source);
    const row = await context.tx.crestForecast.create({
      data: {
        version: context.version,
        recordedAt: context.recordedAt,
        sectionId: input.sectionId,
        stage: input.stage,
        datum: datumNamed(input.datum)?.id ?? 0,
        at: new Date(input.at.ms),
        precision: input.at.precision,
        issuedAt: new Date(input.issuedAt.ms),
        sourceId,
      },
    });
    return { ok: true as const, value: { crestId: Number(row.id) } };
  },
});
