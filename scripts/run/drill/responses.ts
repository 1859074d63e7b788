import type { z } from "zod";
import { isGraver, LEVELS, type ResponseLevel } from "@/lib/responses/levels";
import type { Rows } from "@/prisma/seed-rows";
import { type Moment, type Step, within, written } from "./steps";

type Row = z.output<typeof Rows.responses>[number];
/** What a person calls an issuer or a province. */
export type Names = (code: string) => string;
interface Order {
  row: Row;
  province: string;
  track: string;
}

const ACTS = { ACTIVATE: "启动", MAINTAIN: "维持", RAISE: "提升至", LOWER: "降低至", TERMINATE: "终止" };

/** The rows as one order a province, in the order they took effect. */
function ordersOf(rows: readonly Row[]): Order[] {
  return rows
    .flatMap((row) =>
      row.provinces.map((province) => ({
        row,
        province,
        track: [row.issuer, row.hazard, province, row.area ?? ""].join("|"),
      })),
    )
    .sort((a, b) => a.row.effectiveAt.at.getTime() - b.row.effectiveAt.at.getTime());
}

/** The move that leads from the level in force to what the source says is in force afterwards; null when nothing changes. */
export function moveTo(
  inForce: ResponseLevel | null,
  wanted: ResponseLevel | null,
): "ACTIVATE" | "MAINTAIN" | "RAISE" | "LOWER" | "TERMINATE" | null {
  if (wanted === null) return inForce === null ? null : "TERMINATE";
  if (inForce === null) return "ACTIVATE";
  if (inForce === wanted) return "MAINTAIN";
  return isGraver(wanted, inForce) ? "RAISE" : "LOWER";
}

const inferred = (row: Row) =>
  row.certainty === "INFERRED" ? { ...row.source, title: `${row.source.title}（推定）` } : row.source;

function stepFor(
  names: Names,
  order: Order,
  inForce: ResponseLevel | null,
  at: number,
  effectiveAt: Moment,
): Step | undefined {
  const { row, province } = order;
  const level = row.action === "TERMINATE" ? null : row.level;
  const kind = moveTo(inForce, level);
  if (!kind) return undefined;
  return {
    at,
    what: `${names(row.issuer)} ${ACTS[kind]}${level ? LEVELS[level].term : ""} ${names(province)}`,
    command: "response.act",
    input: {
      issuerId: row.issuer,
      hazard: row.hazard,
      kind,
      level,
      provinces: [province],
      areaId: row.area ?? null,
      effectiveAt: written(effectiveAt),
      source: inferred(row),
    },
  };
}

/** The level that a track's first row within the window presupposes: what it confirms, or what it moved from. */
function presupposed(row: Row): ResponseLevel | null {
  if (row.action === "MAINTAIN") return row.level;
  return row.action === "ACTIVATE" ? null : (row.fromLevel ?? null);
}

/**
 * The season's response actions between two times, as commands that are legal one after another. What was in force
 * before the window is activated at its start, with the time it took effect; a move that does not fit what is in
 * force is played as the move that leads to the level the source states.
 */
export function responseSteps(rows: readonly Row[], names: Names, from: number, to: number): Step[] {
  const levels = new Map<string, ResponseLevel | null>();
  const opening = new Map<string, { order: Order; level: ResponseLevel; since: Moment }>();
  const steps: Step[] = [];
  for (const order of ordersOf(rows)) {
    const { row, track } = order;
    if (row.effectiveAt.at.getTime() >= to) break;
    const before = levels.get(track) ?? null;
    const wanted = row.action === "TERMINATE" ? null : row.level;
    if (!within(row.effectiveAt, from, to)) {
      levels.set(track, wanted);
      const since = before === wanted ? opening.get(track)?.since : undefined;
      if (wanted) opening.set(track, { order, level: wanted, since: since ?? row.effectiveAt });
      else opening.delete(track);
      continue;
    }
    const implied = levels.has(track) ? null : presupposed(row);
    if (implied) {
      levels.set(track, implied);
      const start: Moment = { at: new Date(from), precision: "DAY" };
      opening.set(track, { order, level: implied, since: start });
    }
    const step = stepFor(
      names,
      order,
      levels.get(track) ?? null,
      row.effectiveAt.at.getTime(),
      row.effectiveAt,
    );
    if (step) steps.push(step);
    levels.set(track, wanted);
  }
  const openingSteps = [...opening.values()].flatMap(({ order, level, since }) => {
    const row: Row = { ...order.row, action: "ACTIVATE", level };
    return stepFor(names, { ...order, row }, null, from, since) ?? [];
  });
  return [...openingSteps, ...steps];
}
