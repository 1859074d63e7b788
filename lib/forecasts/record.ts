import { z } from "zod";
import { FurtherSources, SourceRecord, Time } from "@/lib/snapshot/fields";
import { RainGrade } from "./grades";

/** A forecast in the snapshot. `current` is true only while its period runs; `mm` is in 24 h. */
export const ForecastRecord = z.object({
  id: z.string(),
  issuedAt: Time,
  from: Time,
  fromPrecision: z.enum(["MINUTE", "DAY"]),
  to: Time.nullable(),
  toPrecision: z.enum(["MINUTE", "DAY"]),
  state: z.enum(["upcoming", "current", "expired"]),
  current: z.boolean(),
  areas: z.array(
    z.object({
      text: z.string(),
      // A copy on disk of an earlier release has none.
      textEn: z.string().default(""),
      part: z.string().nullable(),
      adcodes: z.array(z.string()),
      approximate: z.boolean(),
      /** `part`, `zone`, `whole`, `chosen` or `unknown`; null for a whole place. */
      rule: z.string().nullable(),
    }),
  ),
  provinces: z.array(z.string()),
  intensity: z.string(),
  grade: RainGrade.nullable(),
  mm: z.object({ from: z.number(), below: z.number().nullable() }).nullable(),
  note: z.string().nullable(),
  source: SourceRecord,
  furtherSources: FurtherSources,
});
export type ForecastRecord = z.infer<typeof ForecastRecord>;

export const GeohazardRecord = z.object({
  adcode: z.string(),
  state: z.enum(["rain", "lag"]),
  rainFrom: Time,
  rainUntil: Time,
  until: Time,
  forecasts: z.array(z.string()),
});
export type GeohazardRecord = z.infer<typeof GeohazardRecord>;
