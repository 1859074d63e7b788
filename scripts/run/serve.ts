import { dataDir, env } from "@/lib/env";
import { buildIfChanged } from "./build-once";
import { type Database, startEmbedded } from "./embedded-postgres";
import { claimFolder } from "./only-one";

const step = (text: string) => console.log(`· ${text}`);

async function openDatabase(url: string | undefined): Promise<Database> {
  if (url) {
    step("using the database of DATABASE_URL");
    return { url, stop: async () => undefined };
  }
  step("starting the embedded PostgreSQL");
  return startEmbedded(dataDir(), "xuntu", step);
}

async function prepareData(url: string, settings: ReturnType<typeof env>): Promise<boolean> {
  const [{ migrate }, seed, waters, { db }, { ensureAdministrator }] = await Promise.all([
    import("@/prisma/migrate"),
    import("@/prisma/seed"),
    import("@/prisma/seed-waters"),
    import("@/lib/db"),
    import("@/lib/auth/accounts"),
  ]);
  const applied = await migrate(url);
  if (applied.length) step(`database schema brought up to date (${applied.length} migrations)`);
  await seed.seedReference(db());
  const mode = settings.XUNTU_MODE ?? "exercise";
  await waters.seedWaters(db());
  const rows = mode === "exercise" ? await seed.seedSeason(db()) : 0;
  const readings = mode === "exercise" ? await waters.seedReadings(db()) : 0;
  if (rows) step(`2024 season loaded: ${rows} rows`);
  if (readings) step(`stage readings of the season and of the drill station loaded: ${readings} rows`);
  await seed.seedClock(db(), mode);
  const password = await ensureAdministrator(settings.XUNTU_ADMIN_PASSWORD);
  if (password)
    console.log(
      `\n  First administrator: admin\n  Password (shown once, to be changed at first sign-in): ${password}\n`,
    );
  return rows > 0;
}

/** Says how many loaded actions are no legal move from what was known; they are shown with their contradiction. */
async function reportContradictions(): Promise<void> {
  const { store } = await import("@/lib/live/store");
  const steps = [...(store().log?.tracks.values() ?? [])].flatMap((track) => track.steps);
  const open = steps.filter((one) => one.contradiction).length;
  step(
    `${open} of ${steps.length} actions are no legal move from what the sources print: docs/season-2024.md`,
  );
}

/** Everything `npm start` does after packages are there: database, data, build, server, until a signal ends it. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const settings = env();
  const release = await claimFolder(dataDir());
  if (!release) {
    console.error(
      `Xuntu is already running on ${dataDir()}. Stop it first, or set DATA_DIR to another folder.`,
    );
    process.exit(1);
  }
  let database: Database | undefined;
  let ending = false;
  let closeServer = async () => {};
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await closeServer();
    await database?.stop();
    release();
    process.exit(code);
  };
  process.on("SIGINT", () => void end(0));
  process.on("SIGTERM", () => void end(0));
  try {
    database = await openDatabase(settings.DATABASE_URL);
    process.env.DATABASE_URL = database.url;
    const fresh = await prepareData(database.url, settings).catch((error) => {
      // An own server that is away must not keep the last picture from being served.
      if (!settings.DATABASE_URL || !/ECONNREFUSED|ENOTFOUND|timeout/i.test(String(error))) throw error;
      step("the database does not answer; serving the last snapshot until it does");
      return false;
    });
    if (!dev) await buildIfChanged(step);
    const { startLive } = await import("@/lib/live/listen");
    await startLive();
    if (fresh) await reportContradictions();
    const { createHttpServer } = await import("@/lib/live/http");
    const { default: next } = await import("next");
    const app = next({ dev, dir: process.cwd() });
    await app.prepare();
    const handler = app.getRequestHandler();
    const server = createHttpServer((request, response) => void handler(request, response));
    await new Promise<void>((resolve, reject) =>
      server.once("error", reject).listen(settings.PORT, settings.HOST, resolve),
    );
    closeServer = async () => {
      server.close();
      server.closeAllConnections();
    };
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : settings.PORT;
    console.log(`Xuntu 汛图 is ready at http://localhost:${port}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}
