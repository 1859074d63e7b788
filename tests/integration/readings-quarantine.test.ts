import { beforeAll, describe, expect, it } from "vitest";
import { judgeQuarantine } from "@/lib/readings/commands";
import { readQuarantine } from "@/lib/readings/read";
import { viewerWith } from "./database";
import { freshReadings, read } from "./deliveries";

const { send, json, count, query } = freshReadings();
const chief = viewerWith("chief");

beforeAll(async () => {
  const hankou = (minute: number, stage: number, more = {}) => ({
    ...{ station: "XT-HANKOU", at: `2024-07-04T16:${minute}:00+08:00`, stage, datum: "冻结吴淞" },
    ...more,
  });
  await json([hankou(10, 28.02), hankou(15, 28.03, { flow: -1 }), hankou(25, 33)]);
  await json([hankou(30, 28.02, { station: "nowhere" })]);
  for (const stage of ["20.00", "20.31"])
    await send(`station,at,stage\nXT-WUHU,2024-06-01T00:00:00Z,${stage}\n`);
});

describe("the quarantine", () => {
  const open = async (reason: string) =>
    (await readQuarantine(chief, { decided: "open", reason: reason as "sentinel" }))?.rows ?? [];
  it("keeps a bad row once, however often it is sent", async () => {
    const bad = `station,at,stage\nXT-JIANLI,2024-07-04T08:00:00+08:00,9999\n`;
    for (let i = 0; i < 3; i++) await send(bad);
    expect((await open("sentinel")).filter((row) => row.station === "XT-JIANLI")).toHaveLength(1);
  });
  it("lets a row in with a reason, once, and another value as a correction", async () => {
    const jump = (await open("implausible_jump"))[0];
    const judge = { rows: [jump?.id], choice: "ACCEPTED" };
    expect(await judgeQuarantine(chief, judge)).toMatchObject({ fields: { reason: "field_required" } });
    expect(await judgeQuarantine(chief, { ...judge, reason: "电话核实" })).toMatchObject({ ok: true });
    expect(await count("quality = 1 and stage = 33")).toBe(1);
    expect(await judgeQuarantine(chief, { ...judge, reason: "再次" })).toMatchObject({
      refusal: "already_judged",
    });
    const other = (await open("duplicate_other_value")).find((row) => row.stage === 20.31);
    expect(
      await judgeQuarantine(chief, { rows: [other?.id], choice: "ACCEPTED", reason: "以后者为准" }),
    ).toMatchObject({ ok: true });
    const answer = await (await read("XT-WUHU", "?from=2024-06-01T00:00:00Z&to=2024-06-01T00:04:00Z")).json();
    expect(answer.readings).toMatchObject([{ stage: 20.31 }]);
    await expect(query(`delete from "QuarantineDecision"`)).rejects.toThrow(/append-only/);
  });
  it("dismisses what cannot be let in, all or none, and only for one's own provinces", async () => {
    const unknown = (await open("unknown_station")).map((row) => row.id);
    expect(await judgeQuarantine(chief, { rows: unknown, choice: "ACCEPTED", reason: "x" })).toMatchObject({
      refusal: "quarantine_incomplete",
    });
    const officer = viewerWith("duty_officer", { provinces: ["430000"] });
    const ours = (await open("negative_flow")).map((row) => row.id);
    for (const rows of [unknown, ours])
      expect(await judgeQuarantine(officer, { rows, choice: "DISMISSED", reason: "x" })).toMatchObject({
        refusal: "forbidden_province",
      });
    expect(
      await judgeQuarantine(chief, { rows: unknown, choice: "DISMISSED", reason: "无此站" }),
    ).toMatchObject({ ok: true });
    expect(await open("unknown_station")).toEqual([]);
  });
});
