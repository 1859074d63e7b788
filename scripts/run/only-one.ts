import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { join } from "node:path";

interface Claim {
  pid: number;
  port: number;
  token: string;
}

/** Asks the process that left the claim for its token; a dead or other process cannot give it. */
function holds({ port, token }: Claim): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1", timeout: 1500 });
    let said = "";
    socket.on("data", (data) => {
      said += data;
    });
    socket.on("close", () => resolve(said === token));
    socket.on("timeout", () => socket.destroy());
    socket.on("error", () => resolve(false));
  });
}

/** Lets one server run per data folder. Returns how to give the claim back, or undefined when another holds it. */
export async function claimFolder(dataDir: string): Promise<(() => void) | undefined> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "running.json");
  const token = randomUUID();
  const server = createServer((socket) => socket.end(token));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  const claim: Claim = {
    pid: process.pid,
    port: typeof address === "object" && address ? address.port : 0,
    token,
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(claim), { flag: "wx" });
      return () => {
        server.close();
        rmSync(file, { force: true });
      };
    } catch {
      if (
        existsSync(file) &&
        (await holds(JSON.parse(readFileSync(file, "utf8") || "{}")).catch(() => false))
      )
        break;
      rmSync(file, { force: true });
    }
  }
  server.close();
  return undefined;
}
