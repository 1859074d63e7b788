import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapColumns } from "@/lib/readings/columns";
import { csvRows, type RowGroup, Unreadable } from "@/lib/readings/csv";
import { decodeBytes, linePieces } from "@/lib/readings/decode";
import { elementFields, jsonRows } from "@/lib/readings/json";
import { unzipped } from "@/lib/readings/receive";

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
  it("reads a table the same with quotes around its cells and without", async () => {
    const cells = fc.constantFrom("", " ", "A", "33.1", "时间", "2024-07-04T08:00:00+08:00");
    const line = fc
      .array(cells, { minLength: 1, maxLength: 6 })
      .filter((row) => row.some((one) => one.trim() !== ""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom("\n", "\r\n"),
        async (table, end) => {
          const text = (cell: (one: string) => string) =>
            ["at,station,stage,flow", ...table.map((row) => row.map(cell).join(","))].join(end);
          const plain = await csv(text((one) => one));
          const quoted = await csv(text((one) => `"${one}"`));
          const bare = (rows: typeof plain) => rows.map((row) => ("malformed" in row ? "malformed" : row));
          expect(bare(plain)).toEqual(bare(quoted));
          expect(plain).toHaveLength(table.length);
        },
      ),
    );
  });
  it("passes over lines of nothing but separators", async () => {
    expect(await csv("station,at,stage\n,,\n \nA,t,1,,\n, ,\n,,,,\n")).toMatchObject([{ station: "A" }]);
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
