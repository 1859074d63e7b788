import { z } from "zod";
import { FurtherSources, SourceRecord, Time } from "@/lib/snapshot/fields";

const CutName = z.enum(["road", "power", "network"]);

export const OutageRecord = z.object({
  id: z.string(),
  name: z.string(),
  /** The code of the area when it is one of the gazetteer, else of its province. */
  adcode: z.string(),
  province: z.string(),
  areaId: z.string().nullable(),
  /** Drawn on the map: a closed ring of [lon, lat]. */
  ring: z.array(z.tuple([z.number(), z.number()])).nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** All that was cut, and when each works again. */
  cuts: z.array(z.object({ what: CutName, until: Time.nullable() })),
  /** What is cut now. */
  open: z.array(CutName),
  since: Time,
  sincePrecision: z.enum(["MINUTE", "DAY"]),
  until: Time.nullable(),
  people: z.number().nullable(),
  note: z.string().nullable(),
  /** Communication assets: standing there, under way to there, and the nearest other one (great circle, km). */
  help: z.object({
    there: z.array(z.string()),
    onTheWay: z.array(z.string()),
    nearest: z.object({ deployment: z.string(), km: z.number() }).nullable(),
  }),
  source: SourceRecord,
  furtherSources: FurtherSources,
});
export type OutageRecord = z.infer<typeof OutageRecord>;

/** What the season's outages were so far, computed: see lib/outages/rules.ts for what counts as a loss. */
export const SeasonRecord = z.object({
  /** 1 January of the year shown. */
  from: Time,
  networkOutages: z.number(),
  longestHours: z.number(),
  longest: z.string().nullable(),
  thresholdHours: z.number(),
  longLoss: z.boolean(),
});
export type SeasonRecord = z.infer<typeof SeasonRecord>;
