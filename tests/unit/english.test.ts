import { describe, expect, it } from "vitest";
import { areaInEnglish } from "@/lib/forecasts/english";
import { englishOf } from "@/lib/snapshot/english";

describe("areas of a forecast in English", () => {
  it.each([
    ["四川东部", "eastern Sichuan"],
    ["苏皖北部", "northern Jiangsu and Anhui"],
    ["重庆", "Chongqing"],
    ["广西西北部", "north-western Guangxi"],
    ["陕西南部", "southern Shaanxi"],
    ["江南东部", "eastern Jiangnan (south of the Yangtze)"],
    ["浙江沿海", "coastal Zhejiang"],
    ["湖南大部", "most of Hunan"],
    ["华南", "South China"],
  ])("%s", (text, english) => expect(areaInEnglish(text)).toBe(english));
  it("leaves words alone that have no English name", () => {
    expect(areaInEnglish("火星北部")).toBe("火星北部");
    expect(areaInEnglish("")).toBe("");
  });
});

describe("names of bodies, waters and provinces in English", () => {
  const row = (name: string, nameEn: string, areaId: string | null = null) =>
    [name, { name, nameEn, areaId }] as const;
  const english = englishOf({
    provinces: new Map([row("黑龙江", "Heilongjiang")]),
    issuers: new Map([
      row("国家防总", "State Headquarters"),
      row("水利部", "Ministry of Water Resources"),
      row("桂林市防指", "Guilin Flood Control Headquarters", "450300"),
    ]),
    areas: new Map([["450300", { name: "桂林市" }]]),
    sections: new Map([row("黑龙江", "Heilong River"), row("太湖", "Lake Tai")]),
  });
  it("are found alone, as an office and in a list", () => {
    expect(english("国家防总")).toBe("State Headquarters");
    expect(english("国家防总办公室")).toBe("Office of the State Headquarters");
    expect(english("国家防总、水利部")).toBe("State Headquarters, Ministry of Water Resources");
    expect(english("桂林市")).toBe("Guilin");
    expect(english("太湖")).toBe("Lake Tai");
    expect(english("黑龙江")).toBe("Heilongjiang");
  });
  it("stay as they are when nobody knows them", () => {
    expect(english("某县水务局")).toBe("某县水务局");
    expect(english("某局 派")).toBe("某局 派");
  });
});
