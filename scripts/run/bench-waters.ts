import { at, DAY, MINUTES, median, patient, timed, withDatabase } from "./bench-readings";

const ROUNDS = 7;

/** One year of one station at five minutes among ten million rows: our answer of 1,000 points against the bare reading of those rows. */
async function yearOfOne(_folder: string, step: (text: string) => void): Promise<string[]> {
  const [{ loadSimulated }, { refresh }, { store }, { GET }, { sectionOf }] = await Promise.all([
    import("@/lib/readings/synthetic"),
    import("@/lib/live/listen"),
    import("@/lib/live/store"),
    import("@/app/api/v1/waters/[id]/readings/route"),
    import("@/lib/waters/list"),
  ]);
  const plan = { stations: 106, seed: 7, from: at("2022-01-01"), to: at("2023-01-01"), step: 5 * MINUTES };
  const rows = await loadSimulated(plan);
  step(`${rows.toLocaleString("en")} rows of 96 stations loaded`);
  const bareClient = await patient();
  await bareClient.query("vacuum analyze");
  await refresh(true);
  const { log } = store();
  const [ours, bare, all]: [number[], number[], number[]] = [[], [], []];
  let told = "";
  for (let i = 0; i < ROUNDS; i++) {
    const id = `syn-7-${String(11 + i).padStart(5, "0")}`;
    const no = log && sectionOf(log, id)?.no;
    // The first of the two brings the pages into memory; which one that is changes from round to round.
    const read = async () =>
      bare.push(
        await timed(async () => {
          const done = await bareClient.query({
            text: `select at, stage, flow from "StageReading" where section = $1 and at >= $2 and at < $3 order by at`,
            values: [no, new Date(plan.from), new Date(plan.to)],
            rowMode: "array",
          });
          all.push(done.rowCount ?? 0);
        }),
      );
    const ask = async () =>
      ours.push(
        await timed(async () => {
          const url = `http://localhost/api/v1/waters/${id}/readings?from=2022-01-01&to=2022-12-31&points=1000`;
          const answer = await GET(new Request(url), { params: Promise.resolve({ id }) });
          const body = await answer.json();
          told = `${body.reduction.of} readings, ${body.readings.length} points`;
        }),
      );
    // Once unmeasured: both then find the station's pages in memory.
    await bareClient.query(`select count(stage) from "StageReading" where section = $1`, [no]);
    for (const one of i % 2 ? [ask, read] : [read, ask]) await one();
  }
  const server: number[] = [];
  for (let i = 0; i < ROUNDS; i++)
    server.push(
      await timed(() =>
        bareClient.query(
          `select count(*), sum(stage), sum(flow), max(at) from (select at, stage, flow from "StageReading" where section = $1 and at >= $2 and at < $3 order by at) r`,
          [log && sectionOf(log, "syn-7-00011")?.no, new Date(plan.from), new Date(plan.to)],
        ),
      ),
    );
  await bareClient.end();
  return [
    `one year at 5 minutes of one station among ${rows.toLocaleString("en")} rows (${told}): answer ${median(ours).toFixed(0)} ms, bare indexed SQL that reads its ${median(all)} rows ${median(bare).toFixed(0)} ms: ratio ${(median(ours) / median(bare)).toFixed(2)} (the same rows read inside the server only, none sent: ${median(server).toFixed(0)} ms)`,
  ];
}

/** The waters of 10,000 sections: our picture of them against the bare question for each one's last reading, with 1 and 10 million rows of history. */
async function tenThousand(_folder: string, step: (text: string) => void): Promise<string[]> {
  const [{ loadSimulated }, { readingsPool }, { latestReadings }, { refresh }, { store }, { waterRecords }] =
    await Promise.all([
      import("@/lib/readings/synthetic"),
      import("@/lib/readings/pool"),
      import("@/lib/readings/latest"),
      import("@/lib/live/listen"),
      import("@/lib/live/store"),
      import("@/lib/waters/build"),
    ]);
  const bareClient = await patient();
  const end = at("2023-07-02");
  const found: { rows: number; ours: number; lateral: number; distinct: number; first: number }[] = [];
  let rows = 0;
  for (const steps of [110, 1100]) {
    const from = end - steps * 5 * MINUTES;
    const to = found.length ? end - 110 * 5 * MINUTES : end;
    rows += await loadSimulated({ stations: 10_000, seed: 9, from, to, step: 5 * MINUTES });
    step(`${rows.toLocaleString("en")} rows of 10,000 stations loaded`);
    await bareClient.query("vacuum analyze");
    await refresh(true);
    const { log } = store();
    if (!log) throw new Error("no log");
    const sections = [...log.reference.sections.values()].map((row) => row.no);
    const picture = {
      ...log,
      clock: {
        mode: "exercise" as const,
        now: "2023-07-02T00:00:00+08:00",
        setAt: "2023-07-02T00:00:00+08:00",
        rate: 0,
      },
    };
    const [ours, lateral, distinct]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < ROUNDS; i++) {
      lateral.push(
        await timed(() =>
          bareClient.query(
            `select s.id, l.* from "RiverSection" s cross join lateral (select * from "StageReading" r where r.section = s.no and r.at <= $1 and r.at > $2 order by r.at desc limit 1) l`,
            [new Date(end), new Date(end - 10 * DAY)],
          ),
        ),
      );
      ours.push(
        await timed(async () => {
          const client = await readingsPool().connect();
          const readings = await latestReadings(client, sections, end);
          client.release();
          const records = waterRecords(picture, { at: end, known: Number.POSITIVE_INFINITY, readings });
          if (records.filter((one) => one.reading).length < 9_900)
            throw new Error(`${records.length} records`);
        }),
      );
      if (i < 3)
        distinct.push(
          await timed(() =>
            bareClient.query(
              `select distinct on (section) * from "StageReading" where at <= $1 and at > $2 order by section, at desc`,
              [new Date(end), new Date(end - 10 * DAY)],
            ),
          ),
        );
    }
    found.push({
      rows,
      ours: median(ours),
      lateral: median(lateral),
      distinct: median(distinct),
      first: ours[0] ?? 0,
    });
  }
  await bareClient.end();
  const [small, large] = found;
  if (!small || !large) return [];
  const line = (one: typeof small) =>
    `waters of 10,000 sections with ${one.rows.toLocaleString("en")} rows behind them: last readings, trends and records ${one.ours.toFixed(0)} ms; bare lateral ${one.lateral.toFixed(0)} ms: ratio ${(one.ours / one.lateral).toFixed(2)}; bare DISTINCT ON ${one.distinct.toFixed(0)} ms`;
  return [
    line(small),
    line(large),
    `rows × ${(large.rows / small.rows).toFixed(1)}, time of the waters × ${(large.ours / small.ours).toFixed(2)}`,
  ];
}

export const yearPart = (step: (text: string) => void) => withDatabase((folder) => yearOfOne(folder, step));
export const watersPart = (step: (text: string) => void) =>
  withDatabase((folder) => tenThousand(folder, step));
