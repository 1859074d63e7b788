import type { Cut } from "@/lib/outages/schema";
import { normaliseLevel } from "@/lib/responses/levels";
import type { ActionKind } from "@/lib/responses/schema";
import type { Reference } from "@/lib/snapshot/log";
import { provinceOf } from "./names";
import type { Draft } from "./schema";

const LEVEL = /[一二三四ⅠⅡⅢⅣ1-4]级|I{1,3}V?级|IV级/;
const ACTS: [RegExp, ActionKind][] = [
  [/终止|解除|结束/, "TERMINATE"],
  [/维持|继续/, "MAINTAIN"],
  [/提升|升级|提高/, "RAISE"],
  [/降|调整/, "LOWER"],
];
const HAZARDS: [RegExp, "FLOOD_TYPHOON" | "TYPHOON" | "DROUGHT"][] = [
  [/防汛防台|防汛防风/, "FLOOD_TYPHOON"],
  [/防台|防风/, "TYPHOON"],
  [/抗旱|干旱/, "DROUGHT"],
];
const CUTS: [RegExp, Cut][] = [
  [/路|交通/, "ROAD"],
  [/电(?!话)/, "POWER"],
  [/网|通[信讯]/, "NETWORK"],
];
const found = <T>(table: readonly [RegExp, T][], words: string) =>
  table.find(([pattern]) => pattern.test(words))?.[1];

/**
 * One draft of each kind for words that the grammar cannot read as a fact: the names it knows are filled in, the rest
 * is left to the officer. `day` (YYYY-MM-DD) is the day of the bulletin.
 */
export function emptyDrafts(words: string, day: string, reference: Reference): Draft[] {
  const named = [...reference.provinces.values()].filter((row) => words.includes(row.name));
  const provinces = named.map((row) => row.adcode);
  const longest = <T extends { name: string }>(rows: Iterable<T>) =>
    [...rows].filter((row) => words.includes(row.name)).sort((a, b) => b.name.length - a.name.length)[0];
  const area = longest(reference.areas.values());
  const issuer = longest(reference.issuers.values());
  const team = [...reference.kinds.values()].find((kind) => words.includes(kind.term))?.code ?? null;
  const sent = {
    kindId: team,
    count: null,
    from: issuer?.name ?? "",
    place: named.map((row) => row.name).join("、"),
    province: provinces[0] ?? null,
    areas: [],
    mission: "",
    at: day,
  };
  return [
    {
      kind: "RESPONSE",
      issuerId: issuer?.id ?? null,
      hazard: found(HAZARDS, words) ?? "FLOOD",
      provinces,
      areaId: null,
      action: found(ACTS, words) ?? "ACTIVATE",
      level: normaliseLevel(LEVEL.exec(words)?.[0] ?? "") ?? null,
      effectiveAt: day,
    },
    {
      kind: "WATER",
      sectionId: longest(reference.sections.values())?.id ?? null,
      status: null,
      trend: null,
      stage: null,
      exceedance: null,
      at: day,
    },
    { kind: "DEPLOYMENT", ...sent, state: "SENT" },
    {
      kind: "OUTAGE",
      name: area?.name ?? "",
      province: provinceOf(area?.adcode) ?? provinces[0] ?? null,
      areaId: area?.adcode ?? null,
      cuts: CUTS.flatMap(([pattern, cut]) => (pattern.test(words) ? [cut] : [])),
      since: day,
      until: null,
      people: null,
    },
    {
      kind: "DANGER",
      sectionId: longest(reference.sections.values())?.id ?? null,
      province: provinces[0] ?? null,
      danger: "OTHER",
      dangerGrade: null,
      place: words.slice(0, 120),
      dangerState: "FOUND",
      at: day,
    },
    {
      kind: "FORECAST",
      from: day,
      to: null,
      areas: named.map((row) => row.name),
      intensity: "",
      grade: null,
    },
    { kind: "COMMUNICATION", ...sent, state: "PREPOSITIONED" },
    {
      kind: "CONSULTATION",
      form: "MEETING",
      at: day,
      ledBy: issuer ? [issuer.name] : [],
      provinces,
      decisions: "",
    },
    {
      kind: "DIRECTIVE",
      category: "ORGANISATION",
      text: words.slice(0, 600),
      issuer: issuer?.name ?? "",
      provinces,
      at: day,
    },
  ];
}
