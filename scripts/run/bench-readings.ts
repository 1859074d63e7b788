import { spawn } from "node:child_process";
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { isoTime } from "@/lib/format";
import type { Plan } from "@/lib/readings/synthetic";
import { migrate } from "@/prisma/migrate";
import { startEmbedded } from "./embedded-postgres";

export const MINUTES = 60_000;
export const DAY = 86_400_000;
export const at = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
export const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A database of its own with the stations' names in it, for one part of the benchmark. */
export async function withDatabase(work: (folder: string) => Promise<string[]>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "xuntu-bench-"));
  chmodSync(folder, 0o755);
  const database = await startEmbedded(folder, "xuntu", () => undefined);
  process.env.DATABASE_URL = database.url;
  process.env.DATA_DIR = folder;
  try {
    await migrate(database.url);
    const { seedNames } = await import("./open-database");
    await seedNames();
    return await work(folder);
  } finally {
    const [{ db }, { closeReadingsPool }] = await Promise.all([
      import("@/lib/db"),
      import("@/lib/readings/pool"),
    ]);
    await db().$disconnect();
    await closeReadingsPool();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A connection for bare statements and upkeep, which may take longer than the product lets a question take. */
export async function patient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

/** The same shape as StageReading with the same months, filled by nothing but COPY. */
export async function makeBareTable(client: pg.ClientBase, months: readonly string[]): Promise<void> {
  await client.query(`create table bare_reading (like "StageReading" including all) partition by range (at)`);
  for (const month of months) {
    const [year = 0, number = 0] = month.split("-").map(Number);
    const next = `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, "0")}`;
    await client.query(
      `create table bare_${month.replace("-", "_")} partition of bare_reading for values from ('${month}-01T00:00+08') to ('${next}-01T00:00+08')`,
    );
  }
}

export const monthsOf = (plan: Plan): string[] => {
  const found = new Set<string>();
  for (let time = plan.from; time < plan.to; time += DAY) found.add(isoTime(time).slice(0, 7));
  return [...found];
};

/** A plan's rows as a bare COPY takes them: numbers in the place of names. */
async function* bareCsv(plan: Plan, numbers: ReadonlyMap<string, number>): AsyncGenerator<string> {
  const { riversOf, simulatedRows } = await import("@/lib/readings/synthetic");
  let text = "";
  for (const { station, reading } of simulatedRows(riversOf(plan), plan)) {
    text += `${isoTime(reading.at)},1,${numbers.get(station.id)},2,${reading.flow},11,0,${reading.stage.toFixed(2)}\n`;
    if (text.length > 200_000) {
      yield text;
      text = "";
    }
  }
  yield text;
}

async function writeFiles(folder: string, plan: Plan) {
  const { makeStations, simulatedCsv } = await import("@/lib/readings/synthetic");
  const stations = await makeStations(plan);
  const numbers = new Map(stations.map((one) => [one.id, one.no]));
  const files = { ours: join(folder, `${plan.from}.csv`), bare: join(folder, `${plan.from}-bare.csv`) };
  await pipeline(Readable.from(simulatedCsv(plan)), createWriteStream(files.ours));
  await pipeline(Readable.from(bareCsv(plan, numbers)), createWriteStream(files.bare));
  return files;
}

const year = (from: string, stations: number, days: number): Plan => ({
  stations,
  seed: 5,
  from: at(from),
  to: at(from) + days * DAY,
  step: 5 * MINUTES,
});

/** A million rows by us and by bare COPY into the same partitioned shape, files on disk, in turn; the median of three rounds. */
async function ingestRate(folder: string, step: (text: string) => void): Promise<string[]> {
  const [{ readingsPool }, { ingest }, { fileRows }, { OPERATOR }] = await Promise.all([
    import("@/lib/readings/pool"),
    import("@/lib/readings/ingest"),
    import("@/lib/readings/files"),
    import("./operator"),
  ]);
  const plans = ["2018-05-05", "2019-05-05", "2020-05-05"].map((from) => year(from, 120, 32));
  const [ours, bare]: [number[], number[]] = [[], []];
  const client = await readingsPool().connect();
  await makeBareTable(client, plans.flatMap(monthsOf));
  let rows = 0;
  for (const plan of plans) {
    const files = await writeFiles(folder, plan);
    bare.push(
      await timed(() =>
        pipeline(
          createReadStream(files.bare, { highWaterMark: 1024 * 1024 }),
          client.query(
            copyFrom(
              "copy bare_reading (at, chunk, section, source, flow, datum, quality, stage) from stdin with (format csv)",
            ),
          ),
        ),
      ),
    );
    ours.push(
      await timed(async () => {
        const done = await ingest(OPERATOR, {
          rows: fileRows(files.ours, () => undefined),
          batch: { origin: "import", name: "bench" },
        });
        if ("refusal" in done || done.rejectedCount) throw new Error(JSON.stringify(done).slice(0, 500));
        rows = done.accepted;
      }),
    );
    step(
      `ingest of ${rows} rows: bare COPY ${bare.at(-1)?.toFixed(0)} ms, ours ${ours.at(-1)?.toFixed(0)} ms`,
    );
  }
  const { rows: sizes } = await client.query<{ heap: number; all: number; n: number }>(
    `select sum(pg_relation_size(c.oid))::float8 as heap, sum(pg_total_relation_size(c.oid))::float8 as all, (select count(*) from "StageReading")::float8 as n
     from pg_class c join pg_inherits i on i.inhrelid = c.oid where i.inhparent = '"StageReading"'::regclass`,
  );
  client.release();
  const [size] = sizes;
  const each = ours.map((time, i) => (bare[i] ?? 0) / time);
  return [
    `ingest of ${rows.toLocaleString("en")} readings from a file: ${((rows / median(ours)) * 1000).toFixed(0)} rows/s, bare COPY ${((rows / median(bare)) * 1000).toFixed(0)} rows/s: ratio ${median(each).toFixed(2)} (rounds ${each.map((one) => one.toFixed(2)).join(", ")})`,
    `a reading takes ${((size?.heap ?? 0) / (size?.n ?? 1)).toFixed(1)} bytes in the table, ${((size?.all ?? 0) / (size?.n ?? 1)).toFixed(1)} with its index`,
  ];
}

/** The peak of memory of an import, MB, as the import itself reports it. */
function importPeak(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["scripts/readings-import.mjs", file], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        said += data;
      });
    child.once("close", () => {
      const peak = /peak memory ([\d,]+) MB/.exec(said)?.[1];
      if (peak) resolve(Number(peak.replaceAll(",", "")));
      else reject(new Error(said.slice(-2000)));
    });
  });
}

/** How the peak of memory grows from a million rows to ten. */
async function memoryGrowth(folder: string, step: (text: string) => void): Promise<string[]> {
  const { makeStations, simulatedCsv } = await import("@/lib/readings/synthetic");
  const peaks: number[] = [];
  for (const [from, days] of [
    ["2021-01-01", 9],
    ["2022-01-01", 90],
  ] as const) {
    const plan = year(from, 425, days);
    await makeStations(plan);
    const file = join(folder, "memory.csv");
    await pipeline(Readable.from(simulatedCsv(plan)), createWriteStream(file));
    peaks.push(await importPeak(file));
    step(`import of about ${((425 * days * 288) / 1e6).toFixed(0)} million rows: peak ${peaks.at(-1)} MB`);
  }
  const [small = 0, large = 0] = peaks;
  return [
    `import of 1 million and of 10 million rows: peak memory ${small} MB and ${large} MB, ${large - small} MB more`,
  ];
}

export const ingestPart = (step: (text: string) => void) =>
  withDatabase((folder) => ingestRate(folder, step));
export const memoryPart = (step: (text: string) => void) =>
  withDatabase((folder) => memoryGrowth(folder, step));
