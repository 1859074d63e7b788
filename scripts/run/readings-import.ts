import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Verdict } from "@/lib/readings/batch";
import { zoneMinutes } from "@/lib/readings/values";
import { openDatabase, seedNames } from "./open-database";
import { OPERATOR } from "./operator";

const USAGE = `usage: npm run readings:import -- FILE.csv[.gz] [--zone +08:00] [--source NAME] [--again]
Columns: station, at, stage, flow, datum, or 测站编码, 时间, 水位, 流量, 基面; UTF-8 or GB18030.
--zone    the zone of times that have none
--source  another observer of the same stations than their own gauges
--again   read a file anew that has come in whole already`;

interface Line {
  file: string;
  zone: number | undefined;
  source: string | undefined;
  again: boolean;
}

function readLine(args: string[], from: string): Line | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        zone: { type: "string" },
        source: { type: "string" },
        again: { type: "boolean", default: false },
      },
    });
    const zone = values.zone === undefined ? undefined : zoneMinutes(values.zone);
    if (zone !== undefined && Number.isNaN(zone)) throw new Error(`--zone: ${values.zone} is no offset`);
    const [file, ...more] = positionals;
    if (!file || more.length) throw new Error("one file is asked for");
    return { file: resolve(from, file), zone, source: values.source, again: values.again };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

const number = (value: number) => Math.round(value).toLocaleString("en");
const WIDTH = 28;
const TICK_MS = 100;
const LINE_MS = 5000;

/** A bar in a terminal, a line now and then elsewhere: share read, rows, rows a second, time left. */
function progress(size: number, startedAt: number) {
  const began = performance.now();
  let [shown, read] = [0, 0];
  return {
    bytes: (bytes: number) => {
      read += bytes;
    },
    show(verdict: Verdict, last = false) {
      const now = performance.now();
      if (!last && now - shown < (process.stderr.isTTY ? TICK_MS : LINE_MS)) return;
      shown = now;
      const share = last ? 1 : Math.min(1, read / size);
      const rate = verdict.rows / ((now - began) / 1000);
      const gone = Math.max(0.001, share - startedAt / size);
      const left = ((now - began) / 1000 / gone) * (1 - share);
      const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
      const text = `${bar} ${(share * 100).toFixed(0).padStart(3)} % · ${number(verdict.rows)} rows · ${number(rate)} rows/s · ${number(left)} s left`;
      process.stderr.write(process.stderr.isTTY ? `\r${text}   ${last ? "\n" : ""}` : `${text}\n`);
    },
  };
}

function report(verdict: Verdict): void {
  console.log(
    `${number(verdict.accepted)} accepted, ${number(verdict.duplicates)} known already, ${number(verdict.rejectedCount)} rejected (batch ${verdict.batch})`,
  );
  const reasons = new Map<string, number[]>();
  for (const one of verdict.rejected) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one.row]);
  for (const [reason, rows] of reasons)
    console.log(
      `  ${reason}: rows ${rows.slice(0, 8).join(", ")}${rows.length > 8 ? ` and ${rows.length - 8} more` : ""}`,
    );
  if (verdict.rejectedCount) console.log("  all of them can be looked through at /admin/readings");
}

/**
 * Imports a file of readings beside a running server or without one; an import that was broken off goes on where its
 * last whole chunk ended. 0 when the file was read to its end, 1 when not, 2 for a wrong line.
 */
export async function importFromLine(args: string[], from: string): Promise<void> {
  const line = readLine(args, from);
  if (!line) {
    console.error(USAGE);
    process.exit(2);
  }
  let size = 0;
  try {
    size = statSync(line.file).size;
  } catch {
    console.error(`${line.file} cannot be read.`);
    process.exit(2);
  }
  const database = await openDatabase(console.error);
  await seedNames();
  const [{ ingest }, { earlierImport, sourceNumber }, { fileRows, fingerprintOf }] = await Promise.all([
    import("@/lib/readings/ingest"),
    import("@/lib/readings/batch"),
    import("@/lib/readings/files"),
  ]);
  let code = 0;
  try {
    const source = line.source ?? "gauge";
    const fingerprint = await fingerprintOf(line.file);
    const earlier = await earlierImport(
      fingerprint,
      await sourceNumber(source, { kind: "GAUGE", name: source }),
    );
    if (earlier?.finished && !line.again) {
      console.log("This file has come in whole already; --again reads it anew.");
      report(earlier.finished);
    } else {
      const opened = earlier && !earlier.finished && earlier.rows > 0 ? earlier : undefined;
      if (opened) console.error(`going on after row ${number(opened.rows)}, where the last import ended`);
      const bar = progress(size, opened?.bytes ?? 0);
      const done = await ingest(OPERATOR, {
        rows: fileRows(line.file, bar.bytes),
        batch: { origin: "import", name: basename(line.file), fingerprint },
        source,
        zone: line.zone,
        opened,
        onChunk: (verdict) => bar.show(verdict),
      });
      if ("refusal" in done) throw new Error(done.refusal);
      bar.show(done, true);
      report(done);
      console.log(`peak memory ${number(process.resourceUsage().maxRSS / 1024)} MB`);
    }
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    console.error("What was read so far is kept; the same command goes on from there.");
    code = 1;
  }
  await database.stop();
  process.exit(code);
}
