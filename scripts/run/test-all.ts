import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfChanged } from "./build-once";
import { findChromium } from "./chromium";
import { freePort } from "./free-port";
import { startProduct } from "./server-process";

const step = (text: string) => console.log(`· ${text}`);
const PASSWORD = "end-to-end-password";
let passed = 0;
let failed = 0;

function count(ok: number, wrong: number): void {
  passed += ok;
  failed += wrong;
}

function run(file: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) =>
    spawn(process.execPath, [file, ...args], { stdio: "inherit", env: { ...process.env, ...env } }).once(
      "close",
      (code) => resolve(code ?? 1),
    ),
  );
}

/** One tool counts as one check. */
async function check(name: string, file: string, args: string[]): Promise<void> {
  step(name);
  const code = await run(file, args);
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

export async function checks(): Promise<void> {
  await check("format and lint", "node_modules/@biomejs/biome/bin/biome", [
    "check",
    "--config-path=.biome.json",
    "--error-on-warnings",
    ".",
  ]);
  await check("types", "node_modules/typescript/bin/tsc", ["--noEmit", "-p", "."]);
  await suite("unit");
}

async function suite(name: "unit" | "integration"): Promise<void> {
  step(`${name} tests`);
  const file = join("test-results", `vitest-${name}.json`);
  rmSync(file, { force: true });
  const code = await run(
    "node_modules/vitest/vitest.mjs",
    ["run", "--config", "tests/vitest.config.ts", "--project", name],
    { XUNTU_SUITE: name, NODE_ENV: "test" },
  );
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
    count(numPassedTests, numFailedTests || (code === 0 ? 0 : 1));
  } catch {
    count(0, 1);
  }
}

async function browserTests(): Promise<void> {
  const chromium = findChromium(step);
  const folder = mkdtempSync(join(tmpdir(), "xuntu-e2e-"));
  chmodSync(folder, 0o755);
  step("starting the product with an empty data folder");
  const product = await startProduct({
    DATA_DIR: folder,
    PORT: String(await freePort()),
    XUNTU_ADMIN_PASSWORD: PASSWORD,
  });
  step("end-to-end tests in Chromium");
  const file = join("test-results", "playwright.json");
  rmSync(file, { force: true });
  const code = await run(
    "node_modules/@playwright/test/cli.js",
    ["test", "--config", "tests/playwright.config.ts"],
    {
      XUNTU_BASE: product.base,
      XUNTU_CHROMIUM: chromium,
      XUNTU_ADMIN_PASSWORD: PASSWORD,
      XUNTU_DATA: folder,
    },
  );
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
  try {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    count(stats.expected + stats.flaky, stats.unexpected || (code === 0 ? 0 : 1));
  } catch {
    count(0, 1);
  }
}

/** Runs everything (or only what needs no database) and ends with one line that counts it. */
export async function testAll(options: { quick: boolean }): Promise<void> {
  mkdirSync("test-results", { recursive: true });
  await checks();
  if (!options.quick) {
    await suite("integration");
    try {
      await buildIfChanged(step);
      await browserTests();
      const { killTests } = await import("./kill-test");
      const killed = await killTests(step);
      count(killed.passed, killed.failed);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      count(0, 1);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
