import type { WaterRecord } from "@/lib/snapshot/schema";
import type { MarkKind } from "./schema";

/** The database's words as the interface says them. */
export const MARK_OF = {
  GUARD: "guard",
  WARNING: "warning",
  GUARANTEE: "guarantee",
  RECORD: "record",
  FLOOD_LIMIT: "flood_limit",
} as const satisfies Record<string, MarkKind>;

export const STATUS_OF: Readonly<Record<string, WaterRecord["status"]>> = {
  NORMAL: "normal",
  ABOVE_WARNING: "above_warning",
  ABOVE_GUARANTEE: "above_guarantee",
  ABOVE_RECORD: "above_record",
  ABOVE_FLOOD_LIMIT: "above_flood_limit",
};

export const TREND_OF: Readonly<Record<string, NonNullable<WaterRecord["trend"]>>> = {
  RISING: "rising",
  FALLING: "falling",
  STEADY: "steady",
  SLOWING: "slowing",
};

export const KIND_OF: Readonly<Record<string, WaterRecord["kind"]>> = {
  REACH: "reach",
  LAKE: "lake",
  RESERVOIR: "reservoir",
  STATION: "station",
};
