import type { ConsultationEntry } from "@/lib/consultations/log";
import type { db as Db } from "@/lib/db";
import type { DeploymentEntry } from "@/lib/deployments/log";
import type { DirectiveEntry } from "@/lib/directives/log";
import type { ForecastEntry } from "@/lib/forecasts/log";
import { isoDay } from "@/lib/format";
import type { OutageEntry } from "@/lib/outages/log";
import type { PatrolEntry } from "@/lib/patrols/log";
import type { TrackAction, TrackKey } from "@/lib/responses/schema";
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

/** A published bulletin without its text. Times are epoch milliseconds. */
export interface Publication {
  id: string;
  publisher: string;
  title: string;
  /** The day its publisher printed, YYYY-MM-DD. */
  published: string;
  /** When a chief published it here. */
  approvedAt: number;
  facts: FactEvent[];
}

const numberOf = ({ event }: FactEvent) => event.source.bulletin?.fact ?? 0;

/**
 * Reads the bulletins published with some versions and returns the step that adds them, each with its facts, from the
 * events that came with it. A later correction keeps the source of what it corrects and is none of the bulletin's own.
 */
export async function readPublications(
  client: Client,
  version: Span,
): Promise<(log: EventLog, events: readonly FactEvent[]) => void> {
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
  return (log, events) => {
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
      if (publication?.approvedAt === fact.event.recordedAt) publication.facts.push(fact);
    }
    for (const { bulletinId } of rows)
      log.bulletins
        .get(bulletinId)
        ?.facts.sort((a, b) => numberOf(a) - numberOf(b) || a.event.id - b.event.id);
  };
}
