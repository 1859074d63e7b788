import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../prisma/migrate";
import { startEmbedded } from "../../scripts/run/embedded-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
  }
}

/** One PostgreSQL for all suites, with a migrated and seeded template that each suite copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "xuntu-test-"));
  chmodSync(folder, 0o755);
  const database = await startEmbedded(folder, "template_season", () => undefined);
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
