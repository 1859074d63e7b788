import { z } from "zod";

/** Our own terms, gravest last; `unknown` and `datum_differs` say that nothing was compared, and `why` says why. */
export const JUDGED = [
  "normal",
  "near_warning",
  "above_flood_limit",
  "above_warning",
  "above_guarantee",
  "above_record",
  "datum_differs",
  "unknown",
] as const;
export type Judged = (typeof JUDGED)[number];

/** What a section shows: the judged state of what was heard last, or that it is old, or that nothing was ever heard. */
export const WATER_STATES = [...JUDGED, "stale", "no_reading"] as const;
export type WaterState = (typeof WATER_STATES)[number];

export const MARK_KINDS = ["guard", "warning", "guarantee", "record", "flood_limit"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const MarkRecord = z.object({
  kind: z.enum(MARK_KINDS),
  /** Metres above `datum`. */
  stage: z.number(),
  datum: z.string(),
  /** The day from which it holds, China Standard Time; null: as far back as is known. */
  validFrom: z.string().nullable(),
  /** How sure the number is: printed, worked out from printed numbers, or general knowledge. */
  status: z.enum(["sourced", "derived", "unverified"]),
  note: z.string().nullable(),
  source: z.object({
    publisher: z.string(),
    title: z.string(),
    published: z.string().nullable(),
    url: z.string().nullable(),
  }),
});
export type MarkRecord = z.infer<typeof MarkRecord>;

export const ReadingRecord = z.object({
  at: z.string(),
  /** Metres above `datum`, two decimals. */
  stage: z.number().nullable(),
  /** m³/s */
  flow: z.number().nullable(),
  datum: z.string(),
  state: z.enum(JUDGED),
  /** Why nothing was compared: no_mark, no_stage, datum_differs; null when it was. */
  why: z.enum(["no_mark", "no_stage", "datum_differs"]).nullable(),
  /** Metres above (below: negative) `mark`, two decimals; the gravest mark reached, else the warning mark. */
  exceedance: z.number().nullable(),
  mark: MarkRecord.pick({ kind: true, stage: true, datum: true, status: true, validFrom: true }).nullable(),
  /** `assumed`: the reading or the mark does not name its datum; they were compared as of one station. */
  datumBasis: z.enum(["same", "assumed", "differs"]).nullable(),
  trend: z.enum(["rising", "falling", "steady"]).nullable(),
  /** What the trend rests on: the change in metres over so many hours. */
  trendBasis: z.object({ hours: z.number(), change: z.number() }).nullable(),
  stale: z.boolean(),
  /** Set when an officer has corrected the number since it came. */
  corrected: z.boolean(),
  /** Set when an officer let it in although a rule had doubted it. */
  doubted: z.boolean(),
  synthetic: z.boolean(),
  source: z.object({
    kind: z.enum(["gauge", "desk", "cited", "synthetic"]),
    name: z.string(),
    publisher: z.string().nullable(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    url: z.string().nullable(),
  }),
});
export type ReadingRecord = z.infer<typeof ReadingRecord>;

/** The highest water that a forecast expects, and when. */
export const CrestRecord = z.object({
  stage: z.number(),
  datum: z.string(),
  at: z.string(),
  precision: z.enum(["MINUTE", "DAY"]),
  issuedAt: z.string(),
  publisher: z.string(),
  title: z.string(),
});
export type CrestRecord = z.infer<typeof CrestRecord>;

/** A report and a gauge that do not agree, both heard within the same half day. */
export const Conflict = z.object({
  report: z.string(),
  reading: z.string(),
  reportAt: z.string(),
  readingAt: z.string(),
});
export type Conflict = z.infer<typeof Conflict>;
