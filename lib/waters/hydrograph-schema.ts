import { z } from "zod";
import { SourceRecord } from "@/lib/snapshot/fields";
import { MARK_KINDS, MarkRecord } from "./schema";

export const HydrographReading = z.object({
  at: z.string(),
  /** Metres above the datum. */
  stage: z.number().nullable(),
  /** m³/s */
  flow: z.number().nullable(),
  /** Set where what lies before this reading is not known. */
  gap: z.boolean().default(false),
  /** Set where this reading's datum is not that of the others. */
  datum: z.string().nullable().default(null),
  doubted: z.boolean().default(false),
});
export type HydrographReading = z.infer<typeof HydrographReading>;

/** The answer of GET /api/v1/waters/{id}/readings as far as a page draws it. */
export const HydrographAnswer = z.object({
  marks: z.array(MarkRecord),
  datum: z.string(),
  from: z.string(),
  to: z.string(),
  now: z.string(),
  extent: z.object({ first: z.string(), last: z.string() }).nullable(),
  synthetic: z.boolean(),
  reduced: z.boolean(),
  reduction: z.object({ method: z.string(), of: z.number(), points: z.number() }),
  gapMinutes: z.number(),
  /** Stretches of readings at or over a mark, hours by the readings; an isolated one lasts 0. */
  over: z.array(
    z.object({
      mark: z.enum(MARK_KINDS),
      stage: z.number(),
      from: z.string(),
      to: z.string().nullable(),
      hours: z.number(),
      highest: z.number(),
      highestAt: z.string(),
    }),
  ),
  spells: z.array(
    z.object({
      mark: z.enum(MARK_KINDS),
      from: z.string().nullable(),
      to: z.string().nullable(),
      days: z.number().nullable(),
      note: z.string().nullable(),
      source: SourceRecord,
    }),
  ),
  crest: z
    .object({
      stage: z.number(),
      at: z.string(),
      precision: z.enum(["DAY", "MINUTE"]),
      publisher: z.string(),
    })
    .nullable(),
  readings: z.array(HydrographReading),
});
export type HydrographAnswer = z.infer<typeof HydrographAnswer>;
export type Spell = HydrographAnswer["spells"][number];
