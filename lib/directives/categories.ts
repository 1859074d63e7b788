import { z } from "zod";

/** What an order is about 部署要求; ORGANISATION is 组织落实 with 督查. */
export const DirectiveCategory = z.enum([
  "PATROL",
  "RESERVOIR",
  "LEVEE",
  "ORGANISATION",
  "SUPPLIES",
  "EVACUATION",
  "WEAK_LINK",
  "GEOHAZARD",
]);
export type DirectiveCategory = z.infer<typeof DirectiveCategory>;

export const DIRECTIVE_TERMS: Record<DirectiveCategory, { zh: string; en: string }> = {
  PATROL: { zh: "巡查防守", en: "patrol and defence" },
  RESERVOIR: { zh: "超汛限水库", en: "reservoirs over their flood limit" },
  LEVEE: { zh: "堤防险段", en: "weak stretches of dikes" },
  ORGANISATION: { zh: "组织落实", en: "organisation and inspection" },
  SUPPLIES: { zh: "物资保障", en: "supplies" },
  EVACUATION: { zh: "转移安置", en: "evacuation" },
  WEAK_LINK: { zh: "薄弱环节", en: "weak links" },
  GEOHAZARD: { zh: "地质灾害", en: "geological hazards" },
};

export const ProgressState = z.enum(["RECEIVED", "IN_HAND", "DONE"]);
export type ProgressState = z.infer<typeof ProgressState>;

/** The figures that an answer may carry, with their units. */
export const FIGURES = {
  PEOPLE_MOVED: { unit: "人", max: 100_000_000 },
  PEOPLE_ON_DUTY: { unit: "人", max: 100_000_000 },
  KM_PATROLLED: { unit: "km", max: 1_000_000 },
  SITES_CHECKED: { unit: "处", max: 10_000_000 },
  DANGERS_HANDLED: { unit: "处", max: 1_000_000 },
  ITEMS_SENT: { unit: "件", max: 1_000_000_000 },
} as const;
export const FigureKind = z.enum(Object.keys(FIGURES) as [keyof typeof FIGURES, ...(keyof typeof FIGURES)[]]);
export type FigureKind = z.infer<typeof FigureKind>;
export const Figure = z
  .object({
    what: FigureKind,
    value: z.coerce.number({ error: "field_number" }).min(0, { error: "field_number" }),
  })
  .refine((figure) => figure.value <= FIGURES[figure.what].max, { path: ["value"], error: "field_number" });
export type Figure = z.infer<typeof Figure>;
