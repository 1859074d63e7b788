/** The entries that count as known, neither superseded nor withdrawn. */
export function standing<
  T extends { id: number; recordedAt: number; supersedesId: number | null; withdrawn: boolean },
>(entries: Iterable<T>, known: number): T[] {
  const seen = [...entries].filter((entry) => entry.recordedAt <= known);
  const superseded = new Set(seen.map((entry) => entry.supersedesId));
  return seen.filter((entry) => !entry.withdrawn && !superseded.has(entry.id));
}

/** The last entry up to a time; of two at one time, the one recorded last. */
export const latest = <T extends { at: number; id: number }>(entries: T[], at: number): T | undefined =>
  entries
    .filter((entry) => entry.at <= at)
    .reduce<T | undefined>(
      (best, entry) =>
        !best || entry.at > best.at || (entry.at === best.at && entry.id > best.id) ? entry : best,
      undefined,
    );
