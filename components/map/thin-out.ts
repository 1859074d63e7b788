/** One symbol of a thinned map: the item drawn, and those that had no room beside it. */
export interface Thinned<T> {
  item: T;
  x: number;
  y: number;
  hidden: T[];
}

interface Placed<T> {
  item: T;
  x: number;
  y: number;
}

/** Keeps, of things nearer than `reach` pixels, the first in the order given. Time grows with the number of things. */
export function thinOut<T>(placed: readonly Placed<T>[], reach: number): Thinned<T>[] {
  const cells = new Map<string, Thinned<T>[]>();
  const kept: Thinned<T>[] = [];
  for (const { item, x, y } of placed) {
    const [column, row] = [Math.floor(x / reach), Math.floor(y / reach)];
    let near: Thinned<T> | undefined;
    for (let dx = -1; dx <= 1 && !near; dx++)
      for (let dy = -1; dy <= 1 && !near; dy++)
        near = cells
          .get(`${column + dx},${row + dy}`)
          ?.find((other) => Math.hypot(other.x - x, other.y - y) < reach);
    if (near) {
      near.hidden.push(item);
      continue;
    }
    const thinned = { item, x, y, hidden: [] };
    kept.push(thinned);
    const key = `${column},${row}`;
    const cell = cells.get(key);
    if (cell) cell.push(thinned);
    else cells.set(key, [thinned]);
  }
  return kept;
}
