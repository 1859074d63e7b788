import { z } from "zod";
import { SourceRecord, Time } from "@/lib/snapshot/fields";

export const GapRule = z.enum([
  "province_without_team",
  "water_without_patrol",
  "water_without_team",
  "outage_without_asset",
  "directive_unanswered",
  "level_silent",
  "water_silent",
]);
export type GapRule = z.infer<typeof GapRule>;

/** A need that nobody meets. `numbers` are the rule's own; `explanation` says them, `closes` what would end the gap. */
export const GapRecord = z.object({
  rule: GapRule,
  adcode: z.string(),
  /** The name of what lacks something. */
  about: z.string(),
  // A copy on disk of an earlier release has none.
  aboutEn: z.string().default(""),
  subject: z.object({
    kind: z.enum(["province", "water", "outage", "directive", "response"]),
    id: z.string(),
  }),
  /** Of the need: the order, report or directive that is not met. A copy of an earlier release has none. */
  source: SourceRecord.nullable().default(null),
  since: Time,
  numbers: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  explanation: z.string(),
  explanationEn: z.string(),
  closes: z.string(),
  closesEn: z.string(),
});
export type GapRecord = z.infer<typeof GapRecord>;
