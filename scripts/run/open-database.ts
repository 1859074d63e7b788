import { dataDir, env } from "@/lib/env";
import { migrate } from "@/prisma/migrate";
import { type Database, startEmbedded } from "./embedded-postgres";
import { claimFolder } from "./only-one";

/**
 * The database for a command-line tool, beside a running server or without one: DATABASE_URL, else the embedded
 * PostgreSQL, which a running server keeps when the tool ends. Sets DATABASE_URL for the code that follows.
 */
export async function openDatabase(say: (text: string) => void): Promise<Database> {
  const given = env().DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const release = await claimFolder(dataDir());
  if (!release) say("using the database of the Xuntu that runs on this folder");
  const database = await startEmbedded(dataDir(), "xuntu", () => undefined);
  process.env.DATABASE_URL = database.url;
  if (!release) return { url: database.url, stop: async () => undefined };
  await migrate(database.url);
  return {
    url: database.url,
    async stop() {
      await database.stop();
      release();
    },
  };
}

/** Provinces, stations and datums, for a tool that runs before the first start of the server. */
export async function seedNames(): Promise<void> {
  const [{ db }, { seedReference }, { seedWaters }] = await Promise.all([
    import("@/lib/db"),
    import("@/prisma/seed"),
    import("@/prisma/seed-waters"),
  ]);
  await seedReference(db());
  await seedWaters(db());
}
