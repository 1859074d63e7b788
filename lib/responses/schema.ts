import { z } from "zod";
import { HAZARDS, type ResponseLevel } from "./words";

export const Hazard = z.enum(HAZARDS);
export type Hazard = z.infer<typeof Hazard>;

export const ActionKind = z.enum(["ACTIVATE", "MAINTAIN", "RAISE", "LOWER", "TERMINATE"]);
export type ActionKind = z.infer<typeof ActionKind>;

export const TimePrecision = z.enum(["MINUTE", "DAY"]);
export const Certainty = z.enum(["STATED", "INFERRED"]);
export type Certainty = z.infer<typeof Certainty>;

/** Where a fact comes from; `published` is an ISO date or an ISO time with offset, as printed. */
export interface Source {
  publisher: string;
  title: string;
  published: string | null;
  url: string | null;
  /** The published bulletin that states the fact, its words [start, end) and its number there; null when entered otherwise. */
  bulletin: { id: string; span: [number, number]; fact: number } | null;
}

/** One response action as the rules see it. Times are epoch milliseconds; `id` grows with the record. */
/** For an act that is only weighed and has no source yet. */
export const EMPTY_SOURCE: Source = { publisher: "", title: "", published: null, url: null, bulletin: null };

export interface TrackAction {
  id: number;
  kind: ActionKind;
  level: ResponseLevel | null;
  fromLevel: ResponseLevel | null;
  effectiveAt: number;
  precision: z.infer<typeof TimePrecision>;
  certainty: Certainty;
  windowAfter: number | null;
  windowBy: number | null;
  reason: string | null;
  recordedAt: number;
  supersedesId: number | null;
  withdrawn: boolean;
  source: Source;
}

/** A track is the history of one (issuer, hazard, province, part of the province). */
export interface TrackKey {
  issuerId: string;
  hazard: Hazard;
  provinceId: string;
  areaId: string | null;
}

export const trackId = (key: TrackKey) =>
  [key.issuerId, key.hazard, key.provinceId, key.areaId ?? ""].join("|");
