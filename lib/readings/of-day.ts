import { mayActFor, type Viewer } from "@/lib/auth/roles";
import { parseTime } from "@/lib/format";
import { store } from "@/lib/live/store";
import { datumOf } from "@/lib/waters/datums";
import { withReader } from "./pool";

export interface DayReading {
  /** Epoch ms. */
  at: number;
  source: number;
  sourceName: string;
  /** Metres and m³/s as they stand now, corrections counted. */
  stage: number | null;
  flow: number | null;
  datum: string;
  corrected: boolean;
  withdrawn: boolean;
}

const DAY = 86_400_000;
const MOST = 1500;
const LIMIT_MS = 5000;

/**
 * The readings of one real section on one day of China's calendar ("2024-07-04"), each with its source, oldest first, 1,500 at
 * most; undefined for a section that is none or not the viewer's, or a day that is none.
 */
export async function readingsOfDay(
  viewer: Viewer,
  sectionId: string,
  day: string,
): Promise<DayReading[] | undefined> {
  const section = store().log?.reference.sections.get(sectionId);
  const from = /^\d{4}-\d{2}-\d{2}$/.test(day) ? parseTime(`${day}T00:00:00+08:00`)?.ms : undefined;
  if (!section || from === undefined || !section.adcodes.every((code) => mayActFor(viewer, code)))
    return undefined;
  return withReader(LIMIT_MS, async (client) => {
    const { rows } = await client.query<Omit<DayReading, "datum"> & { datum: number }>(
      `select extract(epoch from r.at)::float8 * 1000 as at, r.source, s.name as "sourceName", c.id is not null as corrected,
         coalesce(c.withdrawn, false) as withdrawn, coalesce(c.datum, r.datum) as datum,
         (case when c.id is null then r.stage else c.stage end)::float8 as stage,
         (case when c.id is null then r.flow else c.flow end)::float8 as flow
       from "StageReading" r join "ReadingSource" s on s.id = r.source
       left join lateral (select * from "ReadingCorrection" c where c.section = r.section and c.at = r.at and c.source = r.source
         order by c.id desc limit 1) c on true
       where r.section = $1 and r.at >= $2 and r.at < $3 order by r.at, r.source limit ${MOST}`,
      [section.no, new Date(from), new Date(from + DAY)],
    );
    return rows.map((row) => ({ ...row, datum: datumOf(row.datum).code }));
  });
}
