import { z } from "zod";
import { Adcode, Corrects, Moment, optionalText, RequestId, SourceInput, text } from "@/lib/fields";
import { DirectiveCategory, Figure, ProgressState } from "./categories";

/** An order to provinces. `provinces` empty: to every province under response at that time. */
export const DirectiveInput = z.object({
  requestId: RequestId,
  corrects: Corrects,
  category: DirectiveCategory,
  text: text(600),
  issuer: text(80),
  at: Moment,
  provinces: z.array(Adcode).max(34).default([]),
  source: SourceInput,
});
export type DirectiveInput = z.output<typeof DirectiveInput>;

/** What a province answers: it has the order, works on it, has done it; with figures where there are any. */
export const ProgressInput = z.object({
  requestId: RequestId,
  /** The province's own earlier answer that this one puts right. */
  corrects: Corrects,
  directiveId: z.coerce.number().int().positive(),
  province: Adcode,
  state: ProgressState,
  figures: z
    .array(Figure)
    .max(6)
    .default([])
    .refine((list) => new Set(list.map((figure) => figure.what)).size === list.length, {
      error: "figure_twice",
    }),
  note: optionalText(500),
  at: Moment,
  source: SourceInput,
});
export type ProgressInput = z.output<typeof ProgressInput>;
