import type { z } from "zod";
import type { Rows } from "@/prisma/seed-rows";
import { type Step, within, written } from "./steps";

type Section = z.output<typeof Rows.sections>[number];

/** What bulletins and stations said of rivers and lakes, as reports. */
export function waterSteps(
  rows: z.output<typeof Rows.reports>,
  sections: readonly Section[],
  from: number,
  to: number,
): Step[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  return rows
    .filter((row) => within(row.at, from, to))
    .flatMap((row) => {
      const section = byId.get(row.section);
      if (!section) return [];
      const { status, trend, stage } = row;
      return {
        at: row.at.at.getTime(),
        what: `${section.name} ${[status, trend, stage === null ? null : `${stage.toFixed(2)} m`].filter(Boolean).join(" ")}`,
        command: "water.report",
        input: {
          sectionId: row.section,
          provinces: section.provinces,
          status,
          trend,
          stage,
          at: written(row.at),
          source: row.source,
        },
      };
    });
}

/** Teams and assets, each with its places. */
export function deploymentSteps(
  rows: z.output<typeof Rows.deployments>,
  kinds: z.output<typeof Rows.kinds>,
  from: number,
  to: number,
): Step[] {
  const termOf = (code: string) => kinds.find((kind) => kind.code === code)?.term ?? code;
  return rows
    .filter((row) => within(row.at, from, to))
    .map((row) => {
      const codes = row.places.flatMap((place) => place.adcode ?? []);
      const [first] = codes;
      const place = row.places.map(({ name }) => name).join("、");
      return {
        at: row.at.at.getTime(),
        what: `${row.from} ${termOf(row.kind)}${row.count === null ? "" : ` ${row.count}`} → ${place || "全国备勤"}`,
        command: "deployment.send",
        input: {
          kindId: row.kind,
          count: row.count,
          from: row.from,
          place,
          province: first ? `${first.slice(0, 2)}0000` : null,
          areas: codes.filter((code) => !code.endsWith("0000")),
          mission: row.mission,
          state: first ? row.state : "PREPOSITIONED",
          at: written(row.at),
          source: row.source,
        },
      };
    });
}
