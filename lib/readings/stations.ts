import type pg from "pg";

export interface Station {
  no: number;
  synthetic: boolean;
  /** Metres an hour. */
  rate: number | null;
  provinces: string[];
}

/** Every name by which a delivery may call a station: its code and its id. 100,000 of them take some 30 MB. */
export async function readStations(client: Pick<pg.ClientBase, "query">): Promise<Map<string, Station>> {
  const { rows } = await client.query<Station & { id: string; code: string | null }>(
    `select s.no, s.id, s."stationCode" as code, s.synthetic, s."maxRate" as rate,
       array(select p."provinceId"::text from "RiverSectionProvince" p where p."sectionId" = s.id) as provinces
     from "RiverSection" s`,
  );
  const found = new Map<string, Station>();
  for (const { id, code, ...station } of rows) {
    found.set(id, station);
    if (code) found.set(code, station);
  }
  return found;
}
