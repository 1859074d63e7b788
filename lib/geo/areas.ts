import { z } from "zod";
import { type Point, parsePath, toLatLng } from "./path";

/** A file of areas to fill: paths in Web Mercator pixels at `zoom`, by adcode. */
export const AreaShapes = z.object({
  zoom: z.number(),
  origin: z.tuple([z.number(), z.number()]),
  areas: z.record(z.string(), z.string()),
});
export type AreaShapes = z.infer<typeof AreaShapes>;

/** The rings of one area as [latitude, longitude] in degrees; none when the file has no such area. */
export function ringsOf({ areas, ...frame }: AreaShapes, adcode: string): Point[][] {
  const path = areas[adcode];
  return path ? parsePath(path).map((ring) => ring.map((point) => toLatLng(point, frame))) : [];
}
