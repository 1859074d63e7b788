import { db } from "@/lib/db";
import { isoTime } from "@/lib/format";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Reason } from "./rules";

/** What the sender is told of a delivery. */
export interface Verdict {
  accepted: number;
  duplicates: number;
  /** The first thousand rows turned away; `rejectedCount` counts them all. Rows count from 1, a header not among them. */
  rejected: { row: number; reason: Reason; station: string; at: string | null }[];
  rejectedCount: number;
  rows: number;
  version: number;
  batch: number;
}

export const MOST_LISTED = 1000;

export interface BatchInput {
  origin: "api" | "import" | "form" | "season" | "simulation" | "quarantine";
  name: string;
  sourceNo: number;
  /** The sender's key for this delivery: the same again is answered with its first verdict. */
  key?: string;
  fingerprint?: string;
  user: { id: string | null; name: string };
}

/** Where a delivery goes on: at its first row, or after the last chunk of an earlier attempt. */
export interface Opened {
  batchId: number;
  seq: number;
  bytes: number;
  rows: number;
  /** The verdict of the whole delivery, when it came before. */
  finished: Verdict | undefined;
}

const client = (): PrismaClient => db();

async function totals(
  batchId: number,
): Promise<{ verdict: Verdict; seq: number; bytes: number; last: boolean }> {
  const chunks = await client().readingChunk.aggregate({
    where: { batchId },
    _sum: { rows: true, accepted: true, duplicates: true, rejected: true },
    _max: { seq: true, bytes: true, version: true },
  });
  const last = await client().readingChunk.findFirst({ where: { batchId, last: true } });
  const listed = await client().readingQuarantine.findMany({
    where: { chunk: { batchId } },
    orderBy: { row: "asc" },
    take: MOST_LISTED,
  });
  return {
    seq: (chunks._max.seq ?? -1) + 1,
    bytes: Number(chunks._max.bytes ?? 0),
    last: last !== null,
    verdict: {
      accepted: chunks._sum.accepted ?? 0,
      duplicates: chunks._sum.duplicates ?? 0,
      rejected: listed.map((row) => ({
        row: Number(row.row),
        reason: row.reason as Reason,
        station: row.station,
        at: row.at ? isoTime(row.at.getTime()) : null,
      })),
      rejectedCount: chunks._sum.rejected ?? 0,
      rows: chunks._sum.rows ?? 0,
      version: Number(chunks._max.version ?? 0),
      batch: batchId,
    },
  };
}

/** Opens a delivery, or finds the earlier one with the same key and tells how far it came. */
export async function openBatch(input: BatchInput): Promise<Opened> {
  const { user, key, fingerprint, ...rest } = input;
  const earlier = key ? await client().readingBatch.findUnique({ where: { key } }) : null;
  if (earlier) {
    const { verdict, seq, bytes, last } = await totals(earlier.id);
    return { batchId: earlier.id, seq, bytes, rows: verdict.rows, finished: last ? verdict : undefined };
  }
  const made = await client().readingBatch.create({
    data: {
      ...rest,
      key: key ?? null,
      fingerprint: fingerprint ?? null,
      userId: user.id,
      userName: user.name,
    },
  });
  return { batchId: made.id, seq: 0, bytes: 0, rows: 0, finished: undefined };
}

/** The last delivery of a file by its fingerprint, with how far it came; undefined when it never came. */
export async function earlierImport(
  fingerprint: string,
  sourceNo: number,
): Promise<(Opened & { verdict: Verdict }) | undefined> {
  const batch = await client().readingBatch.findFirst({
    where: { fingerprint, sourceNo, origin: "import" },
    orderBy: { id: "desc" },
  });
  if (!batch) return undefined;
  const { verdict, seq, bytes, last } = await totals(batch.id);
  return { batchId: batch.id, seq, bytes, rows: verdict.rows, finished: last ? verdict : undefined, verdict };
}

/** The number of a source by its key, made when it is new. Keys: `gauge` for a station's own gauge, or a name of the sender's choice. */
export async function sourceNumber(
  key: string,
  make: { kind: "GAUGE" | "DESK" | "CITED" | "SYNTHETIC"; name: string; sourceId?: string },
): Promise<number> {
  const found = await client().readingSource.findUnique({ where: { key } });
  if (found) return found.id;
  await client().readingSource.createMany({ data: [{ key, ...make }], skipDuplicates: true });
  return (await client().readingSource.findUniqueOrThrow({ where: { key } })).id;
}
