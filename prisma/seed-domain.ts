import { z } from "zod";
import { ConsultationKind } from "@/lib/consultations/schema";
import type { Transaction } from "@/lib/db";
import { DirectiveCategory } from "@/lib/directives/categories";
import { provincesOfCodes, resolveArea } from "@/lib/forecasts/areas";
import { gradeOf } from "@/lib/forecasts/grades";
import { DangerGrade, DangerKind, DangerState } from "@/lib/patrols/dangers";
import { Moment, read, Source } from "./seed-rows";

type SourceId = (source: z.infer<typeof Source>) => Promise<string>;
type Mark = { version: bigint; recordedAt: Date };

/** The shapes of the files that hold forecasts, consultations, directives and dangers. */
export const DomainRows = {
  forecasts: z.array(
    z.object({
      issuedAt: Moment,
      from: Moment,
      to: Moment,
      areas: z.array(z.string()),
      intensity: z.string(),
      note: z.string(),
      source: Source,
    }),
  ),
  consultations: z.array(
    z.object({
      kind: ConsultationKind,
      at: Moment,
      ledBy: z.array(z.string()),
      provinces: z.array(z.string()),
      decisions: z.string(),
      source: Source,
    }),
  ),
  directives: z.array(
    z.object({
      category: DirectiveCategory,
      text: z.string(),
      issuer: z.string(),
      at: Moment,
      provinces: z.array(z.string()),
      source: Source,
    }),
  ),
  dangers: z.array(
    z.object({
      section: z.string(),
      province: z.string(),
      place: z.string(),
      lat: z.number(),
      lon: z.number(),
      kind: DangerKind,
      grade: DangerGrade,
      states: z.array(
        z.object({ state: DangerState, at: Moment, note: z.string().optional(), source: Source.optional() }),
      ),
      source: Source,
    }),
  ),
};

/** Loads the season's forecasts, consultations, directives and dangers; returns how many. */
export async function seedDomain(tx: Transaction, mark: Mark, sourceId: SourceId): Promise<number> {
  const forecasts = DomainRows.forecasts.parse(read("forecasts.json"));
  for (const { issuedAt, from, to, areas, source, ...row } of forecasts) {
    const resolved = areas.map(resolveArea);
    await tx.rainForecast.create({
      data: {
        ...mark,
        ...row,
        issuedAt: issuedAt.at,
        fromAt: from.at,
        fromPrecision: from.precision,
        toAt: to.at,
        toPrecision: to.precision,
        grade: gradeOf(row.intensity),
        provinceIds: provincesOfCodes(resolved.flatMap((area) => area.adcodes)),
        sourceId: await sourceId(source),
        areas: { create: resolved },
      },
    });
  }
  const consultations = DomainRows.consultations.parse(read("consultations.json"));
  for (const { at, provinces, source, ...row } of consultations)
    await tx.consultation.create({
      data: {
        ...mark,
        ...row,
        at: at.at,
        precision: at.precision,
        provinceIds: provinces,
        sourceId: await sourceId(source),
      },
    });
  const directives = DomainRows.directives.parse(read("directives.json"));
  for (const { at, provinces, source, ...row } of directives)
    await tx.directive.create({
      data: {
        ...mark,
        ...row,
        at: at.at,
        precision: at.precision,
        provinceIds: provinces,
        sourceId: await sourceId(source),
      },
    });
  const dangers = DomainRows.dangers.parse(read("dangers.json"));
  for (const { section, province, states, source, ...danger } of dangers) {
    const [first] = states;
    if (!first) continue;
    const events = [];
    for (const { state, at, note, source: own } of states)
      events.push({
        ...mark,
        state,
        note: note ?? null,
        at: at.at,
        precision: at.precision,
        sourceId: await sourceId(own ?? source),
      });
    await tx.patrolReport.create({
      data: {
        ...mark,
        clientId: `season-${danger.kind.toLowerCase()}-${first.at.at.toISOString()}`,
        sectionId: section,
        provinceId: province,
        at: first.at.at,
        precision: first.at.precision,
        sourceId: await sourceId(source),
        dangers: {
          create: [
            { ...danger, foundAt: first.at.at, precision: first.at.precision, events: { create: events } },
          ],
        },
      },
    });
  }
  return forecasts.length + consultations.length + directives.length + dangers.length;
}
