import { db } from "@/lib/db";
import { store } from "@/lib/live/store";
import { isRole, PUBLIC, type Viewer } from "./roles";
import { auth } from "./server";
import { bearerOf, tokenViewer } from "./tokens";

const SESSION_COOKIE = /better-auth\.session_token=/;

/** Ends the wait for a database that is lost meanwhile: several questions in a row would each wait their full time. */
function untilLost<T>(work: Promise<T>): Promise<T> {
  const { database, listeners } = store();
  return new Promise((resolve, reject) => {
    const listener = (frame: { database: "up" | "down" }) => {
      if (frame.database === "down") reject(new Error("the database does not answer"));
    };
    listeners.add(listener);
    listener({ database });
    work.then(resolve, reject).finally(() => listeners.delete(listener));
  });
}

/**
 * Who sends this request: the token of its Authorization header, else the session of its cookie. With neither,
 * nothing is asked of the database. Throws when the database is away.
 */
export async function viewerOf(headers: Headers): Promise<Viewer> {
  const secret = bearerOf(headers);
  if (secret !== undefined) return untilLost(tokenViewer(secret));
  if (!SESSION_COOKIE.test(headers.get("cookie") ?? "")) return PUBLIC;
  return untilLost(signedIn(headers));
}

async function signedIn(headers: Headers): Promise<Viewer> {
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
