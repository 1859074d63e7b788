import type pg from "pg";
import { TREND } from "@/lib/waters/rules";
import { plainFlow } from "./series";

/** The last reading of a section at a time, and an older one that its trend is read against. Times are epoch ms. */
export interface Latest {
  at: number;
  stage: number | null;
  flow: number | null;
  datum: number;
  source: number;
  quality: number;
  corrected: boolean;
  before: { at: number; stage: number } | null;
}

/** A section silent for longer is no part of the picture, as with reports. */
export const FORGET_MS = 10 * 86_400_000;

/** What is asked of the two tables: corrections cost a probe a row, so they are looked up only where there are any. */
interface Shape {
  corrected: boolean;
  known: boolean;
}

/** The reading as it stands: the last correction known takes its place; a withdrawn one is not there. */
const standing = ({ corrected, known }: Shape) => `
  ${
    corrected
      ? `left join lateral (
    select c.withdrawn, c.stage, c.flow, c.datum from "ReadingCorrection" c
    where c.section = r.section and c.at = r.at and c.source = r.source ${known ? 'and c."recordedAt" <= $4' : ""}
    order by c.id desc limit 1) c on true`
      : ""
  }
  ${known ? 'join "ReadingChunk" k on k.id = r.chunk and k."recordedAt" <= $4' : ""}`;

const value = (shape: Shape, name: "stage" | "flow" | "datum") =>
  shape.corrected ? `case when c.withdrawn is null then r.${name} else c.${name} end` : `r.${name}`;
const there = (shape: Shape) => (shape.corrected ? "and c.withdrawn is not true" : "");

/**
 * Ties (another source at the same time) come along and are settled by the caller: an order that the index has is read
 * from it, while `order by at desc, source` would sort anew for each section.
 */
const question = (shape: Shape) => `
select s.no, extract(epoch from l.at)::int8::float8 as at, l.stage::float8, l.flow::float8, l.datum, l.source, l.quality,
  l.corrected, extract(epoch from b.at)::int8::float8 as "beforeAt", b.stage::float8 as "beforeStage", b.source as "beforeSource"
from unnest($1::int[]) s(no)
cross join lateral (
  select r.at, r.source, r.quality, ${shape.corrected ? "c.withdrawn is not null" : "false"} as corrected,
    ${value(shape, "stage")} as stage, ${value(shape, "flow")} as flow, ${value(shape, "datum")} as datum
  from "StageReading" r ${standing(shape)}
  where r.section = s.no and r.at <= $2 and r.at > $3 ${there(shape)}
  order by r.at desc fetch first 1 rows with ties) l
left join lateral (
  select r.at, r.source, ${value(shape, "stage")} as stage
  from "StageReading" r ${standing(shape)}
  where r.section = s.no and r.at <= l.at - interval '${TREND.leastHours} hours' and r.at >= l.at - interval '${TREND.mostHours} hours'
    and r.at <= $2 and r.at > $3::timestamptz - interval '1 day' ${there(shape)}
    and ${value(shape, "stage")} is not null and ${value(shape, "datum")} = l.datum
  order by r.at desc fetch first 1 rows with ties) b on true`;

type Row = [
  no: number,
  at: number,
  stage: number | null,
  flow: number | null,
  datum: number,
  source: number,
  quality: number,
  corrected: boolean,
  beforeAt: number | null,
  beforeStage: number | null,
  beforeSource: number | null,
];

/** Of the rows of one section, the one of the lowest source, held against the lowest one before: gauges come first. */
function settled(rows: readonly Row[]): Map<number, Row> {
  const found = new Map<number, Row>();
  for (const row of rows) {
    const known = found.get(row[0]);
    if (!known || row[5] < known[5] || (row[5] === known[5] && (row[10] ?? 0) < (known[10] ?? 0)))
      found.set(row[0], row);
  }
  return found;
}

/**
 * The last reading of each section up to a world time, as known at a record time (epoch ms; left out: all that is known).
 * One index probe a section and month: the length of the history does not matter. Looks back ten days.
 */
export async function latestReadings(
  client: Pick<pg.ClientBase, "query">,
  sections: readonly number[],
  at: number,
  known?: number,
): Promise<Map<number, Latest>> {
  if (!sections.length) return new Map();
  const times = [new Date(at), new Date(at - FORGET_MS), ...(known === undefined ? [] : [new Date(known)])];
  const { rows: found } = await client.query<{ corrected: boolean }>(
    `select exists(select 1 from "ReadingCorrection" where section = any($1)) as corrected`,
    [sections],
  );
  const shape = { corrected: found[0]?.corrected ?? true, known: known !== undefined };
  const { rows } = await client.query<Row>({
    text: question(shape),
    values: [sections, ...times],
    rowMode: "array",
  });
  return new Map(
    Array.from(
      settled(rows).values(),
      ([no, at, stage, flow, datum, source, quality, corrected, beforeAt, beforeStage]) => [
        no,
        {
          at: at * 1000,
          stage,
          flow: flow === null ? null : plainFlow(flow),
          datum,
          source,
          quality,
          corrected,
          before:
            beforeAt === null || beforeStage === null ? null : { at: beforeAt * 1000, stage: beforeStage },
        },
      ],
    ),
  );
}
