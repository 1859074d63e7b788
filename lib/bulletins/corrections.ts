import { isoTime } from "@/lib/format";
import type { EventLog } from "@/lib/snapshot/log";
import type { FactEvent } from "@/lib/snapshot/publications";
import { allEvents } from "./facts";

/** What became of a published fact: it stands, a right one took its place, or it was taken back. */
export interface Standing {
  standing: "standing" | "superseded" | "withdrawn";
  /** When and why, as recorded; null while it stands. */
  correction: { at: string; reason: string | null; bulletin: { id: string; fact: number } | null } | null;
}

const keyOf = (kind: string, id: number) => `${kind}:${id}`;
const made = new WeakMap<EventLog, { version: number; by: Map<string, FactEvent> }>();

/** The event that corrected each corrected one; made once per version of the log. */
function corrections(log: EventLog): Map<string, FactEvent> {
  const known = made.get(log);
  if (known?.version === log.version) return known.by;
  const by = new Map<string, FactEvent>();
  for (const fact of allEvents(log))
    if (fact.event.supersedesId !== null) by.set(keyOf(fact.kind, fact.event.supersedesId), fact);
  made.set(log, { version: log.version, by });
  return by;
}

/**
 * What became of a published fact: it stands, a later one took its place, or it was withdrawn, with the
 * reason.
 */
export function standingOf(fact: FactEvent, log: EventLog): Standing {
  const by = corrections(log).get(keyOf(fact.kind, fact.event.id));
  if (!by) return { standing: "standing", correction: null };
  const [own, other] = [fact.event.source.bulletin, by.event.source.bulletin];
  return {
    standing: by.event.withdrawn ? "withdrawn" : "superseded",
    correction: {
      at: isoTime(by.event.recordedAt),
      reason: "reason" in by.event ? by.event.reason : null,
      bulletin: other && other.id !== own?.id ? { id: other.id, fact: other.fact } : null,
    },
  };
}
