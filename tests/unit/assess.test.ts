import { expect, it } from "vitest";
import { assess } from "@/lib/bulletins/assess";
import { Draft } from "@/lib/bulletins/schema";
import { assessTogether } from "@/lib/bulletins/together";
import { parseTime } from "@/lib/format";
import type { ResponseLevel } from "@/lib/responses/levels";
import { EMPTY_SOURCE, type TrackAction } from "@/lib/responses/schema";

const response = {
  kind: "RESPONSE" as const,
  issuerId: "guojia-fangzong",
  hazard: "FLOOD" as const,
  provinces: ["420000", "430000"],
  areaId: null,
  action: "ACTIVATE" as const,
  level: "III" as const,
  effectiveAt: "2024-07-04",
};

const inForce = (level: ResponseLevel | null) => ({ level, stated: false });

it("judges each province of a response by itself", () => {
  const { changes, problem } = assess(response, (_, province) =>
    inForce(province === "420000" ? "III" : null),
  );
  expect(problem).toBeNull();
  expect(changes).toMatchObject([
    { province: "420000", inForce: "III", action: "MAINTAIN", confirmed: true },
    { province: "430000", inForce: null, action: "ACTIVATE", confirmed: false },
  ]);
  expect(assess(response, () => inForce("IV")).problem).toBe("activated_while_active");
  expect(assess({ ...response, provinces: [] }, () => inForce(null)).problem).toBe("no_province");
  expect(assess({ ...response, level: null }, () => inForce(null)).problem).toBe("no_level");
});

const act = (action: "ACTIVATE" | "RAISE" | "TERMINATE", level: ResponseLevel | null, hour: string) => ({
  ...response,
  provinces: ["450000"],
  action,
  level,
  effectiveAt: `2024-07-04T${hour}:00+08:00`,
});
type Choices = ("ACCEPTED" | "PENDING" | "REJECTED")[];
const recorded = (kind: "ACTIVATE" | "TERMINATE", level: ResponseLevel | null, at: string): TrackAction => ({
  id: 7,
  kind,
  level,
  fromLevel: null,
  effectiveAt: parseTime(at)?.ms ?? 0,
  precision: "MINUTE",
  certainty: "STATED",
  windowAfter: null,
  windowBy: null,
  reason: null,
  recordedAt: 0,
  supersedesId: null,
  withdrawn: false,
  source: EMPTY_SOURCE,
});
const together = (choices: Choices, drafts: Draft[], actions: TrackAction[] = []) =>
  assessTogether(
    drafts.map((draft, i) => ({ draft, choice: choices[i] ?? "PENDING", corrects: null })),
    (_, province) => ({ id: province, actions }),
  ).map(({ problem, changes }) => problem ?? changes.map((one) => `${one.inForce}>${one.action}`).join());

it("judges an act against those that the same bulletin states before it on the same track", () => {
  const steps = [act("RAISE", "II", "15:00"), act("ACTIVATE", "IV", "10:00"), act("RAISE", "III", "12:00")];
  expect(together([], steps)).toEqual(["III>RAISE", "null>ACTIVATE", "IV>RAISE"]);
  // What nobody accepted yet carries nothing that is accepted; what was rejected carries nothing at all.
  expect(together(["ACCEPTED", "PENDING", "ACCEPTED"], steps)).toEqual([
    "raised_without_activation",
    "null>ACTIVATE",
    "raised_without_activation",
  ]);
  expect(together(["PENDING", "REJECTED", "PENDING"], steps)).toEqual([
    "raised_without_activation",
    "null>ACTIVATE",
    "raised_without_activation",
  ]);
  // Said twice is confirmed; another province is another track.
  expect(together([], [act("ACTIVATE", "IV", "10:00"), act("ACTIVATE", "IV", "10:00")])).toEqual([
    "null>ACTIVATE",
    "IV>MAINTAIN",
  ]);
  const other = { ...act("RAISE", "III", "12:00"), provinces: ["460000"] };
  expect(together([], [act("ACTIVATE", "IV", "10:00"), other])[1]).toBe("raised_without_activation");
  // What is on record lies between them by its hour.
  expect(
    together(
      [],
      [act("ACTIVATE", "IV", "10:00"), act("RAISE", "III", "12:00")],
      [recorded("TERMINATE", null, "2024-07-04T11:00+08:00")],
    ),
  ).toEqual(["null>ACTIVATE", "raised_without_activation"]);
});

const sent = {
  kindId: "base_station",
  count: null,
  from: "应急管理部",
  place: "重点省份",
  province: null,
  areas: [],
  mission: "应急通信保障",
  at: "2024-07-04",
};
const cutOff = {
  ...{ kind: "OUTAGE", name: "团风县", province: "420000", areaId: "421121", cuts: "ROAD,NETWORK" },
  ...{ since: "2024-07-04", until: "", people: "" },
};
const danger = {
  ...{ kind: "DANGER", sectionId: "dongtinghu", province: "430000", place: "团洲垸一线堤防" },
  ...{ danger: "PIPING", dangerGrade: "MAJOR", dangerState: "FOUND", at: "2024-07-04" },
};
it.each([
  [
    "an asset that stands ready for the nation",
    { kind: "COMMUNICATION", ...sent, state: "PREPOSITIONED" },
    null,
  ],
  ["a team sent nowhere", { kind: "DEPLOYMENT", ...sent, state: "SENT" }, "unknown_place"],
  [
    "an asset of no kind",
    { kind: "COMMUNICATION", ...sent, kindId: null, state: "PREPOSITIONED" },
    "unknown_kind",
  ],
  [
    "a water that says nothing",
    { kind: "WATER", sectionId: "taihu", status: "", trend: "", stage: "", at: "2024-07-04" },
    "says_nothing",
  ],
  [
    "a forecast without a period",
    { kind: "FORECAST", from: "", to: null, areas: "重庆", intensity: "暴雨", grade: "" },
    "no_period",
  ],
  [
    "a meeting that nobody led",
    { kind: "CONSULTATION", form: "MEETING", at: "2024-07-04", ledBy: "", provinces: "", decisions: "" },
    "no_leader",
  ],
  ["a place cut off that is a whole province", { ...cutOff, areaId: "" }, "unknown_area"],
  ["a place from which nothing is cut", { ...cutOff, cuts: "" }, "nothing_cut"],
  ["a place cut off", cutOff, null],
  ["a danger on no dike known", { ...danger, sectionId: "" }, "unknown_section"],
  ["a danger of no grade", { ...danger, dangerGrade: "" }, "no_danger_grade"],
  ["a danger", danger, null],
])("says what stands against %s", (_what, draft, problem) => {
  expect(assess(Draft.parse(draft), () => inForce(null)).problem).toBe(problem);
});

it("doubts a forecast whose area is nowhere", () => {
  const forecast = {
    kind: "FORECAST",
    from: "2024-07-04",
    to: "",
    areas: "重庆、云深不知处",
    intensity: "暴雨",
    grade: "",
  };
  expect(assess(Draft.parse(forecast), () => inForce(null))).toMatchObject({
    problem: null,
    doubt: "area_not_placed",
  });
});
