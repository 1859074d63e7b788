import { z } from "zod";
import { may } from "@/lib/auth/roles";
import { command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { RequestId } from "@/lib/fields";
import type { Prisma } from "@/prisma/generated/client";
import { Choice, CorrectsFact, Draft } from "./schema";
import { counting, openBulletin } from "./state";

const Decision = z.object({
  proposalId: z.coerce.bigint().positive(),
  choice: Choice,
  edited: Draft.nullish(),
  /** The earlier fact that this one replaces. */
  corrects: CorrectsFact.nullish(),
  /** The last decision that the officer saw: its number, or null when there was none. Left out: whatever it is. */
  seen: z.coerce.bigint().nullish(),
});

export const DecideInput = z.object({
  requestId: RequestId,
  bulletinId: z.uuid(),
  decisions: z.array(Decision).min(1).max(2000),
});

const json = (value: unknown) =>
  value === null || value === undefined ? undefined : (value as Prisma.InputJsonValue);

/**
 * Records what an officer decided of proposals; every decision stays on record, the last one counts. Where a colleague
 * decided since the officer looked, nothing is overwritten: that one is left out, and alone it is refused.
 */
export const decideProposals = command({
  name: "bulletin.decide",
  may: "event:write",
  input: DecideInput,
  async run({ tx, viewer, recordedAt }, input) {
    const open = await openBulletin(tx, input.bulletinId);
    if (!open.ok) return open;
    const known = new Map(counting(open.bulletin).map((one) => [one.id, one]));
    const taken: z.output<typeof Decision>[] = [];
    let overtaken: { name: string; choice: Choice } | undefined;
    for (const decision of input.decisions) {
      const proposal = known.get(decision.proposalId);
      if (!proposal || (decision.edited && decision.edited.kind !== proposal.kind))
        return refuse("not_found");
      if (decision.corrects && !may(viewer, "event:correct")) return refuse("forbidden");
      const last = proposal.decisions.at(-1);
      const unseen = decision.seen !== undefined && decision.seen !== (last?.id ?? null);
      // Who decides twice in a row knows of the first.
      if (unseen && last?.userName !== viewer.user?.username)
        overtaken = { name: last?.userName ?? "—", choice: last?.choice ?? "PENDING" };
      else taken.push(decision);
    }
    if (!taken.length) return refuse("decision_overtaken", overtaken);
    await tx.proposalDecision.createMany({
      data: taken.map(({ proposalId, choice, edited, corrects }) => ({
        proposalId,
        choice,
        edited: json(edited),
        corrects: json(corrects),
        userName: viewer.user?.username ?? "—",
        at: recordedAt,
      })),
    });
    return {
      ok: true as const,
      value: { decided: taken.length, overtaken: input.decisions.length - taken.length },
    };
  },
});

const AddInput = z
  .object({
    requestId: RequestId,
    bulletinId: z.uuid(),
    start: z.number().int().min(0),
    end: z.number().int().positive(),
    draft: Draft,
  })
  .refine((input) => input.start < input.end && input.end - input.start <= 5000, {
    path: ["start"],
    error: "field_required",
  });

/** Adds a fact that the parser missed, with the words an officer selected; it counts as accepted by that officer. */
export const addFact = command({
  name: "bulletin.add",
  may: "event:write",
  input: AddInput,
  async run({ tx, viewer, recordedAt }, { bulletinId, start, end, draft }) {
    const open = await openBulletin(tx, bulletinId);
    if (!open.ok) return open;
    const row = await tx.bulletin.findUniqueOrThrow({ where: { id: bulletinId }, select: { text: true } });
    if (end > row.text.length) return refuse("bulletin_part");
    const userName = viewer.user?.username ?? "—";
    const { id } = await tx.proposal.create({
      data: {
        bulletinId,
        readingId: open.bulletin.readings.at(-1)?.id ?? null,
        kind: draft.kind,
        fact: { draft, fact: { words: row.text.slice(start, end) } },
        spanStart: start,
        spanEnd: end,
        addedBy: userName,
        decisions: { create: { choice: "ACCEPTED", userName, at: recordedAt } },
      },
    });
    return { ok: true as const, value: { proposalId: String(id) } };
  },
});
