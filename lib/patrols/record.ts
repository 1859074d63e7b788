import { z } from "zod";
import { FurtherSources, SourceRecord, Time } from "@/lib/snapshot/fields";
import { DangerGrade, DangerKind } from "./dangers";

/** The last patrol of a section in a province. */
export const PatrolRecord = z.object({
  id: z.string(),
  section: z.string(),
  sectionName: z.string(),
  sectionNameEn: z.string().default(""),
  adcode: z.string(),
  at: Time,
  precision: z.enum(["MINUTE", "DAY"]),
  /** Null where the source tells only of a danger. */
  lengthKm: z.number().nullable(),
  patrolledKm: z.number().nullable(),
  people: z.number().nullable(),
  shifts: z.number().nullable(),
  note: z.string().nullable(),
  source: SourceRecord,
});
export type PatrolRecord = z.infer<typeof PatrolRecord>;

export const DangerRecord = z.object({
  id: z.string(),
  patrol: z.string(),
  section: z.string(),
  sectionName: z.string(),
  sectionNameEn: z.string().default(""),
  adcode: z.string(),
  kind: DangerKind,
  grade: DangerGrade,
  place: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  foundAt: Time,
  precision: z.enum(["MINUTE", "DAY"]),
  state: z.enum(["found", "in_hand", "controlled", "cleared"]),
  stateAt: Time,
  note: z.string().nullable(),
  photo: z.string().nullable(),
  source: SourceRecord,
  furtherSources: FurtherSources,
});
export type DangerRecord = z.infer<typeof DangerRecord>;
