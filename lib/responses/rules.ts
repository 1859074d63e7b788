import { isGraver, type ResponseLevel } from "./levels";
import type { ActionKind, TrackAction } from "./schema";

/** The step of a track after one action: what is in force from `from` on. Times are epoch milliseconds. */
export interface TrackStep {
  action: TrackAction;
  level: ResponseLevel | null;
  /** The action that brought the level in force; null when only confirmations of it are known. */
  since: TrackAction | null;
  /** Why the action is not a legal move from what was in force before; null when it is. */
  contradiction: Contradiction | null;
}

export type Contradiction =
  | "activated_while_active"
  | "maintained_without_activation"
  | "maintained_at_other_level"
  | "raised_without_activation"
  | "raised_not_graver"
  | "lowered_without_activation"
  | "lowered_not_milder"
  | "terminated_while_inactive"
  | "from_other_level";

/**
 * Whether a move is legal from the level in force (null: none). ACTIVATE only from none; MAINTAIN only at the
 * level in force; RAISE to a graver one; LOWER to a milder one; TERMINATE only when active.
 * Source: national flood-control plan as restated in docs/design.md §2.
 */
export function illegality(
  inForce: ResponseLevel | null,
  move: { kind: ActionKind; level: ResponseLevel | null; fromLevel?: ResponseLevel | null },
): Contradiction | null {
  const { kind, level, fromLevel } = move;
  if (kind === "ACTIVATE") return inForce === null ? null : "activated_while_active";
  if (kind === "TERMINATE") return inForce === null ? "terminated_while_inactive" : null;
  if (inForce === null || level === null) {
    if (kind === "MAINTAIN") return "maintained_without_activation";
    return kind === "RAISE" ? "raised_without_activation" : "lowered_without_activation";
  }
  if (kind === "MAINTAIN") return level === inForce ? null : "maintained_at_other_level";
  if (kind === "RAISE" && !isGraver(level, inForce)) return "raised_not_graver";
  if (kind === "LOWER" && !isGraver(inForce, level)) return "lowered_not_milder";
  return fromLevel && fromLevel !== inForce ? "from_other_level" : null;
}

/** The moves that are legal from the level in force, each with the levels it may lead to. */
export function legalMoves(inForce: ResponseLevel | null): { kind: ActionKind; levels: ResponseLevel[] }[] {
  const all: ResponseLevel[] = ["I", "II", "III", "IV"];
  if (inForce === null) return [{ kind: "ACTIVATE", levels: all }];
  const graver = all.filter((level) => isGraver(level, inForce));
  const milder = all.filter((level) => isGraver(inForce, level));
  return [
    { kind: "MAINTAIN" as const, levels: [inForce] },
    { kind: "RAISE" as const, levels: graver },
    { kind: "LOWER" as const, levels: milder },
    { kind: "TERMINATE" as const, levels: [] },
  ].filter((move) => move.kind === "TERMINATE" || move.levels.length > 0);
}

/** The actions that count as known at `knownAt`: not superseded by then, not withdrawn, in order of effect. */
export function knownActions(actions: readonly TrackAction[], knownAt: number): TrackAction[] {
  const known = actions.filter((action) => action.recordedAt <= knownAt);
  const superseded = new Set(known.map((action) => action.supersedesId));
  return known
    .filter((action) => !action.withdrawn && !superseded.has(action.id))
    .sort((a, b) => a.effectiveAt - b.effectiveAt || a.id - b.id);
}

/**
 * Folds actions, already known and in order, into steps. The fold never refuses: what a source states is shown,
 * and an action that is no legal move carries its contradiction.
 */
export function foldTrack(known: readonly TrackAction[]): TrackStep[] {
  const steps: TrackStep[] = [];
  let level: ResponseLevel | null = null;
  let since: TrackAction | null = null;
  for (const action of known) {
    const contradiction = illegality(level, action);
    const next = action.kind === "TERMINATE" ? null : action.level;
    if (next !== level) since = action.kind === "MAINTAIN" ? null : action;
    level = next;
    steps.push({ action, level, since, contradiction });
  }
  return steps;
}

/** The step in force at a time, found by halving; undefined before the first action. */
export function stepAt(steps: readonly TrackStep[], at: number): TrackStep | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle];
    if (step && step.action.effectiveAt <= at) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}

/** The level of a track at a world time, as known at a record time; null when none is in force. */
export function levelInForce(
  actions: readonly TrackAction[],
  at: number,
  knownAt: number,
): ResponseLevel | null {
  return stepAt(foldTrack(knownActions(actions, knownAt)), at)?.level ?? null;
}

/** Whether a level has gone unconfirmed for longer than the set time: shown 待核, neither lapsed nor renewed. */
export const isStale = (confirmedAt: number, at: number, staleAfterHours: number) =>
  at - confirmedAt > staleAfterHours * 3_600_000;
