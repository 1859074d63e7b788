import { distanceKm } from "@/lib/geo/distance";

export interface Position {
  lat: number;
  lon: number;
}

const KM_PER_DEGREE = 111.2;
/** The grid serves China: at 54° N a degree of longitude is 65 km, so columns of this many kilometres suffice. */
const KM_PER_DEGREE_EAST = KM_PER_DEGREE * Math.cos((54 * Math.PI) / 180);

/** Positions in a grid of cells at least `cellKm` wide, so that what is near a point lies in the cells around it. */
export class Grid {
  private readonly cells = new Map<number, Position[]>();
  private readonly tall: number;
  private readonly wide: number;

  constructor(
    positions: Iterable<Position>,
    private readonly cellKm: number,
  ) {
    this.tall = cellKm / KM_PER_DEGREE;
    this.wide = cellKm / KM_PER_DEGREE_EAST;
    for (const position of positions) {
      const key = this.key(this.row(position), this.column(position));
      const cell = this.cells.get(key);
      if (cell) cell.push(position);
      else this.cells.set(key, [position]);
    }
  }

  private row = ({ lat }: Position) => Math.floor(lat / this.tall);
  private column = ({ lon }: Position) => Math.floor(lon / this.wide);
  private key = (row: number, column: number) => row * 100_000 + column;

  /** The distance in km from the nearest of `from` to the nearest position, looking `rings` cells around; null: none there. */
  nearest(from: readonly Position[], rings: number): number | null {
    let best = Number.POSITIVE_INFINITY;
    // Rings outward: what lies in ring r is at least r − 1 cells away.
    for (const point of from)
      for (let ring = 0; ring <= rings && (ring - 1) * this.cellKm < best; ring++)
        best = Math.min(best, this.inRing(point, ring));
    return best === Number.POSITIVE_INFINITY ? null : best;
  }

  private inRing(point: Position, ring: number): number {
    const [row, column] = [this.row(point), this.column(point)];
    let best = Number.POSITIVE_INFINITY;
    for (let r = row - ring; r <= row + ring; r++) {
      const step = Math.abs(r - row) === ring ? 1 : Math.max(1, 2 * ring);
      for (let c = column - ring; c <= column + ring; c += step)
        for (const other of this.cells.get(this.key(r, c)) ?? [])
          best = Math.min(best, distanceKm(point, other));
    }
    return best;
  }
}
