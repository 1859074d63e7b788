import { z } from "zod";
import { Adcode, Corrects, Moment, optionalText, RequestId, SourceInput, text } from "@/lib/fields";

export const ConsultationKind = z.enum(["MEETING", "VIDEO"]);
export type ConsultationKind = z.infer<typeof ConsultationKind>;

const list = (value: unknown) =>
  typeof value === "string" ? value.split(/[、，,]/).filter((part) => part.trim()) : value;

/** A consultation 会商 (MEETING) or video call 视频调度 (VIDEO): who led it, with which provinces, what was decided. */
export const ConsultationInput = z.object({
  requestId: RequestId,
  corrects: Corrects,
  kind: ConsultationKind,
  at: Moment,
  /** Short names of the bodies or persons who led it; a list, or one text with 、 between. */
  ledBy: z.preprocess(list, z.array(text(80)).min(1, { error: "field_required" }).max(20)),
  provinces: z.array(Adcode).max(34).default([]),
  decisions: optionalText(1000),
  source: SourceInput,
});
export type ConsultationInput = z.output<typeof ConsultationInput>;
