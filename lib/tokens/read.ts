import { may, TOKEN_SCOPES, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { isoTime } from "@/lib/format";

/** All tokens, newest first, for those who manage them; undefined for everybody else. Secrets are not known to anyone. */
export async function readTokens(viewer: Viewer) {
  if (!may(viewer, "token:manage")) return undefined;
  const rows = await db().apiToken.findMany({ orderBy: { createdAt: "desc" }, omit: { hash: true } });
  const time = (date: Date | null) => (date ? isoTime(date.getTime()) : null);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: TOKEN_SCOPES.filter((scope) => row.scopes.includes(scope)),
    national: row.national,
    provinces: row.provinces,
    createdBy: row.createdBy,
    createdAt: isoTime(row.createdAt.getTime()),
    lastUsedAt: time(row.lastUsedAt),
    revokedAt: time(row.revokedAt),
    revokedBy: row.revokedBy,
  }));
}
export type TokenRow = NonNullable<Awaited<ReturnType<typeof readTokens>>>[number];
