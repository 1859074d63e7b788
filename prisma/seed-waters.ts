import { createHash } from "node:crypto";
import { z } from "zod";
import { recordTime } from "@/lib/clock";
import type { db as Db, Transaction } from "@/lib/db";
import { parseTime } from "@/lib/format";
import { openBatch } from "@/lib/readings/batch";
import { Chunk } from "@/lib/readings/chunk";
import { readingsPool } from "@/lib/readings/pool";
import { type River, simulate } from "@/lib/readings/simulate";
import { Hope, storeChunk } from "@/lib/readings/store";
import { DATUMS } from "@/lib/waters/datums";
import { read, Source } from "./seed-rows";

type Client = ReturnType<typeof Db>;

const Moment = z.string().transform((value, context) => {
  const parsed = parseTime(value);
  if (parsed) return new Date(parsed.ms);
  context.addIssue({ code: "custom", message: `not a time: ${value}` });
  return z.NEVER;
});
const Kind = z.enum(["GUARD", "WARNING", "GUARANTEE", "RECORD", "FLOOD_LIMIT"]);
const Stations = z.array(
  z.object({
    section: z.string(),
    stationCode: z.string(),
    official: z.boolean(),
    source: z.string().nullable(),
  }),
);
const Marks = z.array(
  z.object({
    section: z.string(),
    kind: Kind,
    stage: z.number(),
    datum: z.string(),
    validFrom: z.iso.date().nullable(),
    status: z.enum(["SOURCED", "DERIVED", "UNVERIFIED"]),
    note: z.string().nullable(),
    source: Source,
  }),
);
const Readings = z.array(
  z.object({
    section: z.string(),
    at: Moment,
    stage: z.number().nullable(),
    flow: z.number().nullable(),
    inferred: z.boolean().optional(),
    source: Source,
  }),
);
const Spells = z.array(
  z.object({
    section: z.string(),
    kind: Kind,
    from: Moment.nullable(),
    to: Moment.nullable(),
    days: z.number().nullable(),
    note: z.string().nullable(),
    source: Source,
  }),
);
type SourceRow = z.infer<typeof Source>;

const makeSource = async (tx: Transaction | Client, source: SourceRow) =>
  (await tx.source.create({ data: source })).id;

async function addMarks(client: Client, rows: z.infer<typeof Marks>): Promise<void> {
  for (const { section, validFrom, source, ...mark } of rows) {
    const day = validFrom === null ? null : new Date(`${validFrom}T00:00:00Z`);
    const { kind, stage } = mark;
    if (await client.stageMark.findFirst({ where: { sectionId: section, kind, stage, validFrom: day } }))
      continue;
    await client.stageMark.create({
      data: { ...mark, sectionId: section, validFrom: day, sourceId: await makeSource(client, source) },
    });
  }
}

/** Datums, station codes and marks that a database does not have yet; runs at each start. */
export async function seedWaters(client: Client): Promise<void> {
  await client.datum.createMany({
    data: DATUMS.map(({ id, code, name, nameEn, aliases }) => ({
      id,
      code,
      name,
      nameEn,
      aliases: [...aliases],
    })),
    skipDuplicates: true,
  });
  for (const row of Stations.parse(read("stations.json")))
    await client.riverSection.updateMany({
      where: { id: row.section, stationCode: null },
      data: { stationCode: row.stationCode, codeOfficial: row.official, codeSource: row.source },
    });
  await addMarks(client, Marks.parse(read("marks-added.json")));
}

/** A drill's river: a wave as of July 2024, two days before and after the clock's opening evening. */
const DRILL: River = {
  base: 23.4,
  tide: 0,
  gapChance: 0.0002,
  noise: 0.006,
  waves: [
    { peakAt: Date.parse("2024-06-24T06:00:00+08:00"), height: 1.6, riseHours: 40, fallHours: 120 },
    { peakAt: Date.parse("2024-07-05T14:00:00+08:00"), height: 5.1, riseHours: 78, fallHours: 150 },
    { peakAt: Date.parse("2024-07-16T02:00:00+08:00"), height: 2.2, riseHours: 36, fallHours: 140 },
  ],
};
export const DRILL_ID = "drill-1";
const MADE_UP = { publisher: "汛图 Xuntu", title: "合成数据，供演练，非真实测站 · synthetic, for drills" };

async function seedDrill(client: Client): Promise<void> {
  await client.riverSection.createMany({
    data: [
      {
        id: DRILL_ID,
        name: "演练一号站（合成）",
        nameEn: "Drill station 1 (synthetic)",
        kind: "STATION",
        stationCode: "SYN-DRILL-1",
        codeSource: MADE_UP.title,
        synthetic: true,
        lat: 30.12,
        lon: 113.62,
        position: "invented",
      },
    ],
    skipDuplicates: true,
  });
  await client.riverSectionProvince.createMany({
    data: [{ sectionId: DRILL_ID, provinceId: "420000" }],
    skipDuplicates: true,
  });
  const mark = (kind: z.infer<typeof Kind>, stage: number) => ({
    section: DRILL_ID,
    kind,
    stage,
    datum: "假定基面",
    validFrom: null,
    status: "SOURCED" as const,
    note: "made up for the drill",
    source: MADE_UP,
  });
  await addMarks(client, [
    mark("GUARD", 25.5),
    mark("WARNING", 26.5),
    mark("GUARANTEE", 28.2),
    mark("RECORD", 29.4),
  ]);
}

async function sourceNo(tx: Client, source: SourceRow): Promise<number> {
  const key = `cited:${createHash("sha1").update(JSON.stringify(source)).digest("hex")}`;
  const found = await tx.readingSource.findUnique({ where: { key } });
  if (found) return found.id;
  const name = `${source.publisher} ${source.title}`;
  const made = await tx.readingSource.create({
    data: { key, kind: "CITED", name, sourceId: await makeSource(tx, source) },
  });
  return made.id;
}

const NOT_STATED = 0;
const ASSUMED = 11;

/** The season's cited stages, its stated times over a mark, and a drill station with a whole curve; once a database. */
export async function seedReadings(client: Client): Promise<number> {
  const fingerprint = "season-2024-waters";
  if (await client.readingBatch.findFirst({ where: { fingerprint } })) return 0;
  await seedDrill(client);
  const numbers = new Map((await client.riverSection.findMany()).map((row) => [row.id, row.no]));
  const rows = Readings.parse(read("readings.json"));
  const drill = [
    ...simulate(DRILL, 20240704, {
      from: Date.parse("2024-06-20T00:00:00+08:00"),
      to: Date.parse("2024-07-21T00:00:00+08:00"),
      step: 300_000,
    }),
  ];
  const chunk = new Chunk(rows.length + drill.length);
  const synthetic = await client.readingSource.findUniqueOrThrow({ where: { key: "synthetic" } });
  const add = (
    section: string,
    source: number,
    at: number,
    value: { stage: number | null; flow: number | null },
  ) => {
    const i = chunk.count++;
    chunk.read++;
    chunk.row[i] = i + 1;
    chunk.at[i] = at;
    chunk.section[i] = numbers.get(section) ?? 0;
    chunk.source[i] = source;
    chunk.stage[i] = value.stage === null ? Number.NaN : Math.round(value.stage * 100);
    chunk.flow[i] = value.flow ?? Number.NaN;
    chunk.datum[i] = section === DRILL_ID ? ASSUMED : NOT_STATED;
  };
  for (const row of rows) add(row.section, await sourceNo(client, row.source), row.at.getTime(), row);
  for (const one of drill) add(DRILL_ID, synthetic.id, one.at, one);
  const batch = await openBatch({
    origin: "season",
    name: "2024",
    fingerprint,
    sourceNo: synthetic.id,
    user: { id: null, name: "—" },
  });
  await seedSpells(client);
  const connection = await readingsPool().connect();
  try {
    const place = { batchId: batch.batchId, seq: 0, bytes: 0, last: true };
    return (await storeChunk(connection, chunk, place, new Hope(), new Map())).accepted;
  } finally {
    connection.release();
  }
}

async function seedSpells(client: Client): Promise<void> {
  const rows = Spells.parse(read("spells.json"));
  await client.$transaction(async (tx) => {
    const { version } = await tx.systemVersion.update({
      where: { id: 1 },
      data: { version: { increment: 1 }, recordedAt: new Date(recordTime()) },
    });
    for (const { section, from, to, source, ...spell } of rows)
      await tx.markSpell.create({
        data: {
          ...spell,
          version,
          sectionId: section,
          fromAt: from,
          toAt: to,
          sourceId: await makeSource(tx, source),
        },
      });
  });
}
