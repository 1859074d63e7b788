import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parsePath, project } from "./path";
import { inRings, type Ring, toRings } from "./ring";

const Shapes = z.object({
  zoom: z.number(),
  origin: z.tuple([z.number(), z.number()]),
  provinces: z.record(z.string(), z.string()),
});

interface Shape {
  adcode: string;
  rings: Ring[];
  /** Each ring's own box: most points lie in none of them. */
  boxes: [west: number, north: number, east: number, south: number][];
}
interface Land {
  frame: { zoom: number; origin: [number, number] };
  provinces: Map<string, Shape>;
}
let kept: Land | undefined;

/** The outlines of the map, read once: whole pixels at zoom 5, so an edge may be 3 km off. */
function land(): Land {
  if (kept) return kept;
  const file = join(process.cwd(), "prisma", "geo", "outline.json");
  const { provinces, ...frame } = Shapes.parse(JSON.parse(readFileSync(file, "utf8")));
  kept = {
    frame,
    provinces: new Map(
      Object.entries(provinces).map(([adcode, path]) => {
        const rings = parsePath(path);
        const boxes = rings.map((ring): Shape["boxes"][number] => {
          const [x, y] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
          return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
        });
        return [adcode, { adcode, rings, boxes }];
      }),
    ),
  };
  return kept;
}

/** The rings whose box, made wider by `reach` path units, holds a point: no other is nearer than that. */
const ringsNear = ({ rings, boxes }: Shape, [x, y]: readonly [number, number], reach: number): Ring[] =>
  rings.filter((_, i) => {
    const [west, north, east, south] = boxes[i] ?? [0, 0, 0, 0];
    return x >= west - reach && x <= east + reach && y >= north - reach && y <= south + reach;
  });

/** Whether a point in path units lies in a shape. */
const within = (shape: Shape, point: readonly [number, number]): boolean =>
  inRings(point, ringsNear(shape, point, 0));

const EQUATOR_KM = 40_075.017;

/**
 * How far a position in degrees lies outside a province's outline, in km; 0 inside it, Infinity for no such province.
 * With `upTo` (km) only what is that near is measured: farther is some greater number, found at once.
 */
export function kmFromProvince(
  position: { lat: number; lon: number },
  adcode: string,
  upTo = Number.POSITIVE_INFINITY,
): number {
  const { frame, provinces } = land();
  const shape = provinces.get(adcode);
  if (!shape) return Number.POSITIVE_INFINITY;
  const point = project(position.lat, position.lon, frame);
  if (within(shape, point)) return 0;
  const kmPerPixel = (EQUATOR_KM * Math.cos((position.lat * Math.PI) / 180)) / (256 * 2 ** frame.zoom);
  const rings = ringsNear(shape, point, upTo / kmPerPixel);
  return rings.length ? toRings(point, rings) * kmPerPixel : Number.POSITIVE_INFINITY;
}

/** The province at a position, or the nearest one with the distance to it in km; with `upTo` (km) none that is farther. */
export function provinceAt(
  position: { lat: number; lon: number },
  upTo?: number,
): { adcode: string; km: number } {
  const { frame, provinces } = land();
  const point = project(position.lat, position.lon, frame);
  for (const shape of provinces.values()) if (within(shape, point)) return { adcode: shape.adcode, km: 0 };
  let best = { adcode: "", km: Number.POSITIVE_INFINITY };
  for (const adcode of provinces.keys()) {
    const km = kmFromProvince(position, adcode, upTo);
    if (km < best.km) best = { adcode, km };
  }
  return best;
}

/** Outlines are coarse and teams stand on dikes and boats: this far out a place still counts as the province's. */
const NEAR_KM = 15;

/** Why a position cannot be a place in this province (null: in any): out at sea or abroad, or in another province. */
export function misplaced(
  position: { lat: number; lon: number },
  adcode: string | null,
): "place_in_sea" | "place_elsewhere" | null {
  if (adcode && kmFromProvince(position, adcode, NEAR_KM) <= NEAR_KM) return null;
  const { km } = provinceAt(position, NEAR_KM);
  if (km > NEAR_KM) return "place_in_sea";
  return adcode ? "place_elsewhere" : null;
}
