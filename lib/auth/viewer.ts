import { db } from "@/lib/db";
import { store } from "@/lib/live/store";
import { isRole, PUBLIC, type Viewer } from "./roles";
import { auth } from "./server";

const SESSION_COOKIE = /better-auth\.session_token=/;

/** Who sends this request. Without a session cookie nothing is asked of the database. Throws when the database is away. */
export async function viewerOf(headers: Headers): Promise<Viewer> {
  if (!SESSION_COOKIE.test(headers.get("cookie") ?? "")) return PUBLIC;
  if (store().database === "down") throw new Error("the database does not answer");
  const session = await auth().api.getSession({ headers });
  if (!session) {
    // No session may also mean that nobody could be asked: then this question fails, too.
    await db().$queryRaw`select 1`;
    return PUBLIC;
  }
  const { user } = session;
  const provinces = await db().userProvince.findMany({ where: { userId: user.id } });
  return {
    user: {
      id: user.id,
      name: user.name,
      username: user.username ?? user.name,
      role: isRole(user.role) ? user.role : "viewer",
      mustChangePassword: user.mustChangePassword === true,
    },
    national: user.national === true,
    provinces: provinces.map((row) => row.provinceId),
  };
}
