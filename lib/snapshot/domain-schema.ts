import { z } from "zod";
import { ConsultationRecord } from "@/lib/consultations/record";
import { DirectiveRecord } from "@/lib/directives/record";
import { ForecastRecord, GeohazardRecord } from "@/lib/forecasts/record";
import { GapRecord } from "@/lib/gaps/record";
import { OutageRecord, SeasonRecord } from "@/lib/outages/record";
import { DangerRecord, PatrolRecord } from "@/lib/patrols/record";

/** The snapshot's parts beside levels, waters and deployments. A copy of an earlier release has none of them. */
export const domainShape = {
  outages: z.array(OutageRecord).default([]),
  season: SeasonRecord.nullable().default(null),
  forecasts: z.array(ForecastRecord).default([]),
  geohazards: z.array(GeohazardRecord).default([]),
  directives: z.array(DirectiveRecord).default([]),
  consultations: z.array(ConsultationRecord).default([]),
  patrols: z.array(PatrolRecord).default([]),
  dangers: z.array(DangerRecord).default([]),
  gaps: z.array(GapRecord).default([]),
};
