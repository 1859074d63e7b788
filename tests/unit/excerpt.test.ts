import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AROUND, excerptOf, GAP, readable, WORDS } from "@/lib/bulletins/excerpt";

const TEXT =
  "今天多地有雨。国家防总4日19时针对湖南启动防汛四级应急响应，派出工作组。太湖超警！\n\n另一篇文章说的是别的事情。";
/** Whether every character of two units is there with both. */
const isWhole = (text: string) =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
const spanOf = (words: string): [number, number] => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};

describe("an excerpt", () => {
  it("is the sentence around the words, and says that the text goes on", () => {
    expect(excerptOf(TEXT, spanOf("启动防汛四级应急响应"))).toEqual({
      before: "国家防总4日19时针对湖南",
      words: "启动防汛四级应急响应",
      after: "，派出工作组。",
      openStart: true,
      openEnd: true,
    });
  });

  it("ends with the words when they end the sentence, and stops at a paragraph", () => {
    expect(excerptOf(TEXT, spanOf("太湖超警！"))).toMatchObject({ before: "", after: "", openEnd: true });
    const lines = "第一段没有句号\n\n太湖超警\n\n第三段没有句号";
    expect(excerptOf(lines, [9, 13])).toMatchObject({ before: "", words: "太湖超警", after: "" });
  });

  it("is the whole of a short text, with nothing left out", () => {
    expect(excerptOf("太湖超警。", [0, 4])).toEqual({
      before: "",
      words: "太湖超警",
      after: "。",
      openStart: false,
      openEnd: false,
    });
  });

  it("goes over the line breaks of a newspaper page, and never into a tag", () => {
    expect(excerptOf("针对陕\n西启动防汛四级应急响应。", [5, 15]).before).toBe("针对陕\n西");
    expect(readable("针对陕\n 西启动")).toBe("针对陕西启动");
    const html = '<p>密</p><a href="x">国家防总</a>启动响应';
    expect(excerptOf(html, [html.indexOf("启动"), html.length])).toMatchObject({ before: "" });
    expect(readable("<b>太湖</b>超<警 3.8 m")).toBe("太湖超警 3.8 m");
  });

  it("shows long words by their beginning and end only", () => {
    const { words } = excerptOf("汛".repeat(5000), [0, 5000]);
    expect(words.length).toBeLessThanOrEqual(WORDS + GAP.length);
    expect(words).toContain(GAP);
  });
});

describe("whatever the text and the span", () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 600 }),
    fc.string({ unit: "binary", maxLength: 600 }),
    fc.string({ unit: fc.constantFrom("汛", "。", "\n", "𠮷", "<", "！", " ", "a"), maxLength: 600 }),
  );
  const span = fc.tuple(fc.integer({ min: -50, max: 1300 }), fc.integer({ min: -50, max: 1300 }));

  it("no character outside the allowed window is shown, and the words are the span's", () => {
    fc.assert(
      fc.property(texts, span, (text, [start, end]) => {
        const { before, words, after } = excerptOf(text, [start, end]);
        expect(before.length).toBeLessThanOrEqual(AROUND);
        expect(after.length).toBeLessThanOrEqual(AROUND);
        expect(words.length).toBeLessThanOrEqual(WORDS + GAP.length);
        const window = text.slice(
          Math.max(0, Math.min(start, text.length) - AROUND - 1),
          Math.max(0, start, end) + AROUND + 1,
        );
        expect(window).toContain(before);
        expect(window).toContain(after);
        for (const piece of words.split(GAP)) expect(window).toContain(piece);
        if (start >= 0 && start <= end && end <= text.length && end - start <= WORDS)
          expect(words).toContain(text.slice(start, end));
      }),
      { numRuns: 2000 },
    );
  });

  it("no character is cut in half that was whole", () => {
    fc.assert(
      fc.property(texts, span, (text, place) => {
        fc.pre(isWhole(text));
        const { before, words, after } = excerptOf(text, place);
        expect([before, words, after].every(isWhole)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("what stands beyond the sentence is not shown", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), (left, right) => {
        const text = `${left}密。太湖超警。密${right}`;
        const at = left.length + 2;
        const { before, words, after } = excerptOf(text, [at, at + 4]);
        expect(before + words + after).toBe("太湖超警。");
      }),
    );
  });
});
