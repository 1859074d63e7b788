import { z } from "zod";
import { FurtherSources, SourceRecord, Time } from "@/lib/snapshot/fields";
import { DirectiveCategory } from "./categories";

export const DirectiveRecord = z.object({
  id: z.string(),
  category: DirectiveCategory,
  text: z.string(),
  issuer: z.string(),
  // Fields with a default: a copy on disk of an earlier release lacks them.
  issuerEn: z.string().default(""),
  at: Time,
  precision: z.enum(["MINUTE", "DAY"]),
  /** The provinces that owe an answer; `everyone`: nobody was named, so those under response at that time. */
  provinces: z.array(z.string()),
  everyone: z.boolean(),
  /** The last answer of each province that gave one. */
  progress: z.array(
    z.object({
      id: z.string().default(""),
      adcode: z.string(),
      state: z.enum(["received", "in_hand", "done"]),
      at: Time,
      precision: z.enum(["MINUTE", "DAY"]),
      figures: z.array(z.object({ what: z.string(), value: z.number() })),
      note: z.string().nullable(),
      source: SourceRecord,
    }),
  ),
  unanswered: z.array(z.string()),
  source: SourceRecord,
  furtherSources: FurtherSources,
});
export type DirectiveRecord = z.infer<typeof DirectiveRecord>;
