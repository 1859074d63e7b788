import { db } from "@/lib/db";
import { isoTime } from "@/lib/format";
import { openBatch } from "./batch";
import { Chunk } from "./chunk";
import { readingsPool } from "./pool";
import { makeRiver, type River, random, type Simulated, simulate } from "./simulate";
import { Hope, storeChunk } from "./store";

export interface SyntheticStation {
  id: string;
  code: string;
  no: number;
  river: River;
  seed: number;
}

export interface Plan {
  stations: number;
  seed: number;
  /** Epoch ms; the first instant, and the one before which the last reading lies. */
  from: number;
  to: number;
  /** Milliseconds between readings. */
  step: number;
}

const ASSUMED = 11;
const MADE_UP = {
  publisher: "汛图 Xuntu",
  title: "合成数据，供演练与测试，非真实测站 · synthetic, for drills and benchmarks",
};
const two = (value: number) => Math.round(value * 100) / 100;

/** The rivers of a plan: the same seed gives the same ones, on every machine. */
export const riversOf = (plan: Plan) =>
  Array.from({ length: plan.stations }, (_, i) => {
    const seed = plan.seed * 1_000_003 + i;
    const number = String(i + 1).padStart(5, "0");
    return {
      id: `syn-${plan.seed}-${number}`,
      code: `SYN-${plan.seed}-${number}`,
      number,
      seed,
      river: makeRiver(seed, plan.from, plan.to),
    };
  });

/** Makes the stations of a plan with marks, each labelled as made up in id, name, code and source; those there already stay. */
export async function makeStations(plan: Plan): Promise<SyntheticStation[]> {
  const rivers = riversOf(plan);
  const areas = await db().area.findMany({ orderBy: { adcode: "asc" } });
  const next = random(plan.seed);
  const places = rivers.map(() => {
    const area = areas[Math.floor(next() * areas.length)];
    const near = () => (next() - 0.5) * 0.3;
    return {
      province: area?.provinceId ?? "420000",
      lat: (area?.lat ?? 30) + near(),
      lon: (area?.lon ?? 114) + near(),
    };
  });
  await db().riverSection.createMany({
    data: rivers.map(({ id, code, number }, i) => ({
      id,
      name: `合成站 ${plan.seed}-${number}`,
      nameEn: `Synthetic station ${plan.seed}-${number}`,
      kind: "STATION" as const,
      stationCode: code,
      codeSource: MADE_UP.title,
      synthetic: true,
      position: "invented",
      lat: places[i]?.lat ?? null,
      lon: places[i]?.lon ?? null,
    })),
    skipDuplicates: true,
  });
  await db().riverSectionProvince.createMany({
    data: rivers.map(({ id }, i) => ({ sectionId: id, provinceId: places[i]?.province ?? "420000" })),
    skipDuplicates: true,
  });
  const rows = await db().riverSection.findMany({ where: { id: { in: rivers.map((one) => one.id) } } });
  const numbers = new Map(rows.map((row) => [row.id, row.no]));
  const marked = await db().stageMark.findMany({
    where: { sectionId: { in: rivers.map((one) => one.id) } },
    select: { sectionId: true },
  });
  const has = new Set(marked.map((row) => row.sectionId));
  const bare = rivers.filter(({ id }) => !has.has(id));
  if (bare.length) {
    const source = await db().source.create({ data: MADE_UP });
    const kinds = [
      ["WARNING", 2],
      ["GUARANTEE", 3.5],
      ["RECORD", 6.5],
    ] as const;
    await db().stageMark.createMany({
      data: bare.flatMap(({ id, river }) =>
        kinds.map(([kind, above]) => ({
          sectionId: id,
          kind,
          stage: two(river.base + above),
          datum: "假定基面",
          status: "SOURCED" as const,
          note: "made up",
          sourceId: source.id,
        })),
      ),
    });
  }
  return rivers.map(({ id, code, river, seed }) => ({ id, code, river, seed, no: numbers.get(id) ?? 0 }));
}

/** The readings of all stations of a plan in the order of time, as a network of gauges sends them. */
export function* simulatedRows<S extends { river: River; seed: number }>(
  stations: readonly S[],
  plan: Plan,
): Generator<{ station: S; reading: Simulated }> {
  const open = stations.map((station) => {
    const series = simulate(station.river, station.seed, plan);
    return { station, series, next: series.next() };
  });
  for (let at = plan.from; at < plan.to; at += plan.step)
    for (const one of open) {
      if (one.next.done || one.next.value.at !== at) continue;
      yield { station: one.station, reading: one.next.value };
      one.next = one.series.next();
    }
}

/** Loads a plan's readings, `onRows` told how many so far; again with the same plan adds nothing. */
export async function loadSimulated(
  plan: Plan,
  onRows: (rows: number) => void = () => undefined,
): Promise<number> {
  const stations = await makeStations(plan);
  const source = await db().readingSource.findUniqueOrThrow({ where: { key: "synthetic" } });
  const { batchId } = await openBatch({
    origin: "simulation",
    name: `${plan.stations} × ${isoTime(plan.from)} … ${isoTime(plan.to)} / ${plan.step / 1000} s, seed ${plan.seed}`,
    sourceNo: source.id,
    user: { id: null, name: "operator" },
  });
  const client = await readingsPool().connect();
  const hope = new Hope();
  const chunk = new Chunk(50_000);
  let [seq, accepted] = [0, 0];
  const flush = async (last: boolean) => {
    const stored = await storeChunk(client, chunk, { batchId, seq: seq++, bytes: 0, last }, hope, new Map());
    accepted += stored.accepted;
    chunk.clear();
    onRows(accepted);
  };
  try {
    for (const { station, reading } of simulatedRows(stations, plan)) {
      const i = chunk.count++;
      chunk.read++;
      chunk.row[i] = i + 1;
      chunk.at[i] = reading.at;
      chunk.section[i] = station.no;
      chunk.source[i] = source.id;
      chunk.stage[i] = Math.round(reading.stage * 100);
      chunk.flow[i] = reading.flow;
      chunk.datum[i] = ASSUMED;
      if (chunk.full) await flush(false);
    }
    await flush(true);
  } finally {
    client.release();
  }
  return accepted;
}

/** A plan's readings as lines of CSV, the header first. */
export function* simulatedCsv(plan: Plan): Generator<string> {
  yield "station,at,stage,flow,datum\n";
  let text = "";
  for (const { station, reading } of simulatedRows(riversOf(plan), plan)) {
    text += `${station.code},${isoTime(reading.at)},${reading.stage.toFixed(2)},${reading.flow},假定基面\n`;
    if (text.length > 200_000) {
      yield text;
      text = "";
    }
  }
  yield text;
}
