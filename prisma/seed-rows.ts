import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseTime } from "@/lib/format";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind, Certainty, Hazard } from "@/lib/responses/schema";

/** One file of prisma/data, not yet checked. */
export const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(process.cwd(), "prisma", "data", name), "utf8"));

export const Moment = z.string().transform((value, context) => {
  const parsed = parseTime(value);
  if (parsed) return { at: new Date(parsed.ms), precision: parsed.precision };
  context.addIssue({ code: "custom", message: `not a time: ${value}` });
  return z.NEVER;
});
export const Source = z.object({
  publisher: z.string(),
  title: z.string(),
  published: z.string().optional(),
  url: z.string().optional(),
});
/** The shapes of the files in prisma/data; every row names its source. */
export const Rows = {
  provinces: z.array(
    z.object({
      adcode: z.string(),
      name: z.string(),
      nameFull: z.string(),
      nameEn: z.string(),
      pinyin: z.string(),
      initials: z.string(),
      abbr: z.string(),
    }),
  ),
  areas: z.array(
    z.object({
      adcode: z.string(),
      name: z.string(),
      short: z.string(),
      kind: z.string(),
      province: z.string(),
      lat: z.number(),
      lon: z.number(),
    }),
  ),
  issuers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameFull: z.string(),
      nameEn: z.string(),
      tier: z.enum(["NATIONAL", "MINISTRY", "BASIN", "PROVINCE", "PREFECTURE", "COUNTY"]),
      provinceId: z.string().nullable(),
      areaId: z.string().nullable(),
    }),
  ),
  rivers: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string(), basin: z.string() })),
  sections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      kind: z.enum(["REACH", "LAKE", "RESERVOIR", "STATION"]),
      river: z.string().nullable(),
      provinces: z.array(z.string()),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      position: z.string().nullable(),
      geometry: z.string().nullable(),
    }),
  ),
  marks: z.array(
    z.object({
      section: z.string(),
      kind: z.enum(["GUARD", "WARNING", "GUARANTEE", "RECORD", "FLOOD_LIMIT"]),
      stage: z.number(),
      datum: z.string(),
      status: z.enum(["SOURCED", "DERIVED", "UNVERIFIED"]),
      note: z.string().nullable(),
      source: Source,
    }),
  ),
  kinds: z.array(
    z.object({
      code: z.string(),
      term: z.string(),
      termEn: z.string(),
      unit: z.string(),
      isAsset: z.boolean(),
      icon: z.string(),
      carriesNetwork: z.boolean(),
    }),
  ),
  responses: z.array(
    z.object({
      issuer: z.string(),
      hazard: Hazard,
      provinces: z.array(z.string()),
      area: z.string().optional(),
      action: ActionKind,
      level: ResponseLevel.nullable(),
      fromLevel: ResponseLevel.optional(),
      effectiveAt: Moment,
      certainty: Certainty,
      window: z.object({ after: Moment, by: Moment }).optional(),
      reason: z.string().optional(),
      source: Source,
    }),
  ),
  reports: z.array(
    z.object({
      section: z.string(),
      status: z
        .enum(["NORMAL", "ABOVE_WARNING", "ABOVE_GUARANTEE", "ABOVE_RECORD", "ABOVE_FLOOD_LIMIT"])
        .nullable(),
      trend: z.enum(["RISING", "FALLING", "STEADY", "SLOWING"]).nullable(),
      stage: z.number().nullable(),
      exceedance: z.number().nullable(),
      exceeds: z.enum(["WARNING", "GUARANTEE"]).nullable(),
      at: Moment,
      certainty: Certainty,
      note: z.string().nullable(),
      source: Source,
    }),
  ),
  deployments: z.array(
    z.object({
      kind: z.string(),
      count: z.number().nullable(),
      unit: z.string(),
      from: z.string(),
      places: z.array(
        z.object({
          name: z.string(),
          adcode: z.string().nullable(),
          lat: z.number().nullable(),
          lon: z.number().nullable(),
          position: z.string().nullable(),
        }),
      ),
      mission: z.string(),
      state: z.enum(["PREPOSITIONED", "SENT"]),
      at: Moment,
      certainty: Certainty,
      note: z.string(),
      source: Source,
    }),
  ),
};
