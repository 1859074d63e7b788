import pg from "pg";

const shared = globalThis as typeof globalThis & { xuntuReadings?: pg.Pool };

/** Plain connections for what Prisma cannot say: COPY, and reads of many rows. One pool a process, as in lib/db.ts. */
export function readingsPool(): pg.Pool {
  if (!shared.xuntuReadings) {
    shared.xuntuReadings = new pg.Pool({
      connectionString: process.env.DATABASE_URL,
      max: 6,
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    });
    // A connection that ends while nobody uses it is replaced by the next question.
    shared.xuntuReadings.on("error", () => undefined);
  }
  return shared.xuntuReadings;
}

export async function closeReadingsPool(): Promise<void> {
  await shared.xuntuReadings?.end();
  shared.xuntuReadings = undefined;
}

/** How long we wait for all answers of one reader beyond the time that the server is given, ms. */
const PATIENCE_MS = 2000;

/**
 * Runs `work` on one connection with a time limit for each of its questions (ms). The server keeps that limit; where it
 * is cut off and says nothing, we stop waiting ourselves and give the connection up.
 */
export async function withReader<T>(limit: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await readingsPool().connect();
  let broken: Error | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not answer")), 2 * limit + PATIENCE_MS);
  });
  const answer = async () => {
    await client.query(`set statement_timeout = ${Math.round(limit)}`);
    const found = await work(client);
    // The next to get the connection may be a delivery, which takes as long as it takes.
    await client.query("reset statement_timeout");
    return found;
  };
  try {
    return await Promise.race([answer(), silence]);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    clearTimeout(timer);
    // After a failure the connection may be in the middle of an answer: it is not used again.
    client.release(broken);
  }
}
