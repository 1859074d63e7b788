import type { DeploymentEntry } from "@/lib/deployments/log";
import { isoDay, isoTime, parseTime } from "@/lib/format";
import { clockNow, store } from "@/lib/live/store";
import type { Source } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import { trackOf } from "./levels";
import type { Draft } from "./schema";

/** An earlier fact that a proposal may put right: its number in the table of its kind, what it says, and its source. */
export interface Candidate {
  id: number;
  at: string;
  says: {
    action?: string;
    level?: string | null;
    status?: string | null;
    trend?: string | null;
    words?: string;
  };
  /** It says what the proposal says: accepted without being called its correction, the fact would stand twice. */
  same: boolean;
  publisher: string;
  title: string;
}

const MOST = 6;
/** Reports of one sending, days apart. */
const SAME_SENDING_MS = 3 * 86_400_000;
interface Row {
  id: number;
  supersedesId: number | null;
  withdrawn: boolean;
  source: Source;
}
type Told<R> = Pick<Candidate, "says"> & { row: R; at: number; precision: "DAY" | "MINUTE"; same?: boolean };

/**
 * Those that neither were superseded nor withdrawn and are of now or before: what says the same first, then the newest.
 * What the bulletin itself made true is left out, and what it superseded still stands here: before it, it did.
 */
function standing<R extends Row>(rows: readonly R[], own: string, tell: (row: R) => Omit<Told<R>, "row">) {
  const others = rows.filter((row) => row.source.bulletin?.id !== own);
  const gone = new Set(others.map((row) => row.supersedesId));
  const now = clockNow();
  return others
    .filter((row) => !row.withdrawn && !gone.has(row.id))
    .map((row) => ({ row, ...tell(row) }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => Number(b.same ?? false) - Number(a.same ?? false) || b.at - a.at || b.row.id - a.row.id)
    .slice(0, MOST)
    .map(
      ({ row, at, precision, says, same = false }): Candidate => ({
        id: row.id,
        at: precision === "DAY" ? isoDay(at) : isoTime(at),
        says,
        same,
        publisher: row.source.publisher,
        title: row.source.title,
      }),
    );
}

const bare = (text: string) => text.replace(/[\s，。；、：]/g, "");
const meet = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
const timeOf = (text: string | null) => (text ? parseTime(text)?.ms : undefined);

type Sent = Extract<Draft, { kind: "DEPLOYMENT" | "COMMUNICATION" }>;

/** The same kind and number from the same body to the same place, within days. */
function sameSending(draft: Sent, row: DeploymentEntry, at: number): boolean {
  const codes = row.places.flatMap((place) => place.adcode ?? []);
  const bound = [...draft.areas, ...(draft.areas.length ? [] : [draft.province ?? []].flat())];
  const here = bound.length ? meet(bound, codes) : !codes.length;
  const day = timeOf(draft.at);
  return (
    row.from === draft.from &&
    row.count === draft.count &&
    here &&
    day !== undefined &&
    Math.abs(at - day) <= SAME_SENDING_MS
  );
}

/** For one draft the earlier facts of the same track, section or kind. */
function candidatesOf(draft: Draft, own: string, log: EventLog): Candidate[] {
  const { forecasts, consultations, directives, outages, patrols } = log.domain;
  switch (draft.kind) {
    case "RESPONSE": {
      const [province, ...others] = draft.provinces;
      if (!province || others.length) return [];
      return standing(trackOf(draft, province)?.actions ?? [], own, (row) => ({
        at: row.effectiveAt,
        precision: row.precision,
        says: { action: row.kind, level: row.level },
      }));
    }
    case "WATER":
      return standing(log.reports.get(draft.sectionId ?? "") ?? [], own, (row) => ({
        at: row.at,
        precision: row.precision,
        says: {
          status: row.status,
          trend: row.trend,
          words: row.stage === null ? undefined : `${row.stage.toFixed(2)} m`,
        },
      }));
    case "DEPLOYMENT":
    case "COMMUNICATION": {
      const alike = [...log.deployments.values()].filter((row) => row.kindId === draft.kindId);
      return standing(alike, own, (row) => {
        const [first] = row.statuses;
        const at = first?.at ?? row.recordedAt;
        const places = row.places.map((place) => place.name).join("、");
        const count = row.count === null ? "" : ` ${row.count}${row.unit}`;
        return {
          at,
          precision: first?.precision ?? "MINUTE",
          says: { words: `${row.from} → ${places || "—"}${count}` },
          same: sameSending(draft, row, at),
        };
      });
    }
    case "OUTAGE":
      return standing(outages, own, (row) => ({
        at: row.since,
        precision: row.sincePrecision,
        says: { words: row.name },
        same: row.name === draft.name && isoDay(row.since) === draft.since.slice(0, 10),
      }));
    case "DANGER":
      return standing(
        patrols.filter((row) => row.dangers.length),
        own,
        (row) => ({
          at: row.at,
          precision: row.precision,
          says: { words: row.dangers.map((danger) => danger.place).join("、") },
          same:
            isoDay(row.at) === draft.at.slice(0, 10) &&
            row.dangers.some((danger) => danger.place === draft.place),
        }),
      );
    case "FORECAST":
      return standing(forecasts, own, (row) => ({
        at: row.from,
        precision: row.fromPrecision,
        says: { words: `${row.areas.map((area) => area.text).join("、")} ${row.intensity}` },
        same:
          row.from === timeOf(draft.from) &&
          meet(
            draft.areas,
            row.areas.map((area) => area.text),
          ),
      }));
    case "CONSULTATION":
      return standing(consultations, own, (row) => ({
        at: row.at,
        precision: row.precision,
        says: { words: row.ledBy.join("、") },
        same: isoDay(row.at) === draft.at.slice(0, 10) && meet(draft.ledBy, row.ledBy),
      }));
    case "DIRECTIVE":
      return standing(directives, own, (row) => ({
        at: row.at,
        precision: row.precision,
        says: { words: row.text.slice(0, 40) },
        same: isoDay(row.at) === draft.at.slice(0, 10) && bare(row.text) === bare(draft.text),
      }));
  }
}

/** For each draft of the bulletin `own` the earlier facts that it may put right; from memory. */
export function candidatesFor(drafts: readonly (Draft | null)[], own: string): Candidate[][] {
  const { log } = store();
  return drafts.map((draft) => (draft && log ? candidatesOf(draft, own, log) : []));
}
