import { z } from "zod";
import { may, mayActFor, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { RowNumber } from "@/lib/fields";
import { store } from "@/lib/live/store";
import { datumOf } from "@/lib/waters/datums";
import { REASONS } from "./rules";

export const QuarantineFilter = z.object({
  reason: z.enum(REASONS).optional().catch(undefined),
  station: z.string().trim().max(60).optional().catch(undefined),
  decided: z.enum(["open", "all"]).catch("open"),
  before: RowNumber.optional().catch(undefined),
});
export type QuarantineFilter = z.infer<typeof QuarantineFilter>;
export const QUARANTINE_PAGE = 100;

/** Rows in quarantine, newest first, a hundred at a time, with how many wait for each reason; undefined for who may not write readings. */
export async function readQuarantine(viewer: Viewer, filter: QuarantineFilter) {
  if (!may(viewer, "readings:write")) return undefined;
  const sections = [...(store().log?.reference.sections.values() ?? [])];
  const mine = sections.filter((row) => row.adcodes.every((code) => mayActFor(viewer, code)));
  const own = viewer.national ? {} : { section: { in: mine.map((row) => row.no) } };
  const open = filter.decided === "open" ? { decision: null } : {};
  const [rows, counts] = await Promise.all([
    db().readingQuarantine.findMany({
      where: {
        AND: [own, open],
        ...(filter.reason ? { reason: filter.reason } : {}),
        ...(filter.station ? { station: { contains: filter.station, mode: "insensitive" as const } } : {}),
        ...(filter.before ? { id: { lt: filter.before } } : {}),
      },
      include: { decision: true, chunk: { include: { batch: true } } },
      orderBy: { id: "desc" },
      take: QUARANTINE_PAGE,
    }),
    db().readingQuarantine.groupBy({ by: ["reason"], where: { AND: [own, open] }, _count: { _all: true } }),
  ]);
  const names = new Map(sections.map((row) => [row.no, row]));
  return {
    counts: Object.fromEntries(counts.map((row) => [row.reason, row._count._all])),
    rows: rows.map((row) => {
      const section = row.section === null ? undefined : names.get(row.section);
      return {
        id: String(row.id),
        row: Number(row.row),
        reason: row.reason,
        detail: row.detail,
        station: row.station,
        name: section?.name ?? null,
        nameEn: section?.nameEn ?? null,
        at: row.at?.getTime() ?? null,
        stage: row.stage === null ? null : Number(row.stage),
        flow: row.flow,
        datum: row.datum === null ? null : datumOf(row.datum).name,
        raw: row.raw,
        delivery: [...new Set([row.chunk.batch.name, row.chunk.batch.userName])].join(" · "),
        recordedAt: row.recordedAt.getTime(),
        /** Whether there is enough in it to let it in. */
        usable: row.section !== null && row.at !== null && (row.stage !== null || row.flow !== null),
        decision: row.decision && {
          choice: row.decision.choice,
          reason: row.decision.reason,
          userName: row.decision.userName,
        },
      };
    }),
  };
}
export type QuarantinePage = NonNullable<Awaited<ReturnType<typeof readQuarantine>>>;
