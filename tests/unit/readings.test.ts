import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit, Chunk, checkSteps, type Fields, type Gate } from "@/lib/readings/chunk";
import { mapColumns } from "@/lib/readings/columns";
import { csvRows, type RowGroup, Unreadable } from "@/lib/readings/csv";
import { decodeBytes, linePieces } from "@/lib/readings/decode";
import { elementFields, jsonRows } from "@/lib/readings/json";
import { unzipped } from "@/lib/readings/receive";
import { gapOf, gapsIn, reduceMinMax } from "@/lib/readings/reduce";
import { farFromMarks } from "@/lib/readings/rules";
import type { Series } from "@/lib/readings/series";
import { makeRiver, simulate } from "@/lib/readings/simulate";
import { BLANK, decimal, hundredths, moment } from "@/lib/readings/values";

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
async function gather(groups: AsyncIterable<RowGroup>) {
  const rows: RowGroup["rows"] = [];
  for await (const group of groups) rows.push(...group.rows);
  return rows;
}
const csv = (text: string | Buffer, size = 7) =>
  gather(csvRows(linePieces(inParts(Buffer.from(text as string), size))));
const json = (text: string, size = 7) => gather(jsonRows(inParts(Buffer.from(text), size)));

describe("values", () => {
  it("reads plain decimals as hundredths, rounded half away from zero", () => {
    expect(
      ["33.1", "33", "-0.05", "0.005", "-1.235", "33.104", "３３．１", " 5 ", "−2.5"].map(hundredths),
    ).toEqual([3310, 3300, -5, 1, -124, 3310, 3310, 500, -250]);
    expect(hundredths("")).toBe(BLANK);
  });
  it.each(["NaN", "Infinity", "-Infinity", "1e999", "1e3", "0x10", "1,5", ".", "-", "1.2.3", "--1", "1 2"])(
    "takes %s for no number",
    (text) => {
      expect(hundredths(text)).toBeNaN();
      expect(decimal(text)).toBeNaN();
    },
  );
  it("reads back every stage a gauge can write", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 900_000 }), (cm) => {
        expect(hundredths((cm / 100).toFixed(2))).toBe(cm === 0 ? 0 : cm);
      }),
    );
  });
  it("never throws and gives a number for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof hundredths(text)).toBe("number");
        expect(typeof decimal(text)).toBe("number");
        expect(["number", "string"]).toContain(typeof moment(text, undefined));
      }),
    );
  });
});

describe("moments", () => {
  const eight = Date.parse("2024-07-04T00:00:00Z");
  it.each([
    "2024-07-04T08:00:00+08:00",
    "2024-07-04T08:00+08:00",
    "2024-07-04 08:00:00+08:00",
    "2024-07-04T00:00:00Z",
    "2024-07-04T00:00Z",
    "2024-07-04T08:00:00.250+08:00",
    "2024/7/4 8:00 +0800",
    "2024年7月4日8时+08:00",
  ])("reads %s", (text) => expect(moment(text, undefined)).toBe(eight));
  it("asks for a zone, or takes the one given for the delivery", () => {
    expect(moment("2024-07-04 08:00", undefined)).toBe("time_without_zone");
    expect(moment("2024-07-04 08:00", 480)).toBe(eight);
  });
  it.each([
    "",
    "yesterday",
    "2024-02-30T08:00:00+08:00",
    "2024-07-04T24:00:00+08:00",
    "2024-07-04T08:60:00+08:00",
    "2024-07-04T08:00:00+99:00",
  ])("takes %j for no time", (text) => expect(moment(text, 480)).toBe("bad_time"));
  it("reads back any second of two centuries in any zone", () => {
    const range = { min: -600_000_000, max: 4_000_000_000, noInvalidDate: true };
    fc.assert(
      fc.property(fc.integer(range), fc.integer({ min: -12 * 60, max: 14 * 60 }), (seconds, offset) => {
        const local = new Date(seconds * 1000 + offset * 60_000).toISOString().slice(0, 19);
        const size = Math.abs(offset);
        const zone = `${offset < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
        expect(moment(local + zone, undefined)).toBe(seconds * 1000);
      }),
    );
  });
});

describe("CSV", () => {
  const row = (stage: string) => ({
    station: "A",
    at: "2024-07-04T08:00:00+08:00",
    stage,
    flow: "",
    datum: "",
  });
  it("maps Chinese headers, whatever units and marks they carry", async () => {
    const rows = await csv(
      "\uFEFF测站编码,站名,时间,水位(m),流量（m³/s）,基面\r\nA,甲,2024-07-04T08:00:00+08:00,33.1,,冻结吴淞\r\n",
    );
    expect(rows).toEqual([{ ...row("33.1"), datum: "冻结吴淞" }]);
  });
  it("reads GB18030, UTF-8 and both in one file", async () => {
    // 测站编码,时间,水位,基面 and 黄海 in GB18030
    const header = Buffer.from("b2e2d5beb1e0c2eb2ccab1bce42ccbaecebb2cbbf9c3e60a", "hex");
    const old = Buffer.concat([
      Buffer.from("A,2024-07-04T08:00:00+08:00,1,"),
      Buffer.from("bbc6baa30a", "hex"),
    ]);
    const rows = await csv(
      Buffer.concat([header, old, Buffer.from("A,2024-07-04T08:05:00+08:00,1,黄海\n")]),
      1000,
    );
    expect(rows).toMatchObject([
      { station: "A", datum: "黄海" },
      { station: "A", datum: "黄海" },
    ]);
    const apart = await csv(Buffer.concat([header, old]), 24);
    expect(apart).toMatchObject([{ datum: "黄海" }]);
    expect(decodeBytes(Buffer.from("黄海"))).toBe("黄海");
  });
  it("keeps the rows around one that is out of shape, and around a quote never closed", async () => {
    const rows = await csv('station,at,stage\nA,t,1\nA,t\nA,t,2,extra\nA,"t,3\n"A","t","4"\n');
    expect(rows).toEqual([
      { station: "A", at: "t", stage: "1", flow: "", datum: "" },
      { malformed: "A,t" },
      { malformed: "A,t,2,extra" },
      { malformed: 'A,"t,3' },
      { station: "A", at: "t", stage: "4", flow: "", datum: "" },
    ]);
  });
  it.each([
    ["nothing", "", "empty_delivery"],
    ["blank lines", "\n\n  \n", "empty_delivery"],
    ["no column for time", "station,stage\nA,1\n", "no_columns"],
    ["two columns of one meaning", "station,测站编码,at,stage\nA,A,t,1\n", "no_columns"],
  ])("cannot read a delivery with %s", async (_what, text, refusal) => {
    const error = await csv(text).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ refusal });
  });
  it("gives the same rows however the bytes are cut", async () => {
    const text = 'station;at;stage\nA;t;1\r\n\nB;时间;"2"\nC;t;3';
    const whole = await csv(text, 10_000);
    expect(whole).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        expect(await csv(text, size)).toEqual(whole);
      }),
    );
  });
  it("does not keep a line without end in memory", async () => {
    const rows = await csv(
      Buffer.concat([
        Buffer.from("station,at,stage\n"),
        Buffer.alloc(3_000_000, 120),
        Buffer.from("\nA,t,1\n"),
      ]),
      65_536,
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({ station: "A" });
  });
  it("finds the columns by their names alone", () => {
    expect(mapColumns(["TM", "STCD", "Z", "Q"])).toMatchObject({
      ok: true,
      at: { at: 0, station: 1, stage: 2, flow: 3, datum: -1 },
    });
  });
});

describe("JSON", () => {
  it("reads an array however it is cut, and keeps the rows around a bad one", async () => {
    const text =
      ' [ {"station":"A","at":"t,]","stage":33.1,"flow":null},{"station":"B","stage":NaN}, {bad}, 7, {"station":"C","stage":1e999} ] ';
    const whole = await json(text, 10_000);
    expect(whole).toEqual([
      { station: "A", at: "t,]", stage: "33.1", flow: "", datum: "" },
      { station: "B", at: "", stage: "NaN", flow: "", datum: "" },
      { malformed: "{bad}" },
      { malformed: "7" },
      { station: "C", at: "", stage: "Infinity", flow: "", datum: "" },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
        expect(await json(text, size)).toEqual(whole);
      }),
    );
  });
  it.each(["", "{}", "[{", '[{"station":"A"}', "null", "<html>"])("refuses %j", async (text) => {
    await expect(json(text)).rejects.toBeInstanceOf(Unreadable);
  });
  it("reads an empty array as no rows", async () => expect(await json("[]")).toEqual([]));
  it("takes an object for a number for a row out of shape", () => {
    expect(elementFields('{"station":"A","stage":{"a":1}}')).toEqual({
      malformed: '{"station":"A","stage":{"a":1}}',
    });
    expect(elementFields('{"station":"A","stage":true}')).toHaveProperty("malformed");
  });
});

it("unpacks as it reads, and says when the packing ends early", async () => {
  const packed = gzipSync("station,at,stage\nA,t,1\n");
  expect(await gather(csvRows(linePieces(unzipped(inParts(packed, 5)))))).toHaveLength(1);
  await expect(gather(csvRows(linePieces(unzipped(inParts(packed.subarray(0, 20), 5)))))).rejects.toThrow(
    /gzip/,
  );
});

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

function series(points: readonly (readonly [minute: number, stage: number])[]): Series {
  const column = (index: 0 | 1, factor = 1) => Float64Array.from(points, (point) => point[index] * factor);
  const zero = {
    datum: new Int16Array(points.length),
    source: new Int32Array(points.length),
    quality: new Int16Array(points.length),
  };
  return {
    length: points.length,
    at: column(0, 60_000),
    stage: column(1),
    flow: new Float64Array(points.length).fill(Number.NaN),
    ...zero,
  };
}

describe("reducing", () => {
  it("keeps every extreme, the ends and the order, in no more points than asked", () => {
    const point = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: -500, max: 5000 }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 800 }),
        fc.integer({ min: 10, max: 200 }),
        (steps, points) => {
          let minute = 0;
          const all = series(
            steps.map(([step, stage]) => {
              minute += step;
              return [minute, stage / 100];
            }),
          );
          const chosen = [...reduceMinMax(all, points)];
          const kept = chosen.map((i) => all.stage[i] ?? 0);
          expect(chosen.length).toBeLessThanOrEqual(points);
          expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
          expect([chosen[0], chosen.at(-1)]).toEqual([0, all.length - 1]);
          expect([Math.min(...kept), Math.max(...kept)]).toEqual([
            Math.min(...all.stage),
            Math.max(...all.stage),
          ]);
          if (all.length <= points) expect(chosen).toHaveLength(all.length);
        },
      ),
    );
  });
  it("finds gaps by the rhythm of the series, never over more than six hours", () => {
    const steady = series([...Array(50).keys()].map((i) => [i * 5 + (i > 20 ? 90 : 0), 1]));
    expect(gapOf(steady)).toBe(60 * 60_000);
    expect(gapsIn(steady, gapOf(steady))).toEqual([[100 * 60_000, 195 * 60_000]]);
    const sparse = series([
      [0, 1],
      [1440, 2],
      [2880, 3],
    ]);
    expect(gapOf(sparse)).toBe(6 * 60 * 60_000);
    expect(gapsIn(sparse, gapOf(sparse))).toHaveLength(2);
  });
});

it("simulates the same river for the same seed, with gaps and no impossible step", () => {
  const span = { from: Date.UTC(2024, 5, 1), to: Date.UTC(2024, 6, 1), step: 300_000 };
  const run = () => [...simulate(makeRiver(3, span.from, span.to), 3, span)];
  const [one, two] = [run(), run()];
  expect(one).toEqual(two);
  expect(one.length).toBeLessThan(30 * 288);
  expect(one.length).toBeGreaterThan(20 * 288);
  for (let i = 1; i < one.length; i++) {
    const [a, b] = [one[i - 1], one[i]];
    if (a && b && b.at - a.at === span.step) expect(Math.abs(b.stage - a.stage)).toBeLessThan(0.5);
  }
});
