import { z } from "zod";

const Position = z.tuple([z.number(), z.number()]);
const Line = z.array(Position);

/** prisma/geo/prefectures.json: lines of [longitude, latitude]. */
export const BorderLines = z.object({ coordinates: z.array(Line) });

/** prisma/geo/waters.json: rivers and reaches as lines, lakes and reservoirs as areas, of [longitude, latitude]. */
export const WaterShapes = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(["river", "reach", "lake", "reservoir"]),
        lesser: z.boolean().optional(),
      }),
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("LineString"), coordinates: Line }),
        z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Line)) }),
      ]),
    }),
  ),
});
export type WaterShape = z.infer<typeof WaterShapes>["features"][number];
