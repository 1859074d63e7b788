import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstLoad, redrawTime } from "./bench-browser";
import { gapTimes } from "./bench-gaps";
import { mapFrames } from "./bench-map";
import { requestRates } from "./bench-nginx";
import { ingestPart, memoryPart } from "./bench-readings";
import { snapshotGrowth } from "./bench-snapshot";
import { watersPart, yearPart } from "./bench-waters";
import { buildIfChanged } from "./build-once";
import { findChromium } from "./chromium";
import { freePort } from "./free-port";
import { startProduct } from "./server-process";

const step = (text: string) => console.log(`· ${text}`);
const PASSWORD = "benchmark-password";

/** The parts about readings, each on a database of its own. */
const READINGS: Record<string, () => Promise<string[]>> = {
  ingest: () => ingestPart(step),
  memory: () => memoryPart(step),
  year: () => yearPart(step),
  waters: () => watersPart(step),
};

/** What can be measured without the product running; `npm run bench -- gaps` measures that alone, `readings` all of its parts. */
const ALONE: Record<string, () => Promise<string[]>> = {
  gaps: gapTimes,
  snapshot: async () => snapshotGrowth(),
  ...READINGS,
};

/** What is measured of the running product; `npm run bench -- map load` measures two of them. */
const RUNNING: Record<string, (base: string) => Promise<string[]>> = {
  map: (base) => mapFrames(base, findChromium(step)),
  rates: (base) => requestRates(base, step),
  load: (base) => firstLoad(base, findChromium(step)),
  redraw: (base) => redrawTime(base, PASSWORD, findChromium(step)),
};

/** A part in a process of its own: clients and pictures of one database must not be met by the next. */
function apart(name: string): Promise<void> {
  return new Promise((resolve, reject) =>
    spawn(process.execPath, ["scripts/bench.mjs", name], { stdio: "inherit" }).once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`the part ${name} ended with ${code}`)),
    ),
  );
}

/** Measures everything docs/performance.md tells, or only the parts named; ratios are what counts. */
export async function bench(names: readonly string[] = []): Promise<void> {
  const only = names.flatMap((name) => (name === "readings" ? Object.keys(READINGS) : [name]));
  const unknown = only.filter((name) => !Object.hasOwn(ALONE, name) && !Object.hasOwn(RUNNING, name));
  if (unknown.length)
    throw new Error(
      `no part is called ${unknown.join(", ")}; there are ${Object.keys({ ...ALONE, ...RUNNING }).join(", ")}`,
    );
  for (const [name, measure] of Object.entries(ALONE))
    if (only.length === 1 && only[0] === name) console.log((await measure()).join("\n"));
    else if (!only.length || only.includes(name)) await apart(name);
  if (only.length && !only.some((name) => Object.hasOwn(RUNNING, name))) return;
  await buildIfChanged(step);
  const folder = mkdtempSync(join(tmpdir(), "xuntu-bench-"));
  chmodSync(folder, 0o755);
  const product = await startProduct({
    DATA_DIR: folder,
    PORT: String(await freePort()),
    XUNTU_ADMIN_PASSWORD: PASSWORD,
  });
  try {
    for (const [name, measure] of Object.entries(RUNNING))
      if (!only.length || only.includes(name)) console.log((await measure(product.base)).join("\n"));
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
