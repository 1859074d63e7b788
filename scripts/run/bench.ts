import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstLoad, redrawTime } from "./bench-browser";
import { requestRates } from "./bench-nginx";
import { ingestPart, memoryPart } from "./bench-readings";
import { snapshotGrowth } from "./bench-snapshot";
import { watersPart, yearPart } from "./bench-waters";
import { buildIfChanged } from "./build-once";
import { findChromium } from "./chromium";
import { freePort, startProduct } from "./server-process";

const step = (text: string) => console.log(`· ${text}`);
const PASSWORD = "benchmark-password";

/** The parts about readings, each on a database of its own: `npm run bench -- readings [ingest|memory|year|waters]…`. */
const READINGS = { ingest: ingestPart, memory: memoryPart, year: yearPart, waters: watersPart };

async function benchReadings(parts: readonly string[]): Promise<void> {
  for (const [name, part] of Object.entries(READINGS))
    if (!parts.length || parts.includes(name)) console.log((await part(step)).join("\n"));
}

/** Measures everything docs/performance.md tells, in one run; ratios are what counts. With `readings` only that part. */
export async function bench([only, ...parts]: readonly string[] = []): Promise<void> {
  if (only === "readings") return benchReadings(parts);
  await buildIfChanged(step);
  const folder = mkdtempSync(join(tmpdir(), "xuntu-bench-"));
  chmodSync(folder, 0o755);
  const product = await startProduct({
    DATA_DIR: folder,
    PORT: String(await freePort()),
    XUNTU_ADMIN_PASSWORD: PASSWORD,
  });
  try {
    const print = (lines: string[]) => console.log(lines.join("\n"));
    print(snapshotGrowth());
    print(await requestRates(product.base, step));
    print(await firstLoad(product.base, findChromium(step)));
    print(await redrawTime(product.base, PASSWORD, findChromium(step)));
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  await benchReadings([]);
}
