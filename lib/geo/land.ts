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

/** Whether a point in path units lies in a shape: only rings whose box holds it are walked. */
const within = ({ rings, boxes }: Shape, point: readonly [number, number]): boolean =>
  inRings(
    point,
    rings.filter((_, i) => {
      const [west, north, east, south] = boxes[i] ?? [0, 0, 0, 0];
      return point[0] >= west && point[0] <= east && point[1] >= north && point[1] <= south;
    }),
  );

const EQUATOR_KM = 40_075.017;

/** How far a position in degrees lies outside a province's outline, in km; 0 inside it, Infinity for no such province. */
export function kmFromProvince(position: { lat: number; lon: number }, adcode: string): number {
  const { frame, provinces } = land();
  const shape = provinces.get(adcode);
  if (!shape) return Number.POSITIVE_INFINITY;
  const point = project(position.lat, position.lon, frame);
  if (within(shape, point)) return 0;
  const kmPerPixel = (EQUATOR_KM * Math.cos((position.lat * Math.PI) / 180)) / (256 * 2 ** frame.zoom);
  return toRings(point, shape.rings) * kmPerPixel;
}

/** The province at a position, or the nearest one with the distance to it in km. */
export function provinceAt(position: { lat: number; lon: number }): { adcode: string; km: number } {
  const { frame, provinces } = land();
  const point = project(position.lat, position.lon, frame);
  for (const shape of provinces.values()) if (within(shape, point)) return { adcode: shape.adcode, km: 0 };
  let best = { adcode: "", km: Number.POSITIVE_INFINITY };
  for (const adcode of provinces.keys()) {
    const km = kmFromProvince(position, adcode);
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
  if (adcode && kmFromProvince(position, adcode) <= NEAR_KM) return null;
  const { km } = provinceAt(position);
  if (km > NEAR_KM) return "place_in_sea";
  return adcode ? "place_elsewhere" : null;
}
