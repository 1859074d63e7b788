import { isoTime } from "@/lib/format";
import type { English } from "@/lib/snapshot/english";
import {
  type Client,
  type Precision,
  type Recorded,
  recorded,
  type Span,
  standing,
} from "@/lib/snapshot/recorded";
import type { ConsultationRecord } from "./record";
import type { ConsultationKind } from "./schema";

export interface ConsultationEntry extends Recorded {
  kind: ConsultationKind;
  at: number;
  precision: Precision;
  ledBy: string[];
  provinces: string[];
  decisions: string | null;
}

/** Consultations recorded in a span of versions, oldest first; times are epoch ms. */
export async function newConsultations(client: Client, version: Span): Promise<ConsultationEntry[]> {
  const rows = await client.consultation.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...recorded(row),
    kind: row.kind,
    at: row.at.getTime(),
    precision: row.precision,
    ledBy: row.ledBy,
    provinces: row.provinceIds,
    decisions: row.decisions,
  }));
}

const FORGET_AFTER = 30 * 24 * 3_600_000;

/** The consultations of the 30 days before a world time, newest first, as known at a record time (epoch ms). */
export function consultationRecords(
  entries: Iterable<ConsultationEntry>,
  english: English,
  at: number,
  known: number,
): ConsultationRecord[] {
  return standing(entries, known)
    .filter((entry) => entry.at <= at && at - entry.at <= FORGET_AFTER)
    .sort((a, b) => b.at - a.at || b.id - a.id)
    .map((entry) => ({
      id: String(entry.id),
      kind: entry.kind === "VIDEO" ? "video" : "meeting",
      at: isoTime(entry.at),
      precision: entry.precision,
      ledBy: entry.ledBy,
      ledByEn: entry.ledBy.map(english),
      provinces: entry.provinces,
      decisions: entry.decisions,
      source: entry.source,
    }));
}
