// What every command needs before TypeScript can run: locked packages and the generated Prisma client.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const marker = join(root, "node_modules", ".xuntu.json");

let say = console.log;
function step(text) {
  say(`· ${text}`);
}

function digest(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });
  if (done.status !== 0) {
    console.error(done.stdout ?? "", done.stderr ?? "", done.error?.message ?? "");
    console.error(`${command} ${args.join(" ")} failed; the lines above say why.`);
    process.exit(1);
  }
}

function readMarker() {
  try {
    return JSON.parse(readFileSync(marker, "utf8"));
  } catch {
    return {};
  }
}

/** Installs the locked packages and generates the Prisma client, each only when missing or out of date. */
export function setUp(print = console.log) {
  say = print;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Xuntu needs Node 20.19 or later; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const done = readMarker();
  const lock = digest("package.json", "package-lock.json");
  const began = Date.now();
  if (done.lock !== lock) {
    step("installing locked packages (about a minute the first time)");
    // Not `npm ci`: it refuses a lock that lacks optional packages of other platforms, which some registries lack.
    run("npm", ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"]);
    writeFileSync(marker, JSON.stringify({ lock }));
    step(`packages installed in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  const schema = digest("prisma/schema.prisma");
  if (done.lock !== lock || done.schema !== schema || !existsSync(join(root, "prisma/generated/client.ts"))) {
    step("generating the database client");
    // The client is generated without Prisma's native engine, which would have to be downloaded.
    run(process.execPath, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    });
    mkdirSync(dirname(marker), { recursive: true });
    writeFileSync(marker, JSON.stringify({ lock, schema }));
  }
}

/** Lets this process import TypeScript with the project's path names. */
export async function allowTypeScript() {
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: join(root, "tsconfig.json") });
}
