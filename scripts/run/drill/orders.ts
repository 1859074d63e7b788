import type { z } from "zod";
import type { DomainRows } from "@/prisma/seed-domain";
import { type Step, within, written } from "./steps";

type Rows<K extends keyof typeof DomainRows> = z.output<(typeof DomainRows)[K]>;

/** What was foretold, discussed and ordered. */
export function orderSteps(
  rows: {
    forecasts: Rows<"forecasts">;
    consultations: Rows<"consultations">;
    directives: Rows<"directives">;
  },
  from: number,
  to: number,
): Step[] {
  const forecasts = rows.forecasts
    .filter((row) => within(row.issuedAt, from, to))
    .map((row) => ({
      at: row.issuedAt.at.getTime(),
      what: `降雨预报 ${row.areas.join("、")} ${row.intensity}`,
      command: "forecast.record",
      input: {
        ...row,
        issuedAt: written(row.issuedAt),
        from: written(row.from),
        to: written(row.to),
      },
    }));
  const consultations = rows.consultations
    .filter((row) => within(row.at, from, to))
    .map((row) => ({
      at: row.at.at.getTime(),
      what: `会商 ${row.ledBy.join("、")}`,
      command: "consultation.record",
      input: { ...row, at: written(row.at) },
    }));
  const directives = rows.directives
    .filter((row) => within(row.at, from, to))
    .map((row) => ({
      at: row.at.at.getTime(),
      what: `部署要求 ${row.text}`,
      command: "directive.record",
      input: { ...row, at: written(row.at) },
    }));
  return [...forecasts, ...consultations, ...directives];
}

/** Dangers found on dikes and what became of them. `remember` names a danger for the acts that follow on it. */
export function dangerSteps(rows: Rows<"dangers">, from: number, to: number): Step[] {
  return rows.flatMap((row, index) => {
    const [found, ...later] = row.states;
    if (!found || !within(found.at, from, to)) return [];
    const name = `danger-${index}`;
    const { section, province, place, lat, lon, kind, grade, source } = row;
    const at = written(found.at);
    return [
      {
        at: found.at.at.getTime(),
        what: `险情 ${place} ${kind}`,
        command: "patrol.record",
        input: {
          clientId: crypto.randomUUID(),
          sectionId: section,
          province,
          at,
          note: found.note,
          dangers: [{ kind, grade, place, lat, lon, foundAt: at, state: found.state }],
          source,
        },
        remember: { name, from: "dangerIds" },
      },
      ...later
        .filter((state) => within(state.at, from, to))
        .map((state) => ({
          at: state.at.at.getTime(),
          what: `险情 ${place} ${kind} → ${state.state}`,
          command: "danger.status",
          input: {
            province,
            state: state.state,
            at: written(state.at),
            note: state.note,
            source: state.source ?? source,
          },
          refers: { field: "dangerId", name },
        })),
    ];
  });
}
