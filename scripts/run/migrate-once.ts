import { dataDir } from "@/lib/env";
import { migrate } from "@/prisma/migrate";
import { startEmbedded } from "./embedded-postgres";

/** Brings the database (DATABASE_URL or the embedded one) to the newest schema, then ends. */
export async function migrateOnce(_args: string[]): Promise<void> {
  const given = process.env.DATABASE_URL;
  const embedded = given ? undefined : await startEmbedded(dataDir(), "xuntu", console.log);
  const url = given ?? embedded?.url;
  if (!url) throw new Error("no database");
  const applied = await migrate(url);
  console.log(applied.length ? `applied ${applied.join(", ")}` : "the schema is up to date");
  await embedded?.stop();
  process.exit(0);
}
