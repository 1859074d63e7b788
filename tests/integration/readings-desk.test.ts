import { describe, expect, it } from "vitest";
import { pictureOf, snapshotNow } from "@/lib/live/store";
import { correctReading, fileReading } from "@/lib/readings/commands";
import { recordCrest, recordMark } from "@/lib/waters/marks";
import { SOURCE, viewerWith } from "./database";
import { freshReadings, read } from "./deliveries";

const { json, query } = freshReadings();
const chief = viewerWith("chief");

describe("readings by hand", () => {
  const form = {
    sectionId: "hankou",
    provinces: ["420000"],
    at: "2024-07-04T18:00",
    flow: "",
    datum: "冻结吴淞",
    source: SOURCE,
  };
  it("are recorded with their source, once", async () => {
    expect(await fileReading(chief, { ...form, stage: "28.05" })).toMatchObject({ ok: true });
    expect(snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading).toMatchObject({
      stage: 28.05,
      source: { kind: "desk", publisher: SOURCE.publisher },
    });
    expect(await fileReading(chief, { ...form, stage: "28.05" })).toMatchObject({ refusal: "reading_known" });
  });
  it.each([
    ["too fast a step", { stage: "35", at: "2024-07-04T18:10" }, { refusal: "reading_implausible" }],
    [
      "a stage far from the marks",
      { stage: "1000" },
      { refusal: "reading_far", values: { low: "25.00", high: "29.73" } },
    ],
    ["a sentinel", { stage: "-999" }, { fields: { stage: "reading_sentinel" } }],
    ["nothing", { stage: "" }, { fields: { stage: "reading_no_value" } }],
    ["a negative flow", { stage: "28", flow: "-1" }, { fields: { flow: "reading_negative_flow" } }],
    ["the future", { stage: "28", at: "2124-07-04T18:10" }, { refusal: "report_in_future" }],
    ["an unknown datum", { stage: "28", datum: "火星" }, { fields: { datum: "unknown_datum" } }],
    [
      "other provinces than the section's",
      { stage: "28", provinces: ["430000"] },
      { refusal: "unknown_section" },
    ],
    ["a made-up station", { stage: "28", sectionId: "drill-1" }, { refusal: "reading_synthetic" }],
  ])("are refused for %s", async (_what, part, expected) => {
    expect(await fileReading(chief, { ...form, ...part })).toMatchObject({ ok: false, ...expected });
  });
  it("may be a step that an officer answers for", async () => {
    const sure = { ...form, stage: "35", at: "2024-07-04T18:10", sure: true };
    expect(await fileReading(chief, sure)).toMatchObject({ ok: true });
    expect(snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading).toMatchObject({
      stage: 35,
      doubted: true,
    });
  });
  it("are put right by a correction, and withdrawn; what was known before stays known", async () => {
    const wrong = { sectionId: "hankou", provinces: ["420000"], at: "2024-07-04T18:10" };
    expect(await correctReading(chief, { ...wrong, stage: "28.06" })).toMatchObject({
      fields: { reason: "field_required" },
    });
    const known = Date.now();
    expect(await correctReading(chief, { ...wrong, stage: "28.06", reason: "误读" })).toMatchObject({
      ok: true,
    });
    const now = () => snapshotNow()?.waters.find((water) => water.id === "hankou")?.reading;
    expect(now()).toMatchObject({ stage: 28.06, corrected: true });
    const before = await pictureOf(Date.parse("2024-07-04T20:00:00+08:00"), known);
    expect(before?.snapshot.waters.find((water) => water.id === "hankou")?.reading?.stage).toBe(35);
    expect(await correctReading(chief, { ...wrong, withdrawn: true, reason: "非本站" })).toMatchObject({
      ok: true,
    });
    expect(now()).toMatchObject({ stage: 28.05 });
    const answer = await (
      await read("hankou", "?from=2024-07-04T18:00:00%2B08:00&to=2024-07-04T19:00:00%2B08:00")
    ).json();
    expect(answer.readings).toMatchObject([{ stage: 28.05 }]);
    expect(
      await correctReading(chief, { ...wrong, at: "2024-07-04T18:11", stage: "1", reason: "x" }),
    ).toMatchObject({ refusal: "not_found" });
    await expect(query(`delete from "ReadingCorrection"`)).rejects.toThrow(/append-only/);
  });
});

describe("marks and crests", () => {
  const station = { sectionId: "anqing", provinces: ["340000"], datum: "吴淞", source: SOURCE };
  it("a new mark judges from its day on, earlier readings keep theirs", async () => {
    const mark = { ...station, kind: "WARNING", stage: 16.2, validFrom: "2024-07-01", status: "SOURCED" };
    expect(await recordMark(chief, mark)).toMatchObject({ ok: true });
    expect(await recordMark(chief, mark)).toMatchObject({ refusal: "mark_known" });
    const rows = ["2024-06-30T12:00:00+08:00", "2024-07-04T12:00:00+08:00"].map((at) => ({
      station: "XT-ANQING",
      at,
      stage: 16.3,
    }));
    expect((await json(rows)).body).toMatchObject({ accepted: 2 });
    const then = await pictureOf(Date.parse("2024-06-30T13:00:00+08:00"));
    const state = (waters = snapshotNow()?.waters) => waters?.find((water) => water.id === "anqing")?.reading;
    expect(state(then?.snapshot.waters)).toMatchObject({ state: "near_warning", exceedance: -0.4 });
    expect(state()).toMatchObject({
      state: "above_warning",
      exceedance: 0.1,
      mark: { validFrom: "2024-07-01" },
    });
    const other = { station: "XT-ANQING", at: "2024-07-04T13:00:00+08:00", stage: 16.3, datum: "珠基" };
    await json([other]);
    expect(state()).toMatchObject({ state: "datum_differs", why: "datum_differs", exceedance: null });
  });
  it("shows the crest that a forecast expects", async () => {
    const crest = { ...station, stage: 17.1, at: "2024-07-06", issuedAt: "2024-07-04T18:00" };
    expect(await recordCrest(chief, crest)).toMatchObject({ ok: true });
    expect(snapshotNow()?.waters.find((water) => water.id === "anqing")?.crest).toMatchObject({
      stage: 17.1,
      precision: "DAY",
      datum: "吴淞",
    });
    expect(await recordCrest(chief, { ...crest, at: "2024-07-04T10:00" })).toMatchObject({
      fields: { at: "crest_before_forecast" },
    });
    expect(await recordCrest(chief, { ...crest, provinces: ["430000"] })).toMatchObject({
      refusal: "unknown_section",
    });
  });
});
