import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { admin, username } from "better-auth/plugins";
import { createAccessControl } from "better-auth/plugins/access";
import { adminAc, defaultStatements } from "better-auth/plugins/admin/access";
import { db } from "@/lib/db";
import { dataDir } from "@/lib/env";

/** The secret that signs session cookies: XUNTU_SECRET, else one made once and kept in the data folder. */
function secret(): string {
  const given = process.env.XUNTU_SECRET;
  if (given) return given;
  const file = join(dataDir(), "session-secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

const access = createAccessControl(defaultStatements);
const none = access.newRole({ user: [], session: [] });

function create() {
  return betterAuth({
    database: prismaAdapter(db(), { provider: "postgresql" }),
    secret: secret(),
    basePath: "/api/auth",
    baseURL: process.env.XUNTU_ORIGIN
      ? process.env.XUNTU_ORIGIN
      : { allowedHosts: ["*"], protocol: "auto", fallback: "http://localhost:3000" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        national: { type: "boolean", defaultValue: false, input: false },
        mustChangePassword: { type: "boolean", defaultValue: false, input: false },
      },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40 }),
      admin({
        ac: access,
        roles: { viewer: none, duty_officer: none, chief: none, administrator: adminAc },
        adminRoles: ["administrator"],
        defaultRole: "viewer",
      }),
      // Last, as it must be: a new password brings a new session, whose cookie a server action has to hand on.
      nextCookies(),
    ],
    session: { expiresIn: 12 * 3600, updateAge: 900 },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/username": { window: 60, max: 10 } },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: ["x-xuntu-client"] },
      useSecureCookies: process.env.XUNTU_ORIGIN?.startsWith("https:") ?? false,
    },
    logger: { level: "error" },
    telemetry: { enabled: false },
  });
}

const shared = globalThis as typeof globalThis & { xuntuAuth?: ReturnType<typeof create> };

/** Accounts, sessions, passwords and throttling are better-auth's; roles and areas are in roles.ts. */
export function auth() {
  shared.xuntuAuth ??= create();
  return shared.xuntuAuth;
}
