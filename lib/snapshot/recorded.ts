import type { db as Db } from "@/lib/db";
import type { Source } from "@/lib/responses/schema";

export type Client = ReturnType<typeof Db>;
export type Precision = "DAY" | "MINUTE";

/** The versions to read: after one, up to the one that the log will then stand at. */
export interface Span {
  gt: number;
  lte: number;
}

/** What every recorded event carries. Times are epoch milliseconds; `id` grows with the record. */
export interface Recorded {
  id: number;
  recordedAt: number;
  supersedesId: number | null;
  withdrawn: boolean;
  source: Source;
}

/** A source's row as facts carry it; without a number its words have no address. */
export const source = (row: {
  publisher: string;
  title: string;
  published: string | null;
  url: string | null;
  bulletinId: string | null;
  spanStart: number | null;
  spanEnd: number | null;
  fact: number | null;
}): Source => ({
  publisher: row.publisher,
  title: row.title,
  published: row.published,
  url: row.url,
  bulletin:
    row.bulletinId !== null && row.spanStart !== null && row.spanEnd !== null && row.fact !== null
      ? { id: row.bulletinId, span: [row.spanStart, row.spanEnd], fact: row.fact }
      : null,
});

/** What every recorded event carries, of its row. */
export const recorded = (row: {
  id: bigint;
  recordedAt: Date;
  supersedesId: bigint | null;
  withdrawn: boolean;
  source: Parameters<typeof source>[0];
}): Recorded => ({
  id: Number(row.id),
  recordedAt: row.recordedAt.getTime(),
  supersedesId: row.supersedesId === null ? null : Number(row.supersedesId),
  withdrawn: row.withdrawn,
  source: source(row.source),
});

/** The entries that count as known at a record time, neither superseded nor withdrawn. */
export function standing<T extends Omit<Recorded, "source">>(entries: Iterable<T>, known: number): T[] {
  const seen: T[] = [];
  const superseded = new Set<number>();
  for (const entry of entries)
    if (entry.recordedAt <= known) {
      seen.push(entry);
      if (entry.supersedesId !== null) superseded.add(entry.supersedesId);
    }
  return seen.filter((entry) => !entry.withdrawn && !superseded.has(entry.id));
}

/** The last entry up to a world time; of two at the same time the one recorded later. */
export function latest<T extends { at: number; id: number }>(
  entries: Iterable<T>,
  at: number,
): T | undefined {
  let best: T | undefined;
  for (const entry of entries)
    if (entry.at <= at && (!best || entry.at > best.at || (entry.at === best.at && entry.id > best.id)))
      best = entry;
  return best;
}
