import { Readable, Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { parseBulletin } from "@/lib/bulletins/parse";
import traditional from "@/prisma/data/traditional.json";
import { parseLines } from "@/scripts/run/bulletin-parse";
import sentences from "../fixtures/bulletins/sentences.json";
import variations from "../fixtures/bulletins/variations.json";

const DAY = "2024-07-04";
const texts = [...sentences, ...variations].map((one) => one.text.replaceAll("\n", ""));
const factsOf = (text: string) => {
  const { clean: _, ...facts } = parseBulletin(text, DAY);
  return facts;
};

const WORDS = fc.constantFrom(
  ..."国家防总 水利部 长江委 省防指 湖北省防汛抗旱指挥部 针对 将 对 湖南 江西 京津冀 门头沟 、 ， 。 ； ： \n 防汛 防汛防台风 四级 Ⅲ级 应急响应 启动 维持 提升至 由 至 分别 均 长江 洞庭湖 汉口站 某水库 水位 超警 退至 警戒水位以下 7月4日 今天 12时 派出 2个 工作组 救援队伍 赴 预计 大到暴雨 局地 集中在 要求 强调 要 巡查 会商 视频连线 预置 通信基站 演练 如 曾 去年 （ ） < 的 上述三省".split(
    " ",
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.array(WORDS, { maxLength: 80 }).map((words) => words.join("")),
);

describe("any text", () => {
  it("gives spans inside the cleaned text, and the same facts each time", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { clean, ...facts } = parseBulletin(text, DAY);
        for (const { span } of Object.values(facts).flat()) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(clean.text.length);
        }
        expect(factsOf(text)).toEqual(facts);
      }),
      { numRuns: 500, examples: [["工作组由国家防总派出"]] },
    );
  });
});

/** Articles of other kinds, of our own wording. */
const UNRELATED = [
  "本市第三届读书节昨日闭幕，一级演员王某朗诵了四首诗，三级医院派出义诊队。",
  "湖南队昨晚三比零战胜江西队，升至积分榜第二位，球迷从长江路一直庆祝到黄河大桥。",
  "证券公司将某股票评级由二级提升至一级，分析师预计明后两天交易活跃。",
];

describe("what stands around a bulletin", () => {
  it.each(UNRELATED)("adds no response and takes none away: %s", (other) => {
    // A line without a full stop is a headline as soon as a text stands under it.
    for (const text of texts.filter((one) => one.endsWith("。"))) {
      const alone = factsOf(text).responses.map(({ span: _, ...fact }) => fact);
      const after = factsOf(`${text}\n\n${other}`).responses.map(({ span: _, ...fact }) => fact);
      const before = factsOf(`${other}\n\n${text}`).responses.map(({ span: _, ...fact }) => fact);
      expect([text, after]).toEqual([text, alone]);
      expect([text, before]).toEqual([text, alone]);
    }
  });
});

const TRADITIONAL = new Map<string, string>();
for (let i = 0; i + 1 < traditional.pairs.length; i += 2) {
  const simple = traditional.pairs[i + 1] ?? "";
  if (!TRADITIONAL.has(simple)) TRADITIONAL.set(simple, traditional.pairs[i] ?? "");
}
const wide = (text: string) =>
  text.replace(/[\d]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe("the same words written otherwise", () => {
  it.each([
    ["full-width figures", wide],
    ["traditional script", (text: string) => [...text].map((sign) => TRADITIONAL.get(sign) ?? sign).join("")],
    // A line that ends where a sentence ends may end a paragraph too: that one break is left out.
    [
      "lines of 22 characters",
      (text: string) =>
        text.replace(/.{22}/gsu, (line) => (/[。；：！？”）—]$/u.test(line) ? line : `${line}\n`)),
    ],
    ["blanks between the characters", (text: string) => [...text].join(" ")],
    ["ideographic blanks and a mark at the head", (text: string) => `\ufeff\u3000\u3000${text}\u3000`],
    ["a page's markup", (text: string) => `<div><p>${text}</p></div>`],
  ])("%s: the same facts", (_name, write) => {
    for (const text of texts) {
      const plain = Object.values(factsOf(text)).map((list) => list.map(({ span: _, ...fact }) => fact));
      const other = Object.values(factsOf(write(text))).map((list) =>
        list.map(({ span: _, ...fact }) => fact),
      );
      expect([text, other]).toEqual([text, plain]);
    }
  });
});

describe("time grows with the length alone", () => {
  it.each([
    ["one word", "国家防总"],
    ["teams", "应急救援"],
    ["orders", "要求"],
    ["joints", "、工作组"],
    ["stations", "站水位"],
    ["script tags", "<script"],
    ["figures and marks", "12：00—"],
    ["unended lines", "湖南启动防汛四级应急响应\n"],
  ])("%s", (_name, part) => {
    const time = (length: number) => {
      const text = part.repeat(length / part.length);
      const began = performance.now();
      parseBulletin(text, DAY);
      return performance.now() - began;
    };
    time(10_000);
    // Four times the text; a time that grew with its square would be sixteen times as long.
    expect(time(80_000)).toBeLessThan(10 * time(20_000) + 400);
  });
});

async function command(chunks: (string | Buffer)[]): Promise<unknown[]> {
  const written: string[] = [];
  const output = new Writable({
    highWaterMark: 16,
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      setImmediate(done);
    },
  });
  await parseLines(Readable.from(chunks), output);
  return written
    .join("")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe("the command's lines", () => {
  const line = (id: unknown, text: unknown) => JSON.stringify({ id, text, published: DAY });
  const order = "国家防总针对湖南启动防汛四级应急响应。";

  it("are read whatever their ends, also with a mark at the head and empty ones between", async () => {
    const answers = await command([
      `\ufeff${line(1, order)}\r\n\r\n  \n${line(2, `甲\u2028乙。${order}`)}\n`,
      line(3, order),
    ]);
    expect(answers).toMatchObject([1, 2, 3].map((id) => ({ id, responses: [{ region: "湖南" }] })));
  });

  it("give one record an issuer, hazard and region, and the steps before the last apart", async () => {
    const text =
      "湖南省防汛抗旱指挥部3日8时将防汛应急响应由Ⅳ级提升至Ⅲ级，20时再提升至Ⅱ级；国家防总启动针对湖南的防汛三级应急响应。";
    const [answer] = await command([line(1, text)]);
    expect(answer).toMatchObject({
      responses: [
        { issuer: "湖南省防汛抗旱指挥部", level: "II" },
        { issuer: "国家防总", level: "III" },
      ],
      steps: [{ issuer: "湖南省防汛抗旱指挥部", level: "III", fromLevel: "IV" }],
    });
  });

  it("keep levels above the flood limit apart from the states told against the other marks", async () => {
    const [answer] = await command([
      line(1, "三峡水库水位涨至158.2米，超汛限水位13.2米；于桥水库超汛限运行。"),
    ]);
    expect(answer).toMatchObject({
      waters: [{ name: "三峡水库", status: null, trend: "rising", stage: 158.2 }],
      floodLimits: [
        { name: "三峡水库", exceedance: 13.2 },
        { name: "于桥水库", exceedance: null },
      ],
    });
    expect(answer).toHaveProperty("waters.length", 1);
  });

  it("may be cut anywhere, inside a character too", async () => {
    const bytes = Buffer.from(`${line("一", order)}\n${line("二", order)}\n`);
    const chunks = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1));
    expect(await command(chunks)).toMatchObject([{ id: "一" }, { id: "二", responses: [{ level: "IV" }] }]);
  });

  it("that cannot be read get empty lists, and the others go on", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const answers = await command([
      `{"id":7\nnull\n[]\n"x"\n{"id":8}\n${line(9, 5)}\n{"text":"${order}","published":3}\n`,
    ]);
    expect(answers).toMatchObject([
      ...[null, null, null, null, 8, 9].map((id) => ({ id, responses: [], directives: [] })),
      { id: null, responses: [{ issuer: "国家防总" }] },
    ]);
    expect(told).toHaveBeenCalledTimes(6);
    told.mockRestore();
  });

  it("may be millions of characters long", async () => {
    const answers = await command([line(1, `${"天气晴朗。".repeat(400_000)}\n${order}`)]);
    expect(answers).toMatchObject([{ id: 1, responses: [{ region: "湖南" }] }]);
  });
});
