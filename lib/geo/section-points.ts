import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

type Position = { lat: number; lon: number };
/** Enough points that no part of a reach is far from one, few enough to measure from quickly. */
const MOST_POINTS = 24;

const Shapes = z.object({
  features: z.array(
    z.object({
      properties: z.object({ id: z.string() }),
      geometry: z.object({ coordinates: z.array(z.unknown()) }),
    }),
  ),
});

const Pair = z.tuple([z.number(), z.number()]).rest(z.number());

/** Every [lon, lat] in nested coordinates of any GeoJSON geometry. */
function flat(coordinates: readonly unknown[]): Position[] {
  return coordinates.flatMap((part) => {
    const pair = Pair.safeParse(part);
    if (pair.success) return [{ lon: pair.data[0], lat: pair.data[1] }];
    return Array.isArray(part) ? flat(part) : [];
  });
}

let kept: Map<string, Position[]> | undefined;

/** Points along each shape of prisma/geo/waters.json, by its id; read once. */
function shapes(): Map<string, Position[]> {
  if (kept) return kept;
  const file = join(process.cwd(), "prisma", "geo", "waters.json");
  const { features } = Shapes.parse(JSON.parse(readFileSync(file, "utf8")));
  kept = new Map(
    features.map(({ properties, geometry }) => {
      const points = flat(geometry.coordinates);
      const step = Math.max(1, Math.ceil(points.length / MOST_POINTS));
      return [properties.id, points.filter((_, i) => i % step === 0 || i === points.length - 1)];
    }),
  );
  return kept;
}

/** Where a section lies, in degrees: its gauge, else points along its shape, else nowhere that is known. */
export function sectionPoints(section: {
  lat: number | null;
  lon: number | null;
  geometry: string | null;
}): Position[] {
  if (section.lat !== null && section.lon !== null) return [{ lat: section.lat, lon: section.lon }];
  return section.geometry ? (shapes().get(section.geometry) ?? []) : [];
}
