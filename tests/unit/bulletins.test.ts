import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard } from "@/lib/bulletins/guard";
import { parseBulletin } from "@/lib/bulletins/parse";
import { Draft } from "@/lib/bulletins/schema";
import acts from "../fixtures/bulletins/acts.json";
import clauses from "../fixtures/bulletins/clauses.json";
import constructions from "../fixtures/bulletins/constructions.json";
import levels from "../fixtures/bulletins/levels.json";
import newscasts from "../fixtures/bulletins/newscasts.json";
import orders from "../fixtures/bulletins/orders.json";
import rains from "../fixtures/bulletins/rains.json";
import sentences from "../fixtures/bulletins/sentences.json";
import stages from "../fixtures/bulletins/stages.json";
import teams from "../fixtures/bulletins/teams.json";
import variations from "../fixtures/bulletins/variations.json";
import waters from "../fixtures/bulletins/waters.json";

const cases = [
  ...sentences,
  ...variations,
  ...newscasts,
  ...constructions,
  ...orders,
  ...waters,
  ...stages,
  ...teams,
  ...rains,
  ...clauses,
  ...levels,
  ...acts,
];

type Facts = ReturnType<typeof parseBulletin>;
const part = (value: string | number | null) => (value === null ? "-" : String(value));

/** One line a record, short enough to be written by hand. */
const lines = {
  responses: ({ responses }: Facts) =>
    responses.map((r) =>
      [
        r.issuer,
        r.hazard,
        part(r.region),
        r.action,
        r.level,
        r.fromLevel ? `from ${r.fromLevel}` : null,
        r.effective,
      ]
        .filter(Boolean)
        .join(" "),
    ),
  deployments: ({ deployments }: Facts) =>
    deployments.map(
      (d) => `${d.kind} ${d.count === null ? "-" : `${d.count}${d.units}`} ${part(d.from)} → ${part(d.to)}`,
    ),
  waters: ({ waters }: Facts) =>
    waters.map((w) =>
      [
        w.name,
        part(w.status),
        w.trend ?? (w.stage === null ? null : "-"),
        w.stage,
        w.exceedance === null ? null : `+${w.exceedance}`,
      ]
        .filter((value) => value !== null)
        .join(" "),
    ),
  forecasts: ({ forecasts }: Facts) =>
    forecasts.map((f) => `${f.areas.join("、")} ${f.intensity} ${part(f.from)}..${part(f.to)}`),
};

describe("a bulletin's sentences", () => {
  it.each(cases.map((one) => [one.text, one] as const))("%s", (text, { text: _, ...wanted }) => {
    const facts = parseBulletin(text, "2024-07-04");
    for (const [kind, list] of Object.entries(wanted))
      expect([kind, lines[kind as keyof typeof lines](facts).sort()]).toEqual([kind, [...list].sort()]);
  });
});

/** Headlines, ads and other articles around the one that counts. */
const PAGE = `要闻速览

某市马拉松开赛

本报讯 来自各地的选手参加了比赛，组委会启动了医疗保障一级响应。

国家防总启动防汛应急响应

新华社北京7月4日电 国家防总4日12时针对湖
南启动防汛四级应急响应，派出1个工作组赴湖南
岳阳。洞庭湖超警。

天气

8日晴。
`;

it("reads one article of a page with wrapped lines, and nothing of the others", () => {
  const facts = parseBulletin(PAGE, "2024-07-05");
  expect(lines.responses(facts)).toEqual(["国家防总 防汛 湖南 activate IV 2024-07-04T12:00"]);
  expect(lines.deployments(facts)).toEqual(["工作组 1个 国家防总 → 湖南岳阳"]);
  expect(lines.waters(facts)).toEqual(["洞庭湖 above_warning"]);
});

it("tells no day when nothing says from which day the text speaks", () => {
  const facts = parseBulletin("国家防总今天12时针对湖南启动防汛四级应急响应。预计明天湖南有暴雨。");
  expect(facts.responses.map((one) => one.effective)).toEqual([null]);
  expect(facts.forecasts.map((one) => [one.from, one.to])).toEqual([[null, null]]);
});

it("carries no day of a forecast into another article", () => {
  const text = "预计5日至6日，湖南有暴雨。\n\n另一地\n\n据预报，湖北将有大到暴雨。";
  const { forecasts } = parseBulletin(text, "2024-07-04");
  expect(forecasts.map((one) => one.from)).toEqual(["2024-07-05", null]);
});

const VOCABULARY = fc.constantFrom(
  ..."国家防总 水利部 针对 将 湖南 江西 、 ， 。 \n 防汛 四级 应急响应 启动 维持 提升至 由 至 长江 水位 超警 7月4日 今天 12时 派出 2个 工作组 赴 预计 大到暴雨 （ ） < 的".split(
    " ",
  ),
);

describe("any input", () => {
  it("is read without failing, with every span inside the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(VOCABULARY, { maxLength: 60 }).map((words) => words.join("")),
        ),
        (text) => {
          const { clean, ...facts } = parseBulletin(text, "2024-07-04");
          expect(clean.at.length).toBe(clean.text.length);
          for (const fact of Object.values(facts).flat()) {
            expect(fact.span[0]).toBeGreaterThanOrEqual(0);
            expect(fact.span[1]).toBeGreaterThan(fact.span[0]);
            expect(fact.span[1]).toBeLessThanOrEqual(clean.text.length);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("gives the same facts whatever blanks, widths and line ends it came with", () => {
    for (const { text } of cases.slice(0, 20)) {
      const spaced = [...text.replaceAll("\n", "")].join(" ");
      const { clean: a, ...plain } = parseBulletin(text.replaceAll("\n", ""), "2024-07-04");
      const { clean: b, ...other } = parseBulletin(`\ufeff${spaced}\r\n`, "2024-07-04");
      expect(other).toEqual(plain);
      expect(a.text.length).toBe(b.text.length);
    }
  });

  it.each([
    ["brackets", "（", 1_000_000],
    ["tags that never end", "<a", 300_000],
    ["one endless sentence", "国家防总针对湖南、", 40_000],
    ["one endless list of waters", "长江、", 60_000],
    ["responses without an end", "启动防汛四级应急响应，", 16_000],
    ["figures", "1", 400_000],
  ])(
    "%s: time grows with the length alone",
    (_name, part, times) => {
      const time = (text: string) => {
        const began = performance.now();
        parseBulletin(text, "2024-07-04");
        return performance.now() - began;
      };
      const quarter = part.repeat(times / 4);
      time(quarter);
      // Four times the text: a time that grew with its square would be sixteen times as long.
      expect(time(part.repeat(times))).toBeLessThan(10 * time(quarter) + 300);
      // On a busy machine all of it takes long; only how it grows is judged.
    },
    30_000,
  );
});

describe("the arithmetic of a water fact", () => {
  const draft = (status: string, stage: number) => ({ status, stage });
  const marks = [
    { kind: "WARNING", stage: 32.5 },
    { kind: "GUARANTEE", stage: 34.4 },
  ];
  it.each([
    ["agrees", draft("ABOVE_WARNING", 33.85), 1.35, null],
    [
      "a wrong difference is told with both numbers",
      draft("ABOVE_WARNING", 33.85),
      1.85,
      "exceedance_disagrees",
    ],
    ["below the mark it is said to exceed", draft("ABOVE_GUARANTEE", 33.85), null, "state_disagrees"],
    [
      "a centimetre off, printed to the centimetre",
      draft("ABOVE_WARNING", 33.86),
      1.35,
      "exceedance_disagrees",
    ],
    ["rounded to the decimetre", draft("ABOVE_WARNING", 33.86), 1.4, null],
    ["above the mark it is said to be below", draft("NORMAL", 33.85), null, "state_disagrees"],
    ["no mark known, nothing said", draft("ABOVE_RECORD", 33.85), 1, null],
  ])("%s", (_name, water, stated, wanted) => {
    const said = {
      kind: "WATER",
      sectionId: "x",
      trend: null,
      at: "2024-07-04",
      ...water,
      exceedance: stated,
    };
    const flag = guard(Draft.parse(said), marks);
    expect(flag?.key ?? null).toBe(wanted);
    if (wanted === "exceedance_disagrees")
      expect(flag?.values).toMatchObject({
        difference: (water.stage - 32.5).toFixed(2),
        stated: stated?.toFixed(2),
      });
  });
});

const CORPUS = join(process.cwd(), "..", "shared", "corpus", "dev");
it.runIf(existsSync(CORPUS))("reads the labelled corpus: every response right", () => {
  const key = (r: {
    issuer: string | null;
    hazard: string;
    region: string | null;
    level: string | null;
    action: string;
  }) =>
    [r.issuer, r.hazard, r.region, r.level, r.action]
      .map((value) => String(value ?? "").replace(/[\s省市]/g, ""))
      .join("|");
  for (const file of readdirSync(CORPUS).filter((name) => name.endsWith(".json"))) {
    const wanted = JSON.parse(readFileSync(join(CORPUS, file), "utf8"));
    const text = readFileSync(join(CORPUS, file.replace(".json", ".txt")), "utf8");
    const { responses } = parseBulletin(text, wanted.published);
    expect([file, responses.map(key).sort()]).toEqual([file, wanted.responses.map(key).sort()]);
  }
});
