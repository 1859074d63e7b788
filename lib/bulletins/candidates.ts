import { db } from "@/lib/db";
import type { DeploymentEntry } from "@/lib/deployments/log";
import { isoDay, isoTime } from "@/lib/format";
import { clockNow, store } from "@/lib/live/store";
import type { Source } from "@/lib/responses/schema";
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
  publisher: string;
  title: string;
}

const MOST = 6;
interface Row {
  id: number;
  supersedesId: number | null;
  withdrawn: boolean;
}

/** Those that neither were superseded nor withdrawn and are of now or before, the newest first; `at` in epoch ms. */
function standing<T extends Row>(rows: readonly T[], at: (row: T) => number): T[] {
  const gone = new Set(rows.map((row) => row.supersedesId));
  const now = clockNow();
  return rows
    .filter((row) => !row.withdrawn && !gone.has(row.id) && at(row) <= now)
    .sort((a, b) => at(b) - at(a) || b.id - a.id)
    .slice(0, MOST);
}

const when = (ms: number, precision: "DAY" | "MINUTE") => (precision === "DAY" ? isoDay(ms) : isoTime(ms));
const from = ({ publisher, title }: Pick<Source, "publisher" | "title">) => ({ publisher, title });

function inMemory(draft: Draft): Candidate[] {
  const { log } = store();
  if (!log) return [];
  if (draft.kind === "RESPONSE") {
    const [province, ...others] = draft.provinces;
    if (!province || others.length) return [];
    return standing(trackOf(draft, province)?.actions ?? [], (row) => row.effectiveAt).map((row) => ({
      id: row.id,
      at: when(row.effectiveAt, row.precision),
      says: { action: row.kind, level: row.level },
      ...from(row.source),
    }));
  }
  if (draft.kind === "WATER")
    return standing(log.reports.get(draft.sectionId ?? "") ?? [], (row) => row.at).map((row) => ({
      id: row.id,
      at: when(row.at, row.precision),
      says: {
        status: row.status,
        trend: row.trend,
        words: row.stage === null ? undefined : `${row.stage.toFixed(2)} m`,
      },
      ...from(row.source),
    }));
  if (draft.kind === "OUTAGE")
    return standing(log.domain.outages, (row) => row.since).map((row) => ({
      id: row.id,
      at: when(row.since, row.sincePrecision),
      says: { words: row.name },
      ...from(row.source),
    }));
  if (draft.kind === "DANGER")
    return standing(
      log.domain.patrols.filter((row) => row.dangers.length),
      (row) => row.at,
    ).map((row) => ({
      id: row.id,
      at: when(row.at, row.precision),
      says: { words: row.dangers.map((danger) => danger.place).join("、") },
      ...from(row.source),
    }));
  if (draft.kind !== "DEPLOYMENT" && draft.kind !== "COMMUNICATION") return [];
  const sentAt = (row: DeploymentEntry) => row.statuses[0]?.at ?? row.recordedAt;
  const same = [...log.deployments.values()].filter((row) => row.kindId === draft.kindId);
  return standing(same, sentAt).map((row) => ({
    id: row.id,
    at: isoTime(sentAt(row)),
    says: { words: `${row.from} → ${row.places.map((place) => place.name).join("、") || "—"}` },
    ...from(row.source),
  }));
}

const QUERY = {
  where: { withdrawn: false, supersededBy: null },
  include: { source: true },
  orderBy: { id: "desc" },
  take: MOST,
} as const;

/** Earlier forecasts, consultations and directives, asked for only where a bulletin proposes one. */
async function ordered(kinds: ReadonlySet<string>): Promise<Record<string, Candidate[]>> {
  const head = (row: { id: bigint; source: Pick<Source, "publisher" | "title"> }) => ({
    id: Number(row.id),
    ...from(row.source),
  });
  const [forecasts, consultations, directives] = await Promise.all([
    kinds.has("FORECAST")
      ? db().rainForecast.findMany({ ...QUERY, include: { source: true, areas: true } })
      : [],
    kinds.has("CONSULTATION") ? db().consultation.findMany(QUERY) : [],
    kinds.has("DIRECTIVE") ? db().directive.findMany(QUERY) : [],
  ]);
  return {
    FORECAST: forecasts.map((row) => ({
      ...head(row),
      at: when(row.fromAt.getTime(), row.fromPrecision),
      says: { words: `${row.areas.map((area) => area.text).join("、")} ${row.intensity}` },
    })),
    CONSULTATION: consultations.map((row) => ({
      ...head(row),
      at: when(row.at.getTime(), row.precision),
      says: { words: row.ledBy.join("、") },
    })),
    DIRECTIVE: directives.map((row) => ({
      ...head(row),
      at: when(row.at.getTime(), row.precision),
      says: { words: row.text.slice(0, 40) },
    })),
  };
}

/** For each draft the earlier facts of the same track, section or kind. */
export async function candidatesFor(drafts: readonly (Draft | null)[]): Promise<Candidate[][]> {
  const asked = await ordered(new Set(drafts.flatMap((draft) => draft?.kind ?? [])));
  return drafts.map((draft) => (draft ? (asked[draft.kind] ?? inMemory(draft)) : []));
}
