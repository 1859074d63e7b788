/** Degrees: what the page's own map keeps, and what the file fetched on zoom keeps. */
export const COARSE = 0.01;
export const FINE = 0.003;

/** Douglas–Peucker in degrees. */
export function thin(line, tolerance) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  let [far, at] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = [line[i][0] - a[0], line[i][1] - a[1]];
    const t = length ? Math.max(0, Math.min(1, (x * dx + y * dy) / length)) : 0;
    const gap = Math.hypot(x - t * dx, y - t * dy);
    if (gap > far) [far, at] = [gap, i];
  }
  if (far <= tolerance) return [a, b];
  return [...thin(line.slice(0, at + 1), tolerance).slice(0, -1), ...thin(line.slice(at), tolerance)];
}

/** A closed strip of `half` degrees to either side of a line: a reservoir that fills its valley. */
export function widen(line, half) {
  const side = (sign) =>
    line.map(([x, y], i) => {
      const [a, b] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]];
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const length = Math.hypot(dx, dy) || 1;
      return [x - (sign * half * dy) / length, y + (sign * half * dx) / length];
    });
  const ring = [...side(1), ...side(-1).reverse()];
  return [...ring, ring[0]];
}
