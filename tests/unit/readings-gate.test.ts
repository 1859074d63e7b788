import { describe, expect, it } from "vitest";
import { admit, Chunk, checkSteps, type Fields, type Gate } from "@/lib/readings/chunk";
import { farFromMarks } from "@/lib/readings/rules";

const NOW = Date.parse("2024-07-04T12:00:00Z");
const MARKS = { datum: 1, low: 1050, high: 1270 };
const gate = (): Gate => ({
  stations: new Map([
    ["A", { no: 1, synthetic: false, rate: null, provinces: ["420000"] }],
    ["M", { no: 3, synthetic: false, rate: null, provinces: ["420000"], marks: [MARKS] }],
    ["S", { no: 2, synthetic: true, rate: null, provinces: ["430000"] }],
  ]),
  zone: undefined,
  now: NOW,
  mayWrite: (station) => station.provinces[0] !== "440000",
  source: 5,
  syntheticSource: 2,
  last: new Map(),
});
const fields = (part: Partial<Fields>): Fields => ({
  station: "A",
  at: "2024-07-04T08:00:00+08:00",
  stage: "28.1",
  flow: "",
  datum: "",
  ...part,
});

it("holds a stage against the marks it may be compared with, and those alone", () => {
  expect(farFromMarks([MARKS], 3270, 1)).toBe(false);
  expect(farFromMarks([MARKS], 3271, 1)).toBe(true);
  expect(farFromMarks([MARKS], 3271, 0)).toBe(true);
  expect(farFromMarks([{ ...MARKS, datum: 0 }], 3271, 2)).toBe(true);
  // Another stated datum may lie a hundred metres away.
  expect(farFromMarks([MARKS], 3271, 2)).toBe(false);
  expect(farFromMarks([MARKS, { datum: 2, low: 3000, high: 3300 }], 3271, 0)).toBe(false);
  expect(farFromMarks(undefined, 3271, 0)).toBe(false);
});

describe("a row at the gate", () => {
  it.each([
    [{ station: "nowhere" }, "unknown_station"],
    [{ at: "soon" }, "bad_time"],
    [{ at: "2024-07-04 08:00" }, "time_without_zone"],
    [{ at: "2024-07-05T08:00:00+08:00" }, "time_in_future"],
    [{ at: "1931-07-05T08:00:00+08:00" }, "time_too_old"],
    [{ stage: "NaN" }, "not_a_number"],
    [{ stage: "", flow: "Infinity" }, "not_a_number"],
    [{ stage: "" }, "no_value"],
    [{ stage: "-999" }, "sentinel"],
    [{ stage: "9999" }, "sentinel"],
    [{ stage: "-888.00" }, "sentinel"],
    [{ flow: "-999" }, "sentinel"],
    [{ stage: "8848" }, "out_of_range"],
    [{ flow: "-3" }, "negative_flow"],
    [{ datum: "月球基面" }, "unknown_datum"],
    [{ station: "M", stage: "1000" }, "far_from_marks"],
    [{ station: "M", stage: "-150" }, "far_from_marks"],
  ] as const)("%j is turned away: %s", (part, reason) => {
    const chunk = new Chunk(10);
    admit(chunk, gate(), 1, fields(part));
    expect(chunk.rejected).toMatchObject([{ row: 1, reason }]);
    expect(chunk.count).toBe(0);
  });
  it("goes in as numbers; a made-up station's readings are synthetic whatever is said", () => {
    const chunk = new Chunk(10);
    admit(chunk, gate(), 1, fields({ datum: "吴淞冻结", flow: "50100.5" }));
    admit(chunk, gate(), 2, fields({ station: " S ", stage: "", flow: "3" }));
    expect([
      chunk.count,
      chunk.stage[0],
      chunk.flow[0],
      chunk.datum[0],
      chunk.source[0],
      chunk.source[1],
    ]).toEqual([2, 2810, 50100.5, 1, 5, 2]);
    expect(chunk.stage[1]).toBeNaN();
  });
  it("is held against the last believed one of its station", () => {
    const chunk = new Chunk(10);
    const held = gate();
    const at = (minute: number) => `2024-07-04T08:${String(minute).padStart(2, "0")}:00+08:00`;
    for (const [row, minute, stage] of [
      [1, 0, "28.00"],
      [2, 5, "28.30"],
      [3, 10, "35.00"],
      [4, 15, "28.40"],
    ] as const)
      admit(chunk, held, row, fields({ at: at(minute), stage }));
    checkSteps(chunk, held, new Map(), new Map([[1, "A"]]));
    expect(chunk.rejected).toMatchObject([{ row: 3, reason: "implausible_jump", station: "A" }]);
    expect([...chunk.stage.subarray(0, chunk.count)]).toEqual([2800, 2830, 2840]);
    expect([...chunk.row.subarray(0, chunk.count)]).toEqual([1, 2, 4]);
  });
});
