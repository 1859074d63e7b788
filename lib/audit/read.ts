import { z } from "zod";
import { may, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { RowNumber } from "@/lib/fields";
import { parseTime } from "@/lib/format";

export const AuditFilter = z.object({
  who: z.string().max(60).optional().catch(undefined),
  what: z.string().max(60).optional().catch(undefined),
  province: z
    .string()
    .regex(/^[1-8]\d{5}$/)
    .optional()
    .catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  before: RowNumber.optional().catch(undefined),
});
const PAGE = 100;

/** Audit rows a viewer may read, newest first, a hundred at a time; undefined when they may read none. */
export async function readAudit(viewer: Viewer, filter: z.infer<typeof AuditFilter>) {
  if (!may(viewer, "audit:read")) return undefined;
  const start = filter.day ? parseTime(filter.day)?.ms : undefined;
  const own = viewer.national
    ? {}
    : { OR: [{ userId: viewer.user?.id ?? "" }, { provinces: { hasSome: [...viewer.provinces] } }] };
  return db().auditEntry.findMany({
    where: {
      AND: [own],
      ...(filter.who ? { userName: { contains: filter.who, mode: "insensitive" } } : {}),
      ...(filter.what ? { command: { contains: filter.what } } : {}),
      ...(filter.province ? { provinces: { has: filter.province } } : {}),
      ...(start === undefined ? {} : { at: { gte: new Date(start), lt: new Date(start + 86_400_000) } }),
      ...(filter.before ? { id: { lt: filter.before } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE,
  });
}
