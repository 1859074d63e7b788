import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate";
import { startEmbedded } from "../../scripts/run/embedded-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
  }
}

const TEMPLATE = "template_season";

/** A new database on a server that is there already: the suites also run on the oldest PostgreSQL we stand by. */
async function onServer(url: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  return { url: Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href, stop: async () => undefined };
}

/**
 * One PostgreSQL for all suites, with a migrated and seeded template that each suite copies. XUNTU_TEST_SERVER
 * (postgresql://…/postgres, a superuser's) names another server than the embedded one.
 */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "xuntu-test-"));
  chmodSync(folder, 0o755);
  const server = process.env.XUNTU_TEST_SERVER;
  const database = server ? await onServer(server) : await startEmbedded(folder, TEMPLATE, () => undefined);
  await migrate(database.url);
  process.env.DATABASE_URL = database.url;
  process.env.DATA_DIR = folder;
  const { db } = await import("../../lib/db");
  const seed = await import("../../prisma/seed");
  const waters = await import("../../prisma/seed-waters");
  const { closeReadingsPool } = await import("../../lib/readings/pool");
  await seed.seedReference(db());
  await waters.seedWaters(db());
  await seed.seedSeason(db());
  await waters.seedReadings(db());
  await seed.seedClock(db(), "exercise");
  await db().$disconnect();
  await closeReadingsPool();
  project.provide("adminUrl", database.url);
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
