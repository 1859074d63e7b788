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

/**
 * Runs `work` on one connection and waits `patience` ms at most. A server that is cut off says nothing, not even that it
 * is gone: then the connection is given up, and this throws.
 */
export async function withConnection<T>(
  patience: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await readingsPool().connect();
  let broken: Error | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not answer")), patience);
  });
  try {
    return await Promise.race([work(client), silence]);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    clearTimeout(timer);
    // After a failure the connection may be in the middle of an answer: it is not used again.
    client.release(broken);
  }
}

const ANSWER_MS = 2000;

/** Like `withConnection`, with a time limit that the server keeps for each of the questions (ms). */
export const withReader = <T>(limit: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  withConnection(2 * limit + ANSWER_MS, async (client) => {
    await client.query(`set statement_timeout = ${Math.round(limit)}`);
    const found = await work(client);
    // The next to get the connection may be a delivery, which takes as long as it takes.
    await client.query("reset statement_timeout");
    return found;
  });
