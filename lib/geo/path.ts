/** The light geometry of the map: paths in Web Mercator pixels at `zoom`, less `origin`. */
export interface Outline {
  zoom: number;
  origin: [number, number];
  size: [number, number];
  inset: { viewBox: [number, number, number, number] };
  provinces: Record<string, string>;
  labels: Record<string, [number, number]>;
  lines: string;
  rivers: Record<string, string>;
  lakes: Record<string, string>;
}

type Frame = { zoom: number; origin: readonly [number, number] };
export type Point = [number, number];

/** Reads a path of the grammar `(M x y l dx dy … z?)*` with whole numbers into its rings, in path units. */
export function parsePath(path: string): Point[][] {
  return path
    .split("M")
    .filter(Boolean)
    .map((part) => {
      const [start = "", moves = ""] = part.replace("z", "").split("l");
      const [x = 0, y = 0] = numbers(start);
      const ring: Point[] = [[x, y]];
      const steps = numbers(moves);
      let [px, py] = [x, y];
      for (let i = 0; i + 1 < steps.length; i += 2) {
        px += steps[i] ?? 0;
        py += steps[i + 1] ?? 0;
        ring.push([px, py]);
      }
      return ring;
    });
}

const numbers = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);

/** A path point as [latitude, longitude] in degrees. */
export function toLatLng([x, y]: Point, { zoom, origin }: Frame): Point {
  const world = 256 * 2 ** zoom;
  const lon = ((x + origin[0]) / world) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + origin[1])) / world))) * 180) / Math.PI;
  return [lat, lon];
}

/** Degrees to path units, not rounded. */
export function project(lat: number, lon: number, { zoom, origin }: Frame): Point {
  const world = 256 * 2 ** zoom;
  const x = ((lon + 180) / 360) * world - origin[0];
  const y =
    (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world - origin[1];
  return [x, y];
}
