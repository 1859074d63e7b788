import { describe, expect, it } from "vitest";
import { GET as list } from "@/app/api/v1/waters/route";
import { refresh } from "@/lib/live/listen";
import { pictureOf, snapshotNow } from "@/lib/live/store";
import { readingsPool } from "@/lib/readings/pool";
import { freshReadings, lines, read } from "./deliveries";

const { send, query } = freshReadings();

describe("reading them", () => {
  it("lists all sections with station codes, made-up ones only when asked", async () => {
    const all = await (await list(new Request("http://localhost/api/v1/waters"))).json();
    expect(all.waters.find((one: { id: string }) => one.id === "datong")).toMatchObject({
      stationCode: "60115000",
      codeOfficial: true,
    });
    expect(all.waters.some((one: { synthetic: boolean }) => one.synthetic)).toBe(false);
    const more = await (await list(new Request("http://localhost/api/v1/waters?synthetic=1"))).json();
    expect(more.total).toBe(all.total + 1);
    expect((await list(new Request("http://localhost/api/v1/waters?state=wet"))).status).toBe(422);
  });
  it("draws a full drill curve in the points asked for, extremes kept", async () => {
    const answer = await (await read("drill-1", "?from=2024-06-20&to=2024-07-20&points=300")).json();
    expect(answer).toMatchObject({ reduced: true, synthetic: true, datum: "假定基面" });
    expect(answer.readings.length).toBeLessThanOrEqual(300);
    const { rows } = await query(
      `select max(stage)::float8 as top from "StageReading" r join "RiverSection" s on s.no = r.section where s.id = 'drill-1'`,
    );
    expect(Math.max(...answer.readings.map((one: { stage: number }) => one.stage))).toBe(rows[0].top);
  });
  it("shows 星子 through July 2024: sparse points, gaps, and the days known to be over", async () => {
    const answer = await (await read("xingzi", "?from=2024-06-15&to=2024-08-10")).json();
    expect(answer.reduced).toBe(false);
    expect(answer.marks.map((one: { kind: string }) => one.kind)).toContain("warning");
    expect(answer.spells).toMatchObject([{ mark: "warning", days: 38 }]);
    expect(answer.readings.filter((one: { gap?: boolean }) => one.gap).length).toBe(answer.gaps.length);
    expect(answer.gaps.length).toBeGreaterThan(3);
  });
  it("gives CSV that can be sent again", async () => {
    const rows = lines("XT-LUHE", "2022-01-01T00:00:00Z", 50_000).join("");
    expect((await send(`station,at,stage\n${rows}`)).body).toMatchObject({ accepted: 50_000 });
    const answer = await read("XT-LUHE", "?from=2022-01-01&to=2022-06-30", "text/csv");
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
    const text = await answer.text();
    expect(text.split("\r\n")).toHaveLength(50_000 + 2);
    expect((await send(text)).body).toMatchObject({ accepted: 0, duplicates: 50_000 });
  });
  it.each([
    ["?from=soon", 400],
    ["?from=2024-07-05&to=2024-07-04", 400],
    ["?from=1990-01-01&to=2024-01-01", 400],
    ["?points=3", 422],
    ["?points=many", 422],
  ])("refuses %s", async (query, status) => {
    const answer = await read("hankou", query);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  });
  it("knows no section of another name", async () => expect((await read("nowhere")).status).toBe(404));
  it("leaves no time limit on the connection that a delivery gets next", async () => {
    expect((await read("hankou")).status).toBe(200);
    const { rows } = await readingsPool().query("show statement_timeout");
    expect(rows).toEqual([{ statement_timeout: "0" }]);
  });
  it("shows the readings of another time, and none before they were known", async () => {
    const at = Date.parse("2024-07-02T21:00:00+08:00");
    const then = await pictureOf(at);
    expect(then?.snapshot.waters.find((water) => water.id === "xingzi")?.reading).toMatchObject({
      stage: 21.28,
      exceedance: 2.28,
    });
    const never = await pictureOf(at, Date.parse("2020-01-01T00:00:00Z"));
    expect(never?.snapshot.waters.filter((water) => water.reading)).toEqual([]);
  });
  it("shows the gauge's number where another observer tells one of the same moment", async () => {
    const row = (time: string, stage: number) =>
      `station,at,stage\nXT-HANKOU,2024-07-04T${time}:00+08:00,${stage}\n`;
    for (const [time, ours, other] of [
      ["15:10", 28.01, 28.1],
      ["19:10", 28.03, 28.2],
    ] as const) {
      const observed = await send(row(time, other), { query: "?source=neighbour" });
      expect(observed.body).toMatchObject({ accepted: 1 });
      expect((await send(row(time, ours))).body).toMatchObject({ accepted: 1, duplicates: 0 });
    }
    const hankou = () => snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading;
    expect(hankou()).toMatchObject({ stage: 28.03, trendBasis: { hours: 4, change: 0.02 } });
    const answer = await read("hankou", "?from=2024-07-04T19:00:00%2B08:00&to=2024-07-04T20:00:00%2B08:00");
    expect((await answer.json()).readings).toMatchObject([{ stage: 28.03 }]);
  });
  it("grows to the same last readings as reading everything again", async () => {
    await send(
      `station,at,stage\n${lines("XT-HANKOU", "2024-07-04T19:20:00+08:00", 3, () => 28.02).join("")}`,
    );
    const grown = snapshotNow()?.waters;
    expect(grown?.find((water) => water.id === "hankou")?.reading?.stage).toBe(28.02);
    await refresh(true);
    expect(snapshotNow()?.waters).toEqual(grown);
    expect(grown?.find((water) => water.id === "taihu")?.status).toBe("above_warning");
    expect(grown?.find((water) => water.id === "wusulijiang-main")?.state).toBe("above_guarantee");
  });
});
