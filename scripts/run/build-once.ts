import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/geo",
  "prisma/generated",
  "public",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(path).update(readFileSync(path));
}

/** Builds the application when its sources are not those of the last build. */
export async function buildIfChanged(say: (text: string) => void): Promise<void> {
  const hash = createHash("sha256");
  for (const path of SOURCES) addTo(hash, path);
  const digest = hash.digest("hex");
  const marker = join(".next", "xuntu-sources");
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return;
  say("building the application");
  const began = Date.now();
  const output: string[] = [];
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (data) => output.push(String(data)));
  child.stderr.on("data", (data) => output.push(String(data)));
  const stop = () => child.kill("SIGTERM");
  process.once("SIGTERM", stop).once("SIGINT", stop);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  process.off("SIGTERM", stop).off("SIGINT", stop);
  if (code !== 0) throw new Error(`The build failed:\n${output.join("")}`);
  writeFileSync(marker, digest);
  say(`built in ${Math.round((Date.now() - began) / 1000)} s`);
}
