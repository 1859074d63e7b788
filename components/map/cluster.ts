import type { Point } from "@/lib/geo/path";

/** Things nearer to each other than `reach` pixels, gathered around the first of them. */
export function cluster<T>(
  items: readonly T[],
  at: (item: T) => Point,
  reach: number,
): { point: Point; items: T[] }[] {
  const groups: { point: Point; items: T[] }[] = [];
  for (const item of items) {
    const [x, y] = at(item);
    const near = groups.find((group) => Math.hypot(group.point[0] - x, group.point[1] - y) < reach);
    if (near) near.items.push(item);
    else groups.push({ point: [x, y], items: [item] });
  }
  return groups;
}
