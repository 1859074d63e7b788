import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { parseTime } from "@/lib/format";
import type { Plan } from "@/lib/readings/synthetic";
import { openDatabase, seedNames } from "./open-database";

const USAGE = `usage: npm run readings:simulate -- [--stations 10] [--years 1] [--from 2024-01-01] [--step MINUTES] [--seed 1] [--out FILE.csv[.gz]]
Makes stations and readings that are all invented, labelled so in id, name, code and source, and loads them; the same
seed makes the same ones. With --out they are written to a file instead; its stations are made in the database by a
run with the same seed and --years 0.`;
const YEAR_MS = 365 * 86_400_000;

function readLine(args: string[]): (Plan & { out: string | undefined }) | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        stations: { type: "string", default: "10" },
        years: { type: "string", default: "1" },
        from: { type: "string", default: "2024-01-01" },
        step: { type: "string", default: "5" },
        seed: { type: "string", default: "1" },
        out: { type: "string" },
      },
    });
    const number = (text: string, least: number, most: number) => {
      const value = Number(text);
      if (!(value >= least && value <= most)) throw new Error(`${text} is not between ${least} and ${most}`);
      return value;
    };
    const from = parseTime(values.from)?.ms;
    if (from === undefined) throw new Error(`--from: ${values.from} is no date`);
    return {
      stations: Math.floor(number(values.stations, 1, 99_999)),
      seed: Math.floor(number(values.seed, 0, 9999)),
      from,
      to: from + number(values.years, 0, 20) * YEAR_MS,
      step: number(values.step, 1, 1440) * 60_000,
      out: values.out,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** Loads a simulated network into the database, or writes it to a file; 2 for a wrong line. */
export async function simulateFromLine(args: string[]): Promise<void> {
  const plan = readLine(args);
  if (!plan) {
    console.error(USAGE);
    process.exit(2);
  }
  const { loadSimulated, simulatedCsv } = await import("@/lib/readings/synthetic");
  if (plan.out) {
    const lines = Readable.from(simulatedCsv(plan));
    const file = createWriteStream(plan.out);
    await (plan.out.endsWith(".gz") ? pipeline(lines, createGzip(), file) : pipeline(lines, file));
    console.error(`written to ${plan.out}`);
    process.exit(0);
  }
  const database = await openDatabase(console.error);
  await seedNames();
  const total = plan.stations * Math.floor((plan.to - plan.from) / plan.step);
  const began = performance.now();
  const accepted = await loadSimulated(plan, (rows) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${rows.toLocaleString("en")} of about ${total.toLocaleString("en")}`);
  });
  const seconds = (performance.now() - began) / 1000;
  console.error(
    `\n${accepted.toLocaleString("en")} synthetic readings of ${plan.stations} stations in ${seconds.toFixed(1)} s`,
  );
  await database.stop();
  process.exit(0);
}
