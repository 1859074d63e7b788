import { isRole, may, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";

/** All accounts, for those who manage them; undefined for everybody else. */
export async function readUsers(viewer: Viewer) {
  if (!may(viewer, "user:manage")) return undefined;
  const rows = await db().user.findMany({ include: { provinces: true }, orderBy: { createdAt: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    username: row.username ?? row.name,
    name: row.name,
    role: isRole(row.role) ? row.role : ("viewer" as const),
    national: row.national,
    banned: row.banned === true,
    provinces: row.provinces.map((p) => p.provinceId),
  }));
}
