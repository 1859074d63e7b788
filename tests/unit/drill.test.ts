import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ResponseLevel } from "@/lib/responses/levels";
import { illegality } from "@/lib/responses/rules";
import { planOf } from "@/scripts/run/drill/plan";
import { moveTo } from "@/scripts/run/drill/responses";

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const FROM = at("2024-06-30T00:00");
const steps = planOf(FROM, at("2024-07-11T00:00"));
const Act = z.object({
  issuerId: z.string(),
  hazard: z.string(),
  kind: z.enum(["ACTIVATE", "MAINTAIN", "RAISE", "LOWER", "TERMINATE"]),
  level: ResponseLevel.nullable(),
  provinces: z.tuple([z.string()]),
  areaId: z.string().nullable(),
});
const acts = steps
  .filter((step) => step.command === "response.act")
  .map((step) => ({ at: step.at, ...Act.parse(step.input) }));
const trackOf = (act: z.output<typeof Act>) =>
  [act.issuerId, act.hazard, act.provinces[0], act.areaId].join();

describe("the drill's plan", () => {
  it("moves only as the rules allow, in order of time", () => {
    const levels = new Map<string, ResponseLevel | null>();
    for (const act of acts) {
      expect(illegality(levels.get(trackOf(act)) ?? null, act)).toBeNull();
      levels.set(trackOf(act), act.level);
    }
    expect(steps.map((step) => step.at)).toEqual(steps.map((step) => step.at).sort((a, b) => a - b));
    expect(steps[0]?.at).toBe(FROM);
  });
  it("stands at the bulletin's six provinces on the evening of 4 July", () => {
    const levels = new Map<string, string | null>();
    for (const act of acts)
      if (act.at <= at("2024-07-04T20:00") && act.issuerId === "guojia-fangzong" && act.hazard === "FLOOD")
        levels.set(act.provinces[0], act.level);
    expect(Object.fromEntries([...levels].filter(([, level]) => level))).toEqual({
      "340000": "III",
      "360000": "III",
      "420000": "III",
      "430000": "III",
      "230000": "IV",
      "320000": "IV",
    });
  });
  it("holds waters and teams of the days", () => {
    const names = new Set(steps.map((step) => step.command));
    for (const name of [
      "water.report",
      "deployment.send",
      "forecast.record",
      "outage.record",
      "danger.status",
    ])
      expect(names).toContain(name);
  });
  it("says of what no source tells that it is supposed", () => {
    for (const step of steps.filter((one) => /outage/.test(one.command)))
      expect(JSON.stringify(step.input)).toContain("并非史实");
  });
  it("refers only to what came before", () => {
    const known = new Set<string>();
    for (const step of steps) {
      if (step.refers) expect(known).toContain(step.refers.name);
      if (step.remember) known.add(step.remember.name);
    }
    expect(known.size).toBeGreaterThan(2);
  });
});

it.each([
  [null, "IV", "ACTIVATE"],
  ["IV", "IV", "MAINTAIN"],
  ["IV", "II", "RAISE"],
  ["II", "III", "LOWER"],
  ["III", null, "TERMINATE"],
  [null, null, null],
] as const)("from %s to %s is %s", (inForce, wanted, kind) => {
  expect(moveTo(inForce, wanted)).toBe(kind);
});
