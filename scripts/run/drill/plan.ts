import { DomainRows } from "@/prisma/seed-domain";
import { Rows, read } from "@/prisma/seed-rows";
import { deploymentSteps, waterSteps } from "./facts";
import { dangerSteps, orderSteps } from "./orders";
import { responseSteps } from "./responses";
import { scenarioSteps } from "./scenario";
import type { Step } from "./steps";

/** The season of 2024 between two times (epoch ms) as commands in the order in which they became true. */
export function planOf(from: number, to: number): Step[] {
  const sections = Rows.sections.parse(read("sections.json"));
  const kinds = Rows.kinds.parse(read("deployment-kinds.json"));
  const names = new Map([
    ...Rows.issuers.parse(read("issuers.json")).map((row) => [row.id, row.name] as const),
    ...Rows.provinces.parse(read("provinces.json")).map((row) => [row.adcode, row.name] as const),
  ]);
  const nameOf = (code: string) => names.get(code) ?? code;
  return [
    ...responseSteps(Rows.responses.parse(read("responses.json")), nameOf, from, to),
    ...waterSteps(Rows.reports.parse(read("reports.json")), sections, from, to),
    ...deploymentSteps(Rows.deployments.parse(read("deployments.json")), kinds, from, to),
    ...orderSteps(
      {
        forecasts: DomainRows.forecasts.parse(read("forecasts.json")),
        consultations: DomainRows.consultations.parse(read("consultations.json")),
        directives: DomainRows.directives.parse(read("directives.json")),
      },
      from,
      to,
    ),
    ...dangerSteps(DomainRows.dangers.parse(read("dangers.json")), from, to),
    ...scenarioSteps(from, to),
  ].sort((a, b) => a.at - b.at);
}
