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

/** The reading as it stands: the last correction known takes its place; a withdrawn one is not there. */
const standing = (known: boolean) => `
  left join lateral (
    select c.withdrawn, c.stage, c.flow, c.datum from "ReadingCorrection" c
    where c.section = r.section and c.at = r.at and c.source = r.source ${known ? 'and c."recordedAt" <= $4' : ""}
    order by c.id desc limit 1) c on true
  ${known ? 'join "ReadingChunk" k on k.id = r.chunk and k."recordedAt" <= $4' : ""}`;

const question = (known: boolean) => `
select s.no, extract(epoch from l.at)::float8 as at, l.stage::float8, l.flow::float8, l.datum, l.source, l.quality,
  l.corrected, extract(epoch from b.at)::float8 as "beforeAt", b.stage::float8 as "beforeStage"
from unnest($1::int[]) s(no)
cross join lateral (
  select r.at, r.source, r.quality, c.withdrawn is not null as corrected,
    case when c.withdrawn is null then r.stage else c.stage end as stage,
    case when c.withdrawn is null then r.flow else c.flow end as flow, coalesce(c.datum, r.datum) as datum
  from "StageReading" r ${standing(known)}
  where r.section = s.no and r.at <= $2 and r.at > $3 and c.withdrawn is not true
  order by r.at desc, r.source limit 1) l
left join lateral (
  select r.at, case when c.withdrawn is null then r.stage else c.stage end as stage
  from "StageReading" r ${standing(known)}
  where r.section = s.no and r.at <= l.at - interval '${TREND.leastHours} hours' and r.at >= l.at - interval '${TREND.mostHours} hours'
    and r.at <= $2 and r.at > $3::timestamptz - interval '1 day'
    and c.withdrawn is not true and (case when c.withdrawn is null then r.stage else c.stage end) is not null
    and (case when c.withdrawn is null then r.datum else c.datum end) = l.datum
  order by r.at desc, r.source limit 1) b on true`;

interface Row {
  no: number;
  at: number;
  stage: number | null;
  flow: number | null;
  datum: number;
  source: number;
  quality: number;
  corrected: boolean;
  beforeAt: number | null;
  beforeStage: number | null;
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
  const { rows } = await client.query<Row>(question(known !== undefined), [sections, ...times]);
  return new Map(
    rows.map((row) => [
      row.no,
      {
        at: row.at * 1000,
        stage: row.stage,
        flow: row.flow === null ? null : plainFlow(row.flow),
        datum: row.datum,
        source: row.source,
        quality: row.quality,
        corrected: row.corrected,
        before:
          row.beforeAt === null || row.beforeStage === null
            ? null
            : { at: row.beforeAt * 1000, stage: row.beforeStage },
      },
    ]),
  );
}
