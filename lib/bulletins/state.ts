import { z } from "zod";
import type { Transaction } from "@/lib/db";
import { type Refusal, refuse } from "@/lib/errors";
import { isoDay, isoTime } from "@/lib/format";

/** How far a bulletin has come; `no_fact` is a new one that states nothing of ours. */
export const State = z.enum([
  "new",
  "under_review",
  "submitted",
  "returned",
  "published",
  "withdrawn",
  "no_fact",
]);
export type State = z.infer<typeof State>;

interface Progress {
  publication: object | null;
  steps: readonly { kind: "SUBMITTED" | "RETURNED" | "WITHDRAWN" | "REOPENED" }[];
  /** How many proposals count now, and how many of them somebody has decided on. */
  proposals: number;
  decided: number;
}

/** The state of a bulletin from its publication, its last step and what was decided. */
export function stateOf({ publication, steps, proposals, decided }: Progress): State {
  if (publication) return "published";
  const last = steps.at(-1)?.kind;
  if (last === "WITHDRAWN") return "withdrawn";
  if (last === "SUBMITTED") return "submitted";
  if (last === "RETURNED") return "returned";
  if (decided) return "under_review";
  return proposals ? "new" : "no_fact";
}

/** The head as it stands: put right by an officer, else as received. Days and times Asia/Shanghai. */
export interface HeadNow {
  publisher: string;
  title: string;
  /** YYYY-MM-DD, or a time with offset where the hour is known. */
  published: string;
  url: string | null;
}

interface HeadRow {
  publisher: string;
  title: string;
  publishedAt: Date;
  precision: "DAY" | "MINUTE";
  url?: string | null;
}

/** Publisher, title, time and address as last put right. */
export function headOf(row: HeadRow & { heads: readonly HeadRow[] }): HeadNow {
  const head = row.heads.at(-1) ?? row;
  const ms = head.publishedAt.getTime();
  return {
    publisher: head.publisher,
    title: head.title,
    published: head.precision === "DAY" ? isoDay(ms) : isoTime(ms),
    url: head.url ?? null,
  };
}

/** The part of the text that was read last; the whole of it for bulletins of before there were readings. */
export const partOf = (row: { readings: readonly { id: bigint; start: number; end: number }[] }) =>
  row.readings.at(-1) ?? { id: null, start: 0, end: Number.MAX_SAFE_INTEGER };

/** The proposals that count: those of the last reading, and what officers found by hand within its part. */
export function counting<
  T extends { readingId: bigint | null; addedBy: string | null; spanStart: number; spanEnd: number },
>(row: { readings: readonly { id: bigint; start: number; end: number }[]; proposals: readonly T[] }): T[] {
  const part = partOf(row);
  return row.proposals.filter(
    (one) =>
      one.readingId === part.id ||
      (one.addedBy !== null && one.spanStart >= part.start && one.spanEnd <= part.end),
  );
}

/** A bulletin without its text and bytes, with everything that was done to it. */
export async function loadBulletin(tx: Transaction, id: string) {
  return tx.bulletin.findUnique({
    where: { id },
    omit: { original: true, text: true },
    include: {
      publication: true,
      readings: { orderBy: { id: "asc" } },
      heads: { orderBy: { id: "asc" } },
      steps: { orderBy: { id: "asc" } },
      proposals: {
        orderBy: [{ spanStart: "asc" }, { id: "asc" }],
        include: { decisions: { orderBy: { id: "asc" } } },
      },
    },
  });
}
export type Loaded = NonNullable<Awaited<ReturnType<typeof loadBulletin>>>;

/** Why nothing more may be done to a bulletin: it is published, or was withdrawn, by whom and why. */
export function closed(row: Pick<Loaded, "publication" | "steps">): Refusal | null {
  if (row.publication) return refuse("bulletin_published");
  const last = row.steps.at(-1);
  if (last?.kind !== "WITHDRAWN") return null;
  return refuse("bulletin_withdrawn", { name: last.userName, reason: last.reason ?? "—" });
}

/** The bulletin to work on, or why there is none. */
export async function openBulletin(
  tx: Transaction,
  id: string,
): Promise<{ ok: true; bulletin: Loaded } | Refusal> {
  const bulletin = await loadBulletin(tx, id);
  if (!bulletin) return refuse("not_found");
  return closed(bulletin) ?? { ok: true, bulletin };
}
