import { isoDay, isoTime } from "@/lib/format";
import { clockNow, store } from "@/lib/live/store";
import type { Source } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import { trackOf } from "./levels";
import {
  consultationLikeness,
  dangerLikeness,
  directiveLikeness,
  forecastLikeness,
  type Likeness,
  outageLikeness,
  sendingLikeness,
} from "./likeness";
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
  /** It says all that the proposal says: accepted, the proposal confirms it. */
  same: boolean;
  /** It says nearly that: accepted without being called its correction, the proposal stands beside it. */
  alike: boolean;
  publisher: string;
  title: string;
}

const MOST = 6;
const NEAREST = ["same", "alike", null] as const satisfies readonly Likeness[];
interface Row {
  id: number;
  supersedesId: number | null;
  withdrawn: boolean;
  source: Source;
}
interface Told<R> extends Pick<Candidate, "says"> {
  row: R;
  at: number;
  precision: "DAY" | "MINUTE";
  likeness?: Likeness;
  /** When it was told, where that is before it holds. */
  toldAt?: number;
}

const nearness = ({ likeness = null }: Pick<Told<Row>, "likeness">) => NEAREST.indexOf(likeness);

/**
 * Those that neither were superseded nor withdrawn and are of now or before: what says the same first, then what is
 * alike, then the newest. What the bulletin itself made true is left out, and what it superseded still stands here:
 * before it, it did.
 */
function standing<R extends Row>(rows: readonly R[], own: string, tell: (row: R) => Omit<Told<R>, "row">) {
  const others = rows.filter((row) => row.source.bulletin?.id !== own);
  const gone = new Set(others.map((row) => row.supersedesId));
  const now = clockNow();
  return others
    .filter((row) => !row.withdrawn && !gone.has(row.id))
    .map((row): Told<R> => ({ row, ...tell(row) }))
    .filter(({ at, toldAt = at }) => toldAt <= now)
    .sort((a, b) => nearness(a) - nearness(b) || b.at - a.at || b.row.id - a.row.id)
    .slice(0, MOST)
    .map(
      ({ row, at, precision, says, likeness }): Candidate => ({
        id: row.id,
        at: precision === "DAY" ? isoDay(at) : isoTime(at),
        says,
        same: likeness === "same",
        alike: likeness === "alike",
        publisher: row.source.publisher,
        title: row.source.title,
      }),
    );
}

/** For one draft the earlier facts of the same track, section or kind. */
export function candidatesOf(draft: Draft, own: string, log: EventLog): Candidate[] {
  const { forecasts, consultations, directives, outages, patrols, dangerEvents } = log.domain;
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
          likeness: sendingLikeness(draft, row, at),
        };
      });
    }
    case "OUTAGE":
      return standing(outages, own, (row) => ({
        at: row.since,
        precision: row.sincePrecision,
        says: { words: row.name },
        likeness: outageLikeness(draft, row),
      }));
    case "DANGER":
      return standing(
        patrols.filter((row) => row.dangers.length),
        own,
        (row) => ({
          at: row.at,
          precision: row.precision,
          says: { words: row.dangers.map((danger) => danger.place).join("、") },
          likeness: dangerLikeness(draft, row, dangerEvents),
        }),
      );
    case "FORECAST":
      return standing(forecasts, own, (row) => ({
        at: row.from,
        precision: row.fromPrecision,
        says: { words: `${row.areas.map((area) => area.text).join("、")} ${row.intensity}` },
        likeness: forecastLikeness(draft, row),
        toldAt: Math.min(row.issuedAt, row.from),
      }));
    case "CONSULTATION":
      return standing(consultations, own, (row) => ({
        at: row.at,
        precision: row.precision,
        says: { words: row.ledBy.join("、") },
        likeness: consultationLikeness(draft, row),
      }));
    case "DIRECTIVE":
      return standing(directives, own, (row) => ({
        at: row.at,
        precision: row.precision,
        says: { words: row.text.slice(0, 40) },
        likeness: directiveLikeness(draft, row),
      }));
  }
}

/** For each draft of the bulletin `own` the earlier facts that it may put right; from memory. */
export function candidatesFor(drafts: readonly (Draft | null)[], own: string): Candidate[][] {
  const { log } = store();
  return drafts.map((draft) => (draft && log ? candidatesOf(draft, own, log) : []));
}
