import { z } from "zod";
import { FurtherSources, SourceRecord, Time } from "@/lib/snapshot/fields";

export const ConsultationRecord = z.object({
  id: z.string(),
  kind: z.enum(["meeting", "video"]),
  at: Time,
  precision: z.enum(["MINUTE", "DAY"]),
  ledBy: z.array(z.string()),
  // A copy on disk of an earlier release has none.
  ledByEn: z.array(z.string()).default([]),
  provinces: z.array(z.string()),
  decisions: z.string().nullable(),
  source: SourceRecord,
  furtherSources: FurtherSources,
});
export type ConsultationRecord = z.infer<typeof ConsultationRecord>;
