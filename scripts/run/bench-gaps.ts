import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findGaps, type GapPicture } from "@/lib/gaps/rules";
import { PROVINCES } from "@/lib/provinces/list";
import { STANDARD_THRESHOLDS } from "@/lib/settings/thresholds";
import { DeploymentRecord, ResponseRecord, WaterRecord } from "@/lib/snapshot/schema";
import { startEmbedded } from "./embedded-postgres";

const [SECTIONS, DEPLOYMENTS] = [1000, 5000];
const NOW = "2024-07-04T20:00:00+08:00";
const source = { publisher: "synthetic", title: "synthetic", published: null, url: null, bulletin: null };

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A picture with so many sections over their marks and so many teams, spread over the basins of the east. */
function syntheticPicture(): GapPicture {
  const next = random(20240704);
  const place = (east = 28) => ({ lat: 22 + next() * 26, lon: 102 + next() * east });
  const province = () => PROVINCES[Math.floor(next() * PROVINCES.length)]?.adcode ?? "430000";
  const sections = Array.from({ length: SECTIONS }, (_, i) => ({ id: `s${i}`, ...place() }));
  const points = new Map(sections.map(({ id, lat, lon }) => [id, [{ lat, lon }]]));
  return {
    at: Date.parse(NOW),
    responses: PROVINCES.map(({ adcode, name }) =>
      ResponseRecord.parse({
        ...{
          track: `x|FLOOD|${adcode}|`,
          issuer: "x",
          issuerEn: "x",
          tier: "NATIONAL",
          hazard: "FLOOD",
          adcode,
        },
        ...{ province: name, area: null, level: "III", since: NOW, sincePrecision: "DAY", confirmedAt: NOW },
        ...{ confirmedPrecision: "DAY", action: "maintain", certainty: "STATED", window: null, reason: null },
        ...{ contradiction: null, stale: false, source },
      }),
    ),
    waters: sections.map(({ id, lat, lon }) =>
      WaterRecord.parse({
        ...{ id, name: id, nameEn: id, kind: "station", river: null, adcodes: [province()], lat, lon },
        ...{
          geometry: null,
          status: "above_warning",
          trend: null,
          stage: null,
          exceedance: null,
          exceeds: null,
        },
        ...{ at: NOW, precision: "MINUTE", certainty: "STATED", stale: false, source },
      }),
    ),
    deployments: Array.from({ length: DEPLOYMENTS }, (_, i) => {
      // Half of the map has no team: there the search for the nearest one goes as far as it may.
      const at = place(14);
      const served = { name: "x", adcode: `${province().slice(0, 2)}0100`, ...at, approximate: false };
      return DeploymentRecord.parse({
        ...{
          id: String(i),
          kind: "rescue_force",
          kindName: "x",
          kindNameEn: "x",
          count: 1,
          unit: "支",
          from: "x",
        },
        ...{
          place: "x",
          adcode: served.adcode,
          ...at,
          places: [served],
          mission: "x",
          status: "sent",
          at: NOW,
        },
        ...{ precision: "MINUTE", certainty: "STATED", source },
      });
    }),
    patrols: sections.slice(0, SECTIONS / 2).map(({ id }) => ({
      ...{
        id,
        section: id,
        sectionName: id,
        sectionNameEn: id,
        adcode: "430000",
        at: NOW,
        precision: "MINUTE" as const,
      },
      ...{ lengthKm: 1, patrolledKm: null, people: 1, shifts: 1, note: null, source },
    })),
    outages: [],
    directives: [],
    pointsOf: (id) => points.get(id) ?? [],
    provinceName: (code) => code,
    english: (name) => name,
    staleAfterHours: 24,
  };
}

/** The same three questions in SQL without PostGIS: haversine behind a box that an index can answer. */
const QUESTIONS = `
  select adcode from response r where level <= 'III' and not exists (select from team t where t.province = r.adcode);
  select id from water w where status <> 'normal'
     and not exists (select from patrol p where p.section = w.id and p.at > now() - interval '12 hours');
  select id from water w where status <> 'normal' and not exists (
    select from team t where t.lat between w.lat - 0.45 and w.lat + 0.45
       and 2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(t.lat - w.lat) / 2), 2)
         + cos(radians(w.lat)) * cos(radians(t.lat)) * power(sin(radians(t.lon - w.lon) / 2), 2)))) <= 50)`;

async function load(client: pg.Client, picture: GapPicture): Promise<void> {
  await client.query(`
    create table response (adcode text, level text);
    create table water (id text primary key, status text, lat float8, lon float8);
    create table team (id text, province text, lat float8, lon float8);
    create table patrol (section text, at timestamptz)`);
  const insert = (table: string, rows: readonly object[]) =>
    client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  await insert("response", picture.responses);
  await insert("water", picture.waters);
  await insert(
    "team",
    picture.deployments.map(({ id, lat, lon, adcode }) => ({
      id,
      lat,
      lon,
      province: `${adcode?.slice(0, 2)}0000`,
    })),
  );
  await client.query(`insert into patrol select unnest($1::text[]), now()`, [
    picture.patrols.map((one) => one.section),
  ]);
  await client.query(`
    create index on team (lat); create index on team (province); create index on patrol (section, at);
    analyze response, water, team, patrol`);
}

async function median(times: number, run: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await run();
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b)[times >> 1] ?? 0;
}

/** The gaps of a large picture against the bare SQL that finds the same sections and provinces. */
export async function gapTimes(): Promise<string[]> {
  const picture = syntheticPicture();
  const folder = mkdtempSync(join(tmpdir(), "xuntu-bench-gaps-"));
  chmodSync(folder, 0o755);
  const database = await startEmbedded(folder, "bench", () => undefined);
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    await load(client, picture);
    const answers = (await client.query(QUESTIONS)) as unknown as pg.QueryResult[];
    const gaps = findGaps(picture, STANDARD_THRESHOLDS);
    const found = ["province_without_team", "water_without_patrol", "water_without_team"].map(
      (rule) => gaps.filter((gap) => gap.rule === rule).length,
    );
    const expected = answers.map((answer) => answer.rowCount);
    if (found.join() !== expected.join())
      throw new Error(`the rules find ${found.join(", ")} gaps, SQL ${expected.join(", ")}`);
    const ours = await median(51, () => findGaps(picture, STANDARD_THRESHOLDS));
    const bare = await median(11, () => client.query(QUESTIONS));
    return [
      `gaps, ${SECTIONS} sections over a mark, ${DEPLOYMENTS} teams, ${gaps.length} gaps found: ${ours.toFixed(1)} ms; bare SQL for the same ${bare.toFixed(1)} ms: ratio ${(ours / bare).toFixed(2)}`,
    ];
  } finally {
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
