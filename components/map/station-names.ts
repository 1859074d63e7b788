interface Named {
  label: string;
  x: number;
  y: number;
}

const SIZE_PX = 12;
const ROOM_PX = 15;

/** Writes names beside their symbols, the gravest first; a name that would touch another is left out. */
export function drawNames(
  pen: CanvasRenderingContext2D,
  named: readonly Named[],
  style: { ink: string; paper: string; font: string },
): void {
  pen.font = `${SIZE_PX}px ${style.font}`;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = style.paper;
  pen.fillStyle = style.ink;
  const taken: { left: number; right: number; y: number }[] = [];
  for (const { label, x, y } of named) {
    const [left, right] = [x + 10, x + 12 + pen.measureText(label).width];
    if (taken.some((box) => left < box.right && right > box.left && Math.abs(y - box.y) < ROOM_PX)) continue;
    taken.push({ left, right, y });
    pen.strokeText(label, left, y);
    pen.fillText(label, left, y);
  }
}
