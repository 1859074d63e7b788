import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Role, Viewer } from "@/lib/auth/roles";
import { refresh } from "@/lib/live/listen";

/** A database of this suite's own with the 2024 season in it; sets DATABASE_URL and DATA_DIR for the code under test. */
export async function freshDatabase(): Promise<pg.Pool> {
  const template = new URL(inject("adminUrl"));
  const name = `suite_${randomBytes(5).toString("hex")}`;
  const admin = new pg.Client({
    connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href,
  });
  await admin.connect();
  // A template must have no other session while it is copied.
  for (let attempt = 0; ; attempt++) {
    try {
      await admin.query(`create database ${name} template template_season`);
      break;
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await admin.end();
  process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "xuntu-suite-"));
  return new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
}

/** The suite's own season, read into memory before its first test; what is given asks its database. */
export function ownDatabase() {
  let pool: pg.Pool;
  beforeAll(async () => {
    pool = await freshDatabase();
    await refresh(true);
  });
  afterAll(async () => pool.end());
  return async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows;
}

export const viewerWith = (
  role: Role,
  area: { national?: boolean; provinces?: string[] } = { national: true },
): Viewer => ({
  user: { id: `user-${role}`, name: role, username: role, role, mustChangePassword: false },
  national: area.national ?? false,
  provinces: area.provinces ?? [],
});

/** What a command gave; throws its refusal, for steps that a test only needs done. */
export const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

export const SOURCE = { publisher: "测试单位", title: "测试通报", published: "2024-07-04" };
