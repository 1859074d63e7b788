import { z } from "zod";

/** What a sparkline takes from GET /api/v1/waters/{id}/readings. */
export const SparkSeries = z.object({
  readings: z.array(z.object({ at: z.string(), stage: z.number().nullable(), gap: z.boolean().optional() })),
});
