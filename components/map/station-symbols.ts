import { WATER_STYLE } from "@/components/waters/water-style";
import type { WaterState } from "@/lib/waters/schema";

const triangle = (pen: CanvasRenderingContext2D, x: number, y: number, size: number) => {
  pen.moveTo(x, y - size);
  pen.lineTo(x + size * 0.95, y + size * 0.75);
  pen.lineTo(x - size * 0.95, y + size * 0.75);
  pen.closePath();
};
const circle = (pen: CanvasRenderingContext2D, x: number, y: number, radius: number) => {
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, Math.PI * 2);
};

const SHAPES: Record<WaterState, (pen: CanvasRenderingContext2D, x: number, y: number) => void> = {
  above_record: (pen, x, y) => circle(pen, x, y, 6),
  above_guarantee: (pen, x, y) => {
    triangle(pen, x - 4.5, y, 6);
    triangle(pen, x + 4.5, y, 6);
  },
  above_flood_limit: (pen, x, y) => {
    pen.moveTo(x, y - 6);
    pen.lineTo(x + 6, y);
    pen.lineTo(x, y + 6);
    pen.lineTo(x - 6, y);
    pen.closePath();
  },
  above_warning: (pen, x, y) => triangle(pen, x, y, 6.5),
  near_warning: (pen, x, y) => triangle(pen, x, y, 5.5),
  normal: (pen, x, y) => circle(pen, x, y, 3),
  datum_differs: (pen, x, y) => pen.rect(x - 3.5, y - 3.5, 7, 7),
  stale: (pen, x, y) => circle(pen, x, y, 4),
  unknown: (pen, x, y) => {
    pen.moveTo(x - 4, y);
    pen.lineTo(x + 4, y);
  },
  no_reading: (pen, x, y) => circle(pen, x, y, 3),
};
const HOLLOW: ReadonlySet<WaterState> = new Set([
  "near_warning",
  "datum_differs",
  "stale",
  "unknown",
  "no_reading",
]);

/** Draws all symbols of one state in one go; `ink` and `paper` are colours as CSS writes them. */
export function drawSymbols(
  pen: CanvasRenderingContext2D,
  state: WaterState,
  points: readonly { x: number; y: number }[],
  colours: { ink: string; paper: string },
): void {
  pen.beginPath();
  for (const { x, y } of points) SHAPES[state](pen, x, y);
  pen.setLineDash([]);
  // A rim in the colour of the page keeps a symbol apart from the level colour under it.
  pen.strokeStyle = colours.paper;
  pen.lineWidth = 3.5;
  pen.stroke();
  pen.fillStyle = HOLLOW.has(state) ? colours.paper : colours.ink;
  pen.fill();
  if (!HOLLOW.has(state)) return;
  pen.setLineDash(state === "stale" ? [2, 2] : []);
  pen.strokeStyle = colours.ink;
  pen.lineWidth = WATER_STYLE[state].weight > 1 ? 1.8 : 1.2;
  pen.stroke();
  pen.setLineDash([]);
}
