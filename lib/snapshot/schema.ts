import { z } from "zod";
import { ResponseLevel } from "@/lib/responses/levels";
import { Certainty, Hazard, TimePrecision } from "@/lib/responses/schema";
import { Conflict, CrestRecord, ReadingRecord, WATER_STATES } from "@/lib/waters/schema";
import { domainShape } from "./domain-schema";
import { FurtherSources, SourceRecord, Time } from "./fields";

export const ResponseRecord = z.object({
  track: z.string(),
  issuer: z.string(),
  issuerEn: z.string(),
  tier: z.enum(["NATIONAL", "MINISTRY", "BASIN", "PROVINCE", "PREFECTURE", "COUNTY"]),
  hazard: Hazard,
  adcode: z.string(),
  province: z.string(),
  /** The part of the province the order covers; null when it covers all of it. */
  area: z.object({ adcode: z.string(), name: z.string() }).nullable(),
  level: ResponseLevel,
  since: Time.nullable(),
  sincePrecision: TimePrecision,
  confirmedAt: Time,
  confirmedPrecision: TimePrecision,
  action: z.enum(["activate", "maintain", "raise", "lower"]),
  certainty: Certainty,
  window: z.object({ after: Time, by: Time }).nullable(),
  reason: z.string().nullable(),
  contradiction: z.string().nullable(),
  stale: z.boolean(),
  source: SourceRecord,
});
export type ResponseRecord = z.infer<typeof ResponseRecord>;

export const WATER_STATUSES = [
  "normal",
  "above_warning",
  "above_guarantee",
  "above_record",
  "above_flood_limit",
  "unknown",
] as const;
export const WaterRecord = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(["reach", "lake", "reservoir", "station"]),
  river: z.string().nullable(),
  adcodes: z.array(z.string()),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  geometry: z.string().nullable(),
  status: z.enum(WATER_STATUSES),
  trend: z.enum(["rising", "falling", "steady", "slowing"]).nullable(),
  /** Metres above the station's datum. */
  stage: z.number().nullable(),
  /** Metres above (below: negative) the mark named by `exceeds`. */
  exceedance: z.number().nullable(),
  exceeds: z.string().nullable(),
  at: Time,
  precision: TimePrecision,
  certainty: Certainty,
  stale: z.boolean(),
  source: SourceRecord,
  // A copy on disk of an earlier release has none of the fields from here on.
  /** Whether the fields above say what a report said, or (no report being there) what the last reading tells. */
  basis: z.enum(["report", "reading"]).default("report"),
  /** What the section shows: of report and reading the younger that is not stale. */
  state: z.enum(WATER_STATES).default("unknown"),
  stationCode: z.string().nullable().default(null),
  codeOfficial: z.boolean().default(false),
  /** Made up for drills; live pictures have none. */
  synthetic: z.boolean().default(false),
  reading: ReadingRecord.nullable().default(null),
  conflict: Conflict.nullable().default(null),
  crest: CrestRecord.nullable().default(null),
});
export type WaterRecord = z.infer<typeof WaterRecord>;

export const DeploymentRecord = z.object({
  id: z.string(),
  kind: z.string(),
  kindName: z.string(),
  kindNameEn: z.string(),
  // Fields with a default: a copy on disk of an earlier release lacks them.
  icon: z.string().default("team"),
  asset: z.boolean().default(false),
  /** Whether it brings a place its network back. */
  network: z.boolean().default(false),
  count: z.number().nullable(),
  unit: z.string(),
  from: z.string(),
  fromEn: z.string().default(""),
  /** The other end of its track, and where its own device last was: degrees (WGS 84). */
  origin: z.object({ name: z.string(), lat: z.number(), lon: z.number() }).nullable().default(null),
  position: z.object({ lat: z.number(), lon: z.number(), at: Time }).nullable().default(null),
  place: z.string(),
  adcode: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  places: z.array(
    z.object({
      name: z.string(),
      adcode: z.string().nullable(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      approximate: z.boolean(),
    }),
  ),
  mission: z.string(),
  status: z.enum(["prepositioned", "sent", "arrived", "working", "withdrawn"]),
  at: Time,
  precision: TimePrecision,
  certainty: Certainty,
  source: SourceRecord,
  furtherSources: FurtherSources,
});
export type DeploymentRecord = z.infer<typeof DeploymentRecord>;

const Clock = z.object({ mode: z.enum(["live", "exercise"]), now: Time, rate: z.number() });

export const Snapshot = z.object({
  version: z.number(),
  recordedAt: Time,
  clock: Clock,
  at: Time,
  known: Time.nullable(),
  responses: z.array(ResponseRecord),
  waters: z.array(WaterRecord),
  deployments: z.array(DeploymentRecord),
  ...domainShape,
});
export type Snapshot = z.infer<typeof Snapshot>;

export type { LiveFrame } from "./frame";
