import { createHash } from "node:crypto";
import { z } from "zod";
import { outOfReach } from "@/lib/auth/reach";
import { type Context, command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { Adcode, Moment, RequestId, RowNumber, SourceInput, text } from "@/lib/fields";
import { isoTime } from "@/lib/format";
import { recordSource } from "@/lib/sources";
import { datumNamed } from "@/lib/waters/datums";
import { farMarks, recordReading, type Single, unlikelyNeighbour } from "./record";
import { isNoFlow, isNoStage, MOST_FLOW, STAGE_RANGE } from "./rules";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const number = z.coerce.number({ error: "field_number" }).refine(Number.isFinite, { error: "field_number" });
const Stage = z.preprocess(
  blank,
  number
    .transform((value) => Math.round(value * 100) / 100)
    .refine((value) => !isNoStage(Math.round(value * 100)), { error: "reading_sentinel" })
    .refine((value) => value * 100 >= STAGE_RANGE.low && value * 100 <= STAGE_RANGE.high, {
      error: "field_number",
    })
    .nullable(),
);
const Flow = z.preprocess(
  blank,
  number
    .refine((value) => !isNoFlow(value), { error: "reading_sentinel" })
    .refine((value) => value >= 0 && value <= MOST_FLOW, { error: "reading_negative_flow" })
    .nullable(),
);
const DatumName = z
  .string()
  .max(60)
  .transform((value, context) => {
    const datum = datumNamed(value);
    if (datum) return datum.id;
    context.addIssue({ code: "custom", message: "unknown_datum" });
    return z.NEVER;
  });
/** The section and its provinces, so that rights are checked before anything is read. */
const Section = {
  sectionId: z.string().min(1, { error: "field_required" }).max(80),
  provinces: z.array(Adcode).max(34),
};

async function findSection({ tx }: Context, input: { sectionId: string; provinces: readonly string[] }) {
  const section = await tx.riverSection.findUnique({
    where: { id: input.sectionId },
    include: { provinces: true },
  });
  const own = section?.provinces.map((row) => row.provinceId).sort();
  return own?.join() === [...input.provinces].sort().join() ? section : null;
}

async function deskSource(context: Context, input: SourceInput): Promise<number> {
  const digest = createHash("sha1").update(JSON.stringify(input)).digest("hex");
  const key = `desk:${digest}`;
  const found = await context.tx.readingSource.findUnique({ where: { key } });
  if (found) return found.id;
  const name = `${input.publisher} ${input.title}`;
  const sourceId = await recordSource(context, input);
  return (await context.tx.readingSource.create({ data: { key, kind: "DESK", name, sourceId } })).id;
}

const unknownSection = () => refuse("unknown_section", undefined, { sectionId: "unknown_section" });

/** Records one reading that an officer read or was told. A step that no water takes needs a second word: `sure`. */
export const fileReading = command({
  name: "reading.file",
  may: "readings:write",
  input: z
    .object({
      requestId: RequestId,
      ...Section,
      at: Moment.refine((value) => value.precision === "MINUTE", { error: "field_time" }),
      stage: Stage,
      flow: Flow,
      datum: DatumName,
      sure: z.boolean().default(false),
      source: SourceInput,
    })
    .refine((input) => input.stage !== null || input.flow !== null, {
      path: ["stage"],
      error: "reading_no_value",
    }),
  provinces: (input) => input.provinces,
  async run(context, input) {
    const section = await findSection(context, input);
    if (!section) return unknownSection();
    if (section.synthetic) return refuse("reading_synthetic", undefined, { sectionId: "reading_synthetic" });
    const reading: Single = {
      section: section.no,
      at: Math.floor(input.at.ms / 1000) * 1000,
      stage: input.stage,
      flow: input.flow,
      datum: input.datum,
      source: await deskSource(context, input.source),
      quality: input.sure ? 1 : 0,
    };
    const marks = input.sure ? undefined : await farMarks(context, reading);
    if (marks) return refuse("reading_far", marks, { stage: "reading_far" });
    const other = input.sure ? undefined : await unlikelyNeighbour(context, reading, section.maxRate);
    if (other)
      return refuse(
        "reading_implausible",
        { stage: other.stage.toFixed(2), at: isoTime(other.at).slice(5, 16).replace("T", " ") },
        { stage: "reading_implausible" },
      );
    return recordReading(context, "form", reading);
  },
});

/** Puts a reading right, or withdraws it: the row stays, a correction with its reason takes its place. */
export const correctReading = command({
  name: "reading.correct",
  may: "event:correct",
  input: z
    .object({
      requestId: RequestId,
      ...Section,
      at: Moment,
      /** The number of the source that told it, when there are several of this time. */
      source: z.coerce.number().int().positive().optional(),
      stage: Stage.optional().transform((value) => value ?? null),
      flow: Flow.optional().transform((value) => value ?? null),
      datum: DatumName.optional(),
      withdrawn: z.boolean().default(false),
      reason: text(500),
    })
    .refine((input) => input.withdrawn || input.stage !== null || input.flow !== null, {
      path: ["stage"],
      error: "reading_no_value",
    }),
  provinces: (input) => input.provinces,
  async run(context, input) {
    const { tx, viewer, version, recordedAt } = context;
    const section = await findSection(context, input);
    if (!section) return unknownSection();
    const at = new Date(Math.floor(input.at.ms / 1000) * 1000);
    const rows = await tx.$queryRaw<{ source: number; datum: number }[]>`
      select source, datum from "StageReading" where section = ${section.no} and at = ${at} order by source`;
    const found = input.source === undefined ? rows : rows.filter((row) => row.source === input.source);
    const [wrong] = found;
    if (!wrong) return refuse("not_found", undefined, { at: "not_found" });
    if (found.length > 1) return refuse("reading_several", undefined, { source: "reading_several" });
    const row = await tx.readingCorrection.create({
      data: {
        version,
        recordedAt,
        section: section.no,
        at,
        source: wrong.source,
        stage: input.withdrawn ? null : input.stage,
        flow: input.withdrawn ? null : input.flow,
        datum: input.datum ?? wrong.datum,
        withdrawn: input.withdrawn,
        reason: input.reason,
        userName: viewer.user?.username ?? "—",
      },
    });
    return { ok: true as const, value: { correctionId: Number(row.id) } };
  },
});

type Doubted = Awaited<ReturnType<typeof findDoubted>>[number];
const findDoubted = ({ tx }: Context, ids: bigint[]) =>
  tx.readingQuarantine.findMany({
    where: { id: { in: ids } },
    include: { decision: true },
    orderBy: { id: "asc" },
  });

/** Lets a doubted row in: as a reading, or as a correction where another value of that time is there. */
async function letIn(context: Context, row: Doubted, reason: string) {
  if (row.section === null || row.at === null || (row.stage === null && row.flow === null))
    return refuse("quarantine_incomplete", { row: Number(row.row) });
  const reading = {
    section: row.section,
    at: row.at.getTime(),
    stage: row.stage === null ? null : Number(row.stage),
    flow: row.flow,
    datum: row.datum ?? 0,
    source: row.sourceNo,
  };
  if (row.reason !== "duplicate_other_value") {
    const done = await recordReading(context, "quarantine", { ...reading, quality: 1 });
    if (done.ok || done.refusal !== "reading_known") return done;
  }
  const { tx, viewer, version, recordedAt } = context;
  await tx.readingCorrection.create({
    data: { ...reading, at: row.at, version, recordedAt, reason, userName: viewer.user?.username ?? "—" },
  });
  return { ok: true as const, value: {} };
}

/** Decides of rows in quarantine: let in against the rule's doubt, or dismissed; each once, with a reason, all or none. */
export const judgeQuarantine = command({
  name: "reading.judge",
  may: "event:correct",
  input: z.object({
    requestId: RequestId,
    rows: z.array(RowNumber).min(1, { error: "field_required" }).max(200),
    choice: z.enum(["ACCEPTED", "DISMISSED"]),
    reason: text(500),
  }),
  async run(context, input) {
    const { tx, viewer, recordedAt } = context;
    const rows = await findDoubted(context, input.rows);
    if (rows.length !== new Set(input.rows).size) return refuse("not_found");
    if (rows.some((row) => row.decision)) return refuse("already_judged");
    const numbers = rows.flatMap((row) => (row.section === null ? [] : [row.section]));
    const sections = await tx.riverSection.findMany({
      where: { no: { in: numbers } },
      include: { provinces: true },
    });
    const provinces = sections.flatMap((row) => row.provinces.map(({ provinceId }) => provinceId));
    const foreign = outOfReach(viewer, [...new Set(provinces)]);
    if (foreign) return foreign;
    // Who acts for some provinces only does not decide of rows that nobody knows where to put.
    if (!viewer.national && rows.some((row) => row.section === null))
      return refuse("forbidden_province", { provinces: "—" });
    for (const row of rows) {
      if (input.choice === "ACCEPTED") {
        const done = await letIn(context, row, input.reason);
        if (!done.ok) return done;
      }
      await tx.quarantineDecision.create({
        data: {
          quarantineId: row.id,
          choice: input.choice,
          reason: input.reason,
          userName: viewer.user?.username ?? "—",
          at: recordedAt,
        },
      });
    }
    return { ok: true as const, value: { rows: rows.length } };
  },
});
