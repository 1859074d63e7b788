import { z } from "zod";

/** What the map takes from GET /api/v1/waters: every section and its place, also those nothing was heard of. */
export const ListedWaters = z.object({
  waters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      kind: z.enum(["reach", "lake", "reservoir", "station"]),
      adcodes: z.array(z.string()),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      geometry: z.string().nullable(),
      synthetic: z.boolean(),
    }),
  ),
});
export type ListedWater = z.infer<typeof ListedWaters>["waters"][number];
