import type { Source } from "@/lib/responses/schema";
import type { EventLog } from "./log";
import { type Client, type Span, source } from "./recorded";

/** Where a row names the fact that it confirms, by the kind of the fact. */
export const CONFIRMED_IN = {
  DEPLOYMENT: "deploymentId",
  OUTAGE: "outageId",
  DANGER: "dangerId",
  FORECAST: "forecastId",
  CONSULTATION: "consultationId",
  DIRECTIVE: "directiveId",
} as const;
export type ConfirmedKind = keyof typeof CONFIRMED_IN;
const KINDS = Object.keys(CONFIRMED_IN) as ConfirmedKind[];

/** A fact on record by its number; a danger by its own, not that of the report it was found on. */
export interface Confirmed {
  kind: ConfirmedKind;
  id: number;
}

/** A further source of a fact on record; `recordedAt` epoch ms. */
export interface Confirmation extends Confirmed {
  recordedAt: number;
  source: Source;
}

/** Confirmations recorded in a span of versions, oldest first. */
export async function newConfirmations(client: Client, version: Span): Promise<Confirmation[]> {
  const rows = await client.confirmation.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap((row) =>
    KINDS.flatMap((kind) => {
      const id = row[CONFIRMED_IN[kind]];
      if (id === null) return [];
      return [{ kind, id: Number(id), recordedAt: row.recordedAt.getTime(), source: source(row.source) }];
    }),
  );
}

const keyOf = ({ kind, id }: Confirmed) => `${kind}:${id}`;

/** Adds what was read to the log's confirmations, which lie under the fact that they confirm. */
export function addConfirmations(log: Map<string, Confirmation[]>, fresh: readonly Confirmation[]): void {
  for (const one of fresh) log.set(keyOf(one), [...(log.get(keyOf(one)) ?? []), one]);
}

/** Gives the records of a kind the further sources of their facts, as known at a record time (epoch ms). */
export const withFurther =
  ({ confirmations }: Pick<EventLog, "confirmations">, known: number) =>
  <R extends { id: string; furtherSources?: Source[] }>(kind: ConfirmedKind, records: readonly R[]): R[] =>
    records.map((record) => {
      const further = (confirmations.get(keyOf({ kind, id: Number(record.id) })) ?? []).filter(
        (one) => one.recordedAt <= known,
      );
      return further.length ? { ...record, furtherSources: further.map((one) => one.source) } : record;
    });
