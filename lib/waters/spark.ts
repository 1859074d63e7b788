import { z } from "zod";
import { HydrographReading } from "./hydrograph-schema";

/** What a sparkline takes from GET /api/v1/waters/{id}/readings. */
export const SparkSeries = z.object({
  datum: z.string(),
  readings: z.array(HydrographReading),
});
