import fc from "fast-check";
import { expect, it } from "vitest";
import { articlesOf } from "@/lib/bulletins/articles";
import { clean } from "@/lib/bulletins/parse/text";
import { proposedHead } from "@/lib/bulletins/publisher";
import { readText } from "@/lib/bulletins/reading";
import { Draft, storedDraft } from "@/lib/bulletins/schema";
import { counting, stateOf } from "@/lib/bulletins/state";
import { piecesOf } from "@/lib/bulletins/windows";

const titles = (text: string) => articlesOf(clean(text)).map((one) => one.title);
const BODY = "国家防总针对四川启动防汛四级应急响应，各地严阵以待，做好防范应对工作，确保安全度汛。";

it("cuts a page by its datelines, with the headline before or behind the words", () => {
  expect(titles(`四川响应\n\n${BODY}`)).toHaveLength(1);
  expect(
    titles(
      `多地降雨持续增强\n\n新华社北京7月4日电 ${BODY}\n\n江淮汛情趋于平稳\n\n本报合肥7月3日讯 ${BODY}（完）`,
    ),
  ).toEqual(["多地降雨持续增强", "江淮汛情趋于平稳"]);
  expect(
    titles(`新华社北京7月4日电 ${BODY}\n\n多地防汛响应有调整\n\n${BODY}\n\n新华社合肥7月3日电 ${BODY}`),
  ).toEqual(["多地防汛响应有调整", "", ""]);
});

it("does not cut at subheadings", () => {
  const text = `汛情通报\n\n新华社北京7月4日电 ${BODY}\n\n一、雨情\n\n${BODY}\n\n二、水情\n\n${BODY}\n\n（三）下一步工作\n\n${BODY}`;
  expect(titles(text)).toEqual(["汛情通报"]);
});

it("gives articles that lie in order within the text, whatever the text", () => {
  const bits = fc.constantFrom(
    "新华社北京7月4日电",
    "本报讯 ",
    BODY,
    "\n\n",
    "多地降雨持续增强",
    "（新华社发）",
    "一、",
    "<p>",
    " ",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const { articles, start, end } = readText(text, "2024-07-04", "2024-07-04");
      let last = 0;
      for (const one of articles) {
        expect(one.start).toBeGreaterThanOrEqual(last);
        expect(one.end).toBeGreaterThan(one.start);
        last = one.end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
    }),
    { numRuns: 200 },
  );
});

const head = (article: string, page = article) =>
  proposedHead({ article, page, title: "", headlines: [] }, "2030-01-01");

it.each([
  ["新华社北京7月4日电 汛情", "2024年7月4日 星期四\n新华社北京7月4日电 汛情", "新华社", "2024-07-04"],
  ["央视网消息（新闻联播）：2024年7月4日，汛情", undefined, "央视网", "2024-07-04"],
  ["来源：应急管理部消息 2024-07-04 19:05 汛情", undefined, "应急管理部", "2024-07-04T19:05:00+08:00"],
  ["《新闻联播》（20240704）汛情", undefined, "央视网", "2024-07-04"],
])("reads the head of %s", (article, page, publisher, published) => {
  expect(head(article, page)).toMatchObject({ publisher, published, dated: true });
});

it("says when no day, or no day that exists, is printed", () => {
  expect(head("汛情平稳。")).toEqual({
    publisher: "未注明",
    title: "汛情平稳",
    published: "2030-01-01",
    dated: false,
  });
  expect(head("2024年13月45日 汛情")).toMatchObject({ dated: false });
  expect(head("2023年2月29日 汛情")).toMatchObject({ dated: false });
});

it("tells how far a bulletin has come", () => {
  const base = { publication: null, steps: [], proposals: 2, decided: 0 };
  const after = (...kinds: ("SUBMITTED" | "RETURNED" | "WITHDRAWN" | "REOPENED")[]) =>
    stateOf({ ...base, decided: 1, steps: kinds.map((kind) => ({ kind })) });
  expect(stateOf(base)).toBe("new");
  expect(stateOf({ ...base, proposals: 0 })).toBe("no_fact");
  expect(after()).toBe("under_review");
  expect(after("SUBMITTED")).toBe("submitted");
  expect(after("SUBMITTED", "RETURNED")).toBe("returned");
  expect(after("WITHDRAWN")).toBe("withdrawn");
  expect(after("WITHDRAWN", "REOPENED")).toBe("under_review");
  expect(stateOf({ ...base, publication: {}, steps: [{ kind: "WITHDRAWN" }] })).toBe("published");
});

it("counts the last reading's proposals, and what was found by hand within its part", () => {
  const proposal = (readingId: bigint | null, addedBy: string | null, spanStart: number) => ({
    readingId,
    addedBy,
    spanStart,
    spanEnd: spanStart + 5,
  });
  const proposals = [
    proposal(1n, null, 0),
    proposal(2n, null, 100),
    proposal(1n, "li", 110),
    proposal(1n, "li", 10),
  ];
  const readings = [
    { id: 1n, start: 0, end: 50 },
    { id: 2n, start: 90, end: 200 },
  ];
  expect(counting({ readings, proposals })).toEqual([proposals[1], proposals[2]]);
  const old = [proposal(null, null, 3)];
  expect(counting({ readings: [], proposals: old })).toEqual(old);
});

it("shows a part whole, and of a very long one the words around its facts", () => {
  const text = "汛".repeat(400_000);
  expect(piecesOf(text, { start: 10, end: 50 }, [])).toEqual([{ start: 10, text: text.slice(10, 50) }]);
  const pieces = piecesOf(text, { start: 0, end: text.length }, [
    [200_000, 200_010],
    [201_000, 201_005],
    [399_990, 400_000],
  ]);
  expect(pieces.map((one) => [one.start, one.text.length])).toEqual([
    [0, 1500],
    [198_500, 4005],
    [398_490, 1510],
  ]);
});

it("reads drafts from a form and those stored by earlier versions", () => {
  expect(
    storedDraft({
      kind: "RESPONSE",
      issuerId: "x",
      hazard: "FLOOD",
      province: "430000",
      areaId: null,
      action: "RAISE",
      level: "II",
      effectiveAt: "2024-07-04",
    }),
  ).toMatchObject({ provinces: ["430000"] });
  expect(storedDraft({ kind: "NONSENSE" })).toBeNull();
  expect(
    Draft.parse({
      kind: "FORECAST",
      from: "2024-07-04",
      to: "",
      areas: "四川东部、重庆,湖北",
      intensity: "暴雨",
      grade: "",
    }),
  ).toMatchObject({ areas: ["四川东部", "重庆", "湖北"], to: null, grade: null });
});
