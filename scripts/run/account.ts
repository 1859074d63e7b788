import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The operating-system account that runs PostgreSQL; undefined when it is the one already running. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: then an account without rights runs it. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {}
  }
  throw new Error(
    "PostgreSQL cannot run as root, and neither 'postgres' nor 'nobody' exists here. Start Xuntu as another user.",
  );
}

const mayRun = (account: Account, file: string) =>
  spawnSync(file, ["--version"], { ...account, stdio: "ignore", cwd: "/" }).status === 0;

const mayEnter = (account: Account, folder: string) =>
  spawnSync("test", ["-x", folder], { ...account, stdio: "ignore", cwd: "/" }).status === 0;

/**
 * Where database files and programs live so that `account` can reach them. Root's folders are often closed to
 * others; then both move to /var/lib/xuntu under an identity kept in the data folder, and the step says so.
 */
export function reachable(
  account: Account,
  dataDir: string,
  programs: string,
  programsVersion: string,
  say: (text: string) => void,
) {
  const own = { cluster: join(dataDir, "postgres"), programs };
  if (account === undefined) return own;
  const postgres = (folder: string) => join(folder, "bin", "postgres");
  const identityFile = join(dataDir, "cluster-id");
  if (!existsSync(identityFile) && mayEnter(account, dataDir) && mayRun(account, postgres(programs)))
    return own;
  if (!existsSync(identityFile)) writeFileSync(identityFile, randomUUID());
  const base = join("/var/lib/xuntu", readFileSync(identityFile, "utf8").trim());
  const moved = {
    cluster: join(base, "postgres"),
    programs: join("/var/lib/xuntu", `programs-${programsVersion}`),
  };
  if (!existsSync(postgres(moved.programs))) {
    mkdirSync(base, { recursive: true, mode: 0o755 });
    // Copied aside and moved in one step, so that a copy cut short is never taken for whole.
    const copy = `${moved.programs}.${process.pid}`;
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
    if (!existsSync(moved.programs)) renameSync(copy, moved.programs);
  }
  if (!mayRun(account, postgres(moved.programs))) {
    throw new Error(
      `The account that runs PostgreSQL can use neither ${programs} nor ${base}. Move the project to a folder others may enter, or set DATABASE_URL.`,
    );
  }
  say(`this folder is closed to other accounts; the database is kept in ${base}`);
  return moved;
}
