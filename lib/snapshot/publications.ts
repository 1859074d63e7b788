import type { ConsultationEntry } from "@/lib/consultations/log";
import type { db as Db } from "@/lib/db";
import type { DeploymentEntry } from "@/lib/deployments/log";
import type { DirectiveEntry } from "@/lib/directives/log";
import type { ForecastEntry } from "@/lib/forecasts/log";
import { isoDay } from "@/lib/format";
import type { OutageEntry } from "@/lib/outages/log";
import type { PatrolEntry } from "@/lib/patrols/log";
import type { Source, TrackAction, TrackKey } from "@/lib/responses/schema";
import type { Confirmation } from "./confirmations";
import type { EventLog, Report } from "./log";
import type { Span } from "./recorded";

type Client = ReturnType<typeof Db>;

/** One event that a bulletin's publication recorded, as it lies in the log. */
export type FactEvent =
  | { kind: "RESPONSE"; key: TrackKey; event: TrackAction }
  | { kind: "WATER"; event: Report }
  | { kind: "DEPLOYMENT"; event: DeploymentEntry }
  | { kind: "OUTAGE"; event: OutageEntry }
  | { kind: "DANGER"; event: PatrolEntry }
  | { kind: "FORECAST"; event: ForecastEntry }
  | { kind: "CONSULTATION"; event: ConsultationEntry }
  | { kind: "DIRECTIVE"; event: DirectiveEntry };

/** A fact of a bulletin: the event on record and the words of this bulletin that state it. */
export type StatedFact = FactEvent & {
  source: Source;
  /** The event was on record by another source, and the bulletin confirms it. */
  confirms: boolean;
};

/** A published bulletin without its text. Times are epoch milliseconds. */
export interface Publication {
  id: string;
  publisher: string;
  title: string;
  /** The day its publisher printed, YYYY-MM-DD. */
  published: string;
  /** When a chief published it here. */
  approvedAt: number;
  facts: StatedFact[];
}

const numberOf = ({ source }: StatedFact) => source.bulletin?.fact ?? 0;

const byId = <E extends { id: number }>(events: readonly E[], id: number) =>
  events.find((event) => event.id === id);

/** The event that a confirmation is of; of the dangers of a patrol only the one that is confirmed. */
function confirmedEvent({ kind, id }: Confirmation, log: EventLog): FactEvent | undefined {
  const { forecasts, consultations, directives, outages, patrols } = log.domain;
  switch (kind) {
    case "DEPLOYMENT": {
      const event = log.deployments.get(id);
      return event && { kind, event };
    }
    case "OUTAGE": {
      const event = byId(outages, id);
      return event && { kind, event };
    }
    case "DANGER": {
      const patrol = patrols.find(({ dangers }) => byId(dangers, id));
      return patrol && { kind, event: { ...patrol, dangers: patrol.dangers.filter((one) => one.id === id) } };
    }
    case "FORECAST": {
      const event = byId(forecasts, id);
      return event && { kind, event };
    }
    case "CONSULTATION": {
      const event = byId(consultations, id);
      return event && { kind, event };
    }
    case "DIRECTIVE": {
      const event = byId(directives, id);
      return event && { kind, event };
    }
  }
}

/**
 * Reads the bulletins published with some versions and returns the step that adds them, each with its facts, from the
 * events that came with it and the earlier ones that it confirms. A later correction keeps the source of what it
 * corrects and is none of the bulletin's own.
 */
export async function readPublications(
  client: Client,
  version: Span,
): Promise<(log: EventLog, events: readonly FactEvent[], confirmations: readonly Confirmation[]) => void> {
  const rows = await client.bulletinPublication.findMany({
    where: { version },
    include: {
      bulletin: {
        select: {
          ...{ publisher: true, title: true, publishedAt: true },
          heads: { orderBy: { id: "asc" } },
        },
      },
    },
    orderBy: { version: "asc" },
  });
  return (log, events, confirmations) => {
    for (const { bulletinId, bulletin, at } of rows) {
      // What an officer put right before publication counts.
      const head = bulletin.heads.at(-1) ?? bulletin;
      log.bulletins.set(bulletinId, {
        id: bulletinId,
        publisher: head.publisher,
        title: head.title,
        published: isoDay(head.publishedAt.getTime()),
        approvedAt: at.getTime(),
        facts: [],
      });
    }
    for (const fact of events) {
      const publication = log.bulletins.get(fact.event.source.bulletin?.id ?? "");
      if (publication?.approvedAt === fact.event.recordedAt)
        publication.facts.push({ ...fact, source: fact.event.source, confirms: false });
    }
    for (const confirmation of confirmations) {
      const { source } = confirmation;
      const event = confirmedEvent(confirmation, log);
      if (event)
        log.bulletins.get(source.bulletin?.id ?? "")?.facts.push({ ...event, source, confirms: true });
    }
    for (const { bulletinId } of rows)
      log.bulletins
        .get(bulletinId)
        ?.facts.sort((a, b) => numberOf(a) - numberOf(b) || a.event.id - b.event.id);
  };
}
