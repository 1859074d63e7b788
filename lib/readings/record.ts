import type { Context } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { datumNamed } from "@/lib/waters/datums";
import { AHEAD_MS, COMPARED_WITHIN_MS, DEFAULT_RATE, farFromMarks, plausibleStep } from "./rules";

/** One reading that a person answers for. Stage in metres, flow m³/s, `at` epoch ms, datum and source by number. */
export interface Single {
  section: number;
  at: number;
  stage: number | null;
  flow: number | null;
  datum: number;
  source: number;
  quality: number;
}

interface Neighbour {
  at: number;
  stage: number;
}

/** Whether the stages before and after leave room for this one; the first that does not. */
export async function unlikelyNeighbour(
  { tx }: Context,
  reading: Single,
  rate: number | null,
): Promise<Neighbour | undefined> {
  if (reading.stage === null) return undefined;
  const [from, to] = [reading.at - COMPARED_WITHIN_MS, reading.at + COMPARED_WITHIN_MS].map(
    (ms) => new Date(ms),
  );
  const at = new Date(reading.at);
  const rows = await tx.$queryRaw<Neighbour[]>`
    (select extract(epoch from at)::float8 * 1000 as at, stage::float8 from "StageReading" where section = ${reading.section}
      and datum = ${reading.datum} and stage is not null and at >= ${from} and at < ${at} order by at desc limit 1)
    union all
    (select extract(epoch from at)::float8 * 1000 as at, stage::float8 from "StageReading" where section = ${reading.section}
      and datum = ${reading.datum} and stage is not null and at > ${at} and at <= ${to} order by at limit 1)`;
  const cm = (stage: number) => Math.round(stage * 100);
  return rows.find(
    (row) =>
      !plausibleStep(
        { at: row.at, stage: cm(row.stage) },
        { at: reading.at, stage: cm(reading.stage ?? 0) },
        rate ?? DEFAULT_RATE,
      ),
  );
}

/** What the marks of the section span, metres as text, when this stage is too far from all of them. */
export async function farMarks(
  { tx }: Context,
  reading: Single,
): Promise<{ low: string; high: string } | undefined> {
  if (reading.stage === null) return undefined;
  const rows = await tx.stageMark.findMany({ where: { section: { no: reading.section } } });
  const spans = rows.map((row) => {
    const cm = Math.round(Number(row.stage) * 100);
    return { datum: datumNamed(row.datum)?.id ?? 0, low: cm, high: cm };
  });
  if (!farFromMarks(spans, Math.round(reading.stage * 100), reading.datum)) return undefined;
  const stages = spans.map(({ low }) => low / 100);
  return { low: Math.min(...stages).toFixed(2), high: Math.max(...stages).toFixed(2) };
}

/** Records one reading as a delivery of its own, inside a command's transaction. A reading that is there already is refused. */
export async function recordReading(context: Context, origin: "form" | "quarantine", reading: Single) {
  const { tx, viewer, version, recordedAt } = context;
  if (reading.at > recordedAt.getTime() + AHEAD_MS)
    return refuse("report_in_future", undefined, { at: "report_in_future" });
  await tx.$queryRaw`select ensure_reading_month(${new Date(reading.at)})::text`;
  const batch = await tx.readingBatch.create({
    data: {
      origin,
      name: origin,
      sourceNo: reading.source,
      userId: viewer.user?.id ?? null,
      userName: viewer.user?.username ?? "—",
      recordedAt,
    },
  });
  const chunk = await tx.readingChunk.create({
    data: {
      batchId: batch.id,
      seq: 0,
      version,
      recordedAt,
      rows: 1,
      accepted: 1,
      duplicates: 0,
      rejected: 0,
      sections: [reading.section],
      last: true,
    },
  });
  const added = await tx.$executeRaw`
    insert into "StageReading" (at, chunk, section, source, flow, datum, quality, stage)
    values (${new Date(reading.at)}, ${chunk.id}, ${reading.section}, ${reading.source}, ${reading.flow}::real,
      ${reading.datum}::smallint, ${reading.quality}::smallint, ${reading.stage}::numeric(7,2))
    on conflict do nothing`;
  return added ? { ok: true as const, value: { batch: batch.id } } : refuse("reading_known");
}
