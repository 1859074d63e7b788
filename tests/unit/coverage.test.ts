import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseBulletin } from "@/lib/bulletins/parse";
import { read } from "@/prisma/seed-rows";

const TITLE = "应急管理部派应急监测队伍协助鄂赣巡堤查险";
const PAGE = "../shared/corpus/dev/000.txt";
const Row = z.looseObject({ source: z.looseObject({ title: z.string() }) });
const ofArticle = (file: string) =>
  z
    .array(Row)
    .parse(read(file))
    .filter((row) => row.source.title === TITLE);

describe("the facts of the article of 4 July 2024 in the season", () => {
  it.each([
    [
      "responses.json",
      ["MAINTAIN III 340000,360000,420000,430000", "MAINTAIN IV 230000,320000"],
      "action level provinces",
    ],
    [
      "deployments.json",
      ["monitoring_team", "drone_platform", "base_station", "air_delivery", "fire_vanguard"],
      "kind",
    ],
    [
      "reports.json",
      ["changjiang-middle-lower", "dongtinghu", "poyanghu", "taihu", "wusulijiang-main"],
      "section",
    ],
    ["forecasts.json", ["2024-07-04 2024-07-06"], "from to"],
    ["consultations.json", ["MEETING", "VIDEO"], "kind"],
    [
      "directives.json",
      ["PATROL", "RESERVOIR", "ORGANISATION", "SUPPLIES", "EVACUATION", "WEAK_LINK", "GEOHAZARD"],
      "category",
    ],
  ])("%s holds %j", (file, expected, fields) => {
    const told = ofArticle(file).map((row) =>
      fields
        .split(" ")
        .map((field) => String(row[field]))
        .join(" "),
    );
    expect(told.sort()).toEqual([...expected].sort());
  });
});

describe.runIf(existsSync(PAGE))("the article itself", () => {
  const text = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const { clean, ...facts } = parseBulletin(text, "2024-07-04");
  const spans = Object.values(facts).flatMap((list) => list.map((fact) => fact.span));
  const start = clean.text.lastIndexOf("记者4日");
  const end = clean.text.indexOf("不畅的问题", start) + 6;
  const sentences = [...clean.text.slice(start, end).matchAll(/[^。]+。/g)].map((match) => ({
    from: start + match.index,
    to: start + match.index + match[0].length,
    words: match[0],
  }));
  it("leaves one sentence without a fact: the rain belt", () => {
    const prose = sentences.filter(
      ({ from, to }) => !spans.some((span) => (span[0] ?? 0) < to && (span[1] ?? 0) > from),
    );
    expect(sentences.length).toBe(10);
    expect(prose.map(({ words }) => words.includes("主雨带"))).toEqual([true]);
  });
});
