import type pg from "pg";
import { datumNamed } from "@/lib/waters/datums";
import type { MarkSpan } from "./rules";

export interface Station {
  no: number;
  synthetic: boolean;
  /** Metres an hour. */
  rate: number | null;
  provinces: string[];
  /** What its marks span, by datum. */
  marks?: MarkSpan[];
}

/** Every name by which a delivery may call a station: its code and its id. 100,000 of them take some 30 MB. */
export async function readStations(client: Pick<pg.ClientBase, "query">): Promise<Map<string, Station>> {
  const { rows } = await client.query<Station & { id: string; code: string | null }>(
    `select s.no, s.id, s."stationCode" as code, s.synthetic, s."maxRate" as rate,
       array(select p."provinceId"::text from "RiverSectionProvince" p where p."sectionId" = s.id) as provinces
     from "RiverSection" s`,
  );
  const spans = await readSpans(client);
  const found = new Map<string, Station>();
  for (const { id, code, ...row } of rows) {
    const station = { ...row, marks: spans.get(id) };
    found.set(id, station);
    if (code) found.set(code, station);
  }
  return found;
}

/** The lowest and highest mark of each section that has any, hundredths of a metre, by datum. */
async function readSpans(client: Pick<pg.ClientBase, "query">): Promise<Map<string, MarkSpan[]>> {
  const { rows } = await client.query<{ id: string; datum: string; low: number; high: number }>(
    `select "sectionId" as id, datum, round(min(stage) * 100)::int as low, round(max(stage) * 100)::int as high
     from "StageMark" group by "sectionId", datum`,
  );
  const found = new Map<string, MarkSpan[]>();
  for (const { id, datum, low, high } of rows)
    found.set(id, [...(found.get(id) ?? []), { datum: datumNamed(datum)?.id ?? 0, low, high }]);
  return found;
}
