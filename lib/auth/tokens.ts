import { createHash, randomBytes } from "node:crypto";
import { recordTime } from "@/lib/clock";
import { db } from "@/lib/db";
import { PUBLIC, TOKEN_SCOPES, type Viewer } from "./roles";

const PREFIX = "xuntu_";
const USE_NOTED_MS = 60_000;
const noted = new Map<string, number>();

/** A secret of 256 random bits. Guessing it is hopeless, so a plain SHA-256 keeps it safe at rest. */
export const newSecret = () => PREFIX + randomBytes(32).toString("base64url");
/** The SHA-256 (hex) under which a secret is kept. */
export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** The secret of `Authorization: Bearer …`; undefined when the header is not there or says something else. */
export const bearerOf = (headers: Headers): string | undefined =>
  /^Bearer +(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];

/** Whom a secret stands for; the public when it is unknown or revoked. Throws when the database is away. */
export async function tokenViewer(secret: string): Promise<Viewer> {
  if (!secret.startsWith(PREFIX) || secret.length > 200) return PUBLIC;
  const token = await db().apiToken.findUnique({ where: { hash: hashOf(secret) } });
  if (!token || token.revokedAt) return PUBLIC;
  const now = recordTime();
  if (now - (noted.get(token.id) ?? 0) > USE_NOTED_MS) {
    noted.set(token.id, now);
    await db().apiToken.update({ where: { id: token.id }, data: { lastUsedAt: new Date(now) } });
  }
  return {
    user: {
      id: `token:${token.id}`,
      name: token.name,
      username: `token:${token.name}`,
      role: "viewer",
      mustChangePassword: false,
    },
    scopes: TOKEN_SCOPES.filter((scope) => token.scopes.includes(scope)),
    national: token.national,
    provinces: token.provinces,
  };
}
