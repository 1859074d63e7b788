import type { Context } from "@/lib/command";
import { shownSoon } from "@/lib/live/listen";
import { store } from "@/lib/live/store";
import { CONFIRMED_IN, type Confirmed } from "@/lib/snapshot/confirmations";
import type { EventLog } from "@/lib/snapshot/log";
import { candidatesOf } from "./candidates";
import { dangerMeant } from "./likeness";
import type { Draft } from "./schema";

/**
 * The log as of just before the command at hand; undefined when it cannot be had in time. Commands take versions one by
 * one, so that nothing else is recorded until this one is done.
 */
export async function logBefore({ version }: Pick<Context, "version">): Promise<EventLog | undefined> {
  const behind = () => store().log?.version !== Number(version) - 1;
  if (behind()) await shownSoon();
  return behind() ? undefined : store().log;
}

/** The fact on record that a draft of the bulletin `own` says again; null when it tells of a new one. */
export function confirmedBy(draft: Draft, own: string, log: EventLog): Confirmed | null {
  if (draft.kind === "RESPONSE" || draft.kind === "WATER") return null;
  const [first] = candidatesOf(draft, own, log);
  if (!first?.same) return null;
  if (draft.kind === "COMMUNICATION") return { kind: "DEPLOYMENT", id: first.id };
  if (draft.kind !== "DANGER") return { kind: draft.kind, id: first.id };
  const patrol = log.domain.patrols.find((one) => one.id === first.id);
  const danger = patrol && dangerMeant(draft, patrol);
  return danger ? { kind: "DANGER", id: danger.id } : null;
}

/** Records a source, written already, as a further one of a fact on record. */
export async function recordConfirmation(
  { tx, version, recordedAt }: Context,
  sourceId: string,
  { kind, id }: Confirmed,
): Promise<{ ok: true }> {
  await tx.confirmation.create({ data: { version, recordedAt, sourceId, [CONFIRMED_IN[kind]]: BigInt(id) } });
  return { ok: true };
}
