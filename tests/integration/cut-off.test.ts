import { connect, createServer, type Socket } from "node:net";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeReadingsPool, withReader } from "@/lib/readings/pool";
import { freshDatabase } from "./database";

/** A line to the database that can be cut: what is sent is neither answered nor refused, as by a dead network. */
const sockets = new Set<Socket>();
let cut = false;
const line = createServer((near) => {
  const { hostname, port } = new URL(target);
  const far = connect(Number(port), hostname);
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(from);
    from.on("data", (bytes) => {
      if (!cut) to.write(bytes);
    });
    from.on("error", () => undefined);
    from.on("close", () => to.destroy());
  }
});
let pool: pg.Pool;
let target = "";
beforeAll(async () => {
  pool = await freshDatabase();
  target = process.env.DATABASE_URL ?? "";
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const address = line.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  process.env.DATABASE_URL = Object.assign(new URL(target), { port }).href;
});
afterAll(async () => {
  await closeReadingsPool();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => line.close(resolve));
  await pool.end();
});

const ask = () =>
  withReader(300, async (client) => (await client.query<{ one: number }>("select 1 as one")).rows[0]?.one);

it("does not wait for a database that was cut off, and asks it again when it is back", async () => {
  expect(await ask()).toBe(1);
  cut = true;
  const began = performance.now();
  await expect(ask()).rejects.toThrow(/does not answer/);
  expect(performance.now() - began).toBeLessThan(5000);
  cut = false;
  expect(await ask()).toBe(1);
});
