import type { Step } from "./steps";

/** What the sources of the season do not tell and the drill supposes: every such act says so where it is shown. */
const SUPPOSED = { publisher: "演练想定", title: "演练想定，并非史实", published: "2024-07-05" };
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const iso = (text: string) => `${text}:00+08:00`;

const ACTS: Step[] = [
  {
    at: at("2024-07-05T19:00"),
    what: "三断（想定）华容县 断电、断网",
    command: "outage.record",
    input: {
      province: "430000",
      areaId: "430623",
      cuts: ["POWER", "NETWORK"],
      since: iso("2024-07-05T18:30"),
      note: "演练想定：决口后片区停电，通信中断",
      source: SUPPOSED,
    },
    remember: { name: "outage", from: "outageId" },
  },
  {
    at: at("2024-07-05T20:30"),
    what: "应急通信（想定）无人机通信平台 → 华容县",
    command: "deployment.send",
    input: {
      kindId: "drone_large",
      count: 1,
      from: "应急管理部",
      place: "华容县",
      province: "430000",
      areas: ["430623"],
      mission: "演练想定：恢复断网片区的应急通信",
      state: "SENT",
      at: iso("2024-07-05T20:30"),
      source: SUPPOSED,
    },
    remember: { name: "drone", from: "deploymentId" },
  },
  {
    at: at("2024-07-05T23:30"),
    what: "应急通信（想定）到达华容县",
    command: "deployment.status",
    input: { province: "430000", state: "ARRIVED", at: iso("2024-07-05T23:30"), source: SUPPOSED },
    refers: { field: "deploymentId", name: "drone" },
  },
  {
    at: at("2024-07-06T06:00"),
    what: "巡堤查险（想定）洞庭湖大堤",
    command: "patrol.record",
    input: {
      clientId: "6a0f1f4e-1c53-4a3e-9d0b-5f2b7f6c2a01",
      sectionId: "dongtinghu",
      province: "430000",
      at: iso("2024-07-06T06:00"),
      lengthKm: 14,
      patrolledKm: 14,
      people: 420,
      shifts: 3,
      note: "演练想定：二线堤防全线巡查",
      source: SUPPOSED,
    },
  },
  {
    at: at("2024-07-07T09:00"),
    what: "三断（想定）华容县 恢复",
    command: "outage.restore",
    input: { province: "430000", at: iso("2024-07-07T09:00"), source: SUPPOSED },
    refers: { field: "outageId", name: "outage" },
  },
];

export const scenarioSteps = (from: number, to: number): Step[] =>
  ACTS.filter((act) => act.at >= from && act.at < to);
