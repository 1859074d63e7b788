import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { provincesOfCodes, resolveArea } from "@/lib/forecasts/areas";
import { GRADES, gradeOf, gradeOfRain, gradesIn, RainGrade } from "@/lib/forecasts/grades";
import { ForecastInput } from "@/lib/forecasts/schema";
import { ZONES } from "@/lib/forecasts/zones";
import { PROVINCES } from "@/lib/provinces/list";
import areas from "@/prisma/data/areas.json";

const names = (words: string) =>
  resolveArea(words).adcodes.map((code) => areas.find((row) => row.adcode === code)?.short ?? code);
const KNOWN = new Set([...areas.map((row) => row.adcode), ...PROVINCES.map((row) => row.adcode)]);

describe("an area of a forecast", () => {
  it("is the province itself when the whole is meant", () => {
    expect(resolveArea("重庆")).toMatchObject({
      adcodes: ["500000"],
      approximate: false,
      rule: null,
      part: null,
    });
    expect(resolveArea("河南省")).toMatchObject({ adcodes: ["410000"], approximate: false });
  });
  it("is the prefectures on that side of the middle when a part is meant", () => {
    expect(names("四川东部")).toEqual(expect.arrayContaining(["达州", "广安", "南充", "巴中"]));
    expect(names("四川东部")).not.toContain("甘孜");
    expect(names("苏皖北部")).toEqual(expect.arrayContaining(["徐州", "连云港", "淮北", "亳州"]));
    expect(names("苏皖北部")).not.toContain("苏州");
    expect(names("湖北西部")).toEqual(expect.arrayContaining(["十堰", "恩施"]));
    expect(resolveArea("四川东部")).toMatchObject({ part: "东部", approximate: true, rule: "part" });
  });
  it("is the stated list when a weather region or its part is meant", () => {
    expect(names("江淮东部")).toEqual(expect.arrayContaining(["盐城", "南通"]));
    expect(names("江淮东部")).not.toContain("六安");
    expect(names("华南南部")).toContain("海口");
    expect(names("华南南部")).not.toContain("桂林");
    expect(provincesOfCodes(resolveArea("黄淮等地").adcodes)).toEqual([
      "320000",
      "340000",
      "370000",
      "410000",
    ]);
  });
  it("reads a whole name before letters", () => {
    expect(resolveArea("陕西南部")).toMatchObject({ part: "南部" });
    expect(names("陕西南部")).toContain("安康");
    expect(resolveArea("鄂西").adcodes).toEqual(resolveArea("湖北西部").adcodes);
  });
  it("keeps words that it cannot place, with no code", () => {
    expect(resolveArea("某海域")).toMatchObject({ adcodes: [], approximate: true, rule: "unknown" });
  });
  it("never names a place outside the provinces of its words, nor a code that does not exist", () => {
    const parts = ["东部", "西部", "南部", "北部", "中部", "东南部", "西北部", "中北部", "大部", "沿海"];
    fc.assert(
      fc.property(fc.constantFrom(...PROVINCES), fc.constantFrom(...parts), ({ name, adcode }, part) => {
        const { adcodes } = resolveArea(`${name}${part}`);
        return adcodes.every((code) => code.slice(0, 2) === adcode.slice(0, 2) && KNOWN.has(code));
      }),
    );
    for (const zone of Object.keys(ZONES))
      expect(resolveArea(zone).adcodes.every((code) => KNOWN.has(code))).toBe(true);
  });
  it("reads any text without failing", () => {
    fc.assert(fc.property(fc.string(), (words) => Array.isArray(resolveArea(words).adcodes)));
  });
});

describe("grades of rain, GB/T 28592", () => {
  it("are read from the words, also when one word carries two", () => {
    expect(gradesIn("大雨/暴雨/大暴雨")).toEqual(["HEAVY", "STORM", "HEAVY_STORM"]);
    expect(gradesIn("中到大雨")).toEqual(["MODERATE", "HEAVY"]);
    expect(gradesIn("大到暴雨")).toEqual(["HEAVY", "STORM"]);
    expect(gradeOf("大雨或暴雨，部分地区大暴雨")).toBe("HEAVY_STORM");
    expect(gradeOf("特大暴雨")).toBe("EXTREME_STORM");
    expect(gradeOf("强降雨")).toBeNull();
  });
  it("follow the millimetres without gap or overlap", () => {
    expect([0, 0.1, 9.9, 10, 25, 49.9, 50, 99.9, 100, 249.9, 250].map(gradeOfRain)).toEqual([
      null,
      "LIGHT",
      "LIGHT",
      "MODERATE",
      "HEAVY",
      "HEAVY",
      "STORM",
      "STORM",
      "HEAVY_STORM",
      "HEAVY_STORM",
      "EXTREME_STORM",
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 2000, noNaN: true }), (mm) => {
        const holding = RainGrade.options.filter(
          (grade) => mm >= GRADES[grade].from && mm < (GRADES[grade].below ?? Number.POSITIVE_INFINITY),
        );
        return holding.length === 1 && holding[0] === gradeOfRain(mm);
      }),
    );
  });
});

describe("the input of a forecast", () => {
  const source = { publisher: "p", title: "t" };
  it("takes areas as a list or as one text, and tells the provinces", () => {
    const input = ForecastInput.parse({
      from: "2024-07-04",
      to: "2024-07-06",
      areas: "四川东部、重庆",
      intensity: "大到暴雨",
      source,
    });
    expect(input).toMatchObject({ grade: "STORM", provinces: ["500000", "510000"] });
    expect(input.areas.map((area) => area.text)).toEqual(["四川东部", "重庆"]);
  });
  it("keeps the codes that an officer chose", () => {
    const input = ForecastInput.parse({
      from: "2024-07-04",
      areas: [{ text: "皖北", adcodes: ["341600"] }],
      intensity: "暴雨",
      source,
    });
    expect(input).toMatchObject({
      to: null,
      areas: [{ adcodes: ["341600"], rule: "chosen", approximate: true }],
    });
  });
  it("refuses an end before the start, no area and no words", () => {
    const fails = (more: object) =>
      ForecastInput.safeParse({
        from: "2024-07-04",
        to: "2024-07-06",
        areas: ["重庆"],
        intensity: "大雨",
        source,
        ...more,
      }).error?.issues[0]?.message;
    expect(fails({ to: "2024-07-03" })).toBe("end_before_start");
    expect(fails({ areas: [] })).toBe("field_required");
    expect(fails({ intensity: " " })).toBe("field_required");
    expect(fails({})).toBeUndefined();
  });
});
