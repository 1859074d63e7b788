import { z } from "zod";
import { may } from "@/lib/auth/roles";
import { command } from "@/lib/command";
import { refuse } from "@/lib/errors";
import { RequestId, text } from "@/lib/fields";
import { counting, openBulletin } from "./state";

const Of = z.object({ requestId: RequestId, bulletinId: z.uuid() });
const WithReason = Of.extend({ reason: text(500) });

/** An officer hands a reviewed bulletin to the chief. */
export const submitForPublication = command({
  name: "bulletin.submit",
  may: "event:write",
  input: Of,
  async run({ tx, viewer, recordedAt }, { bulletinId }) {
    const open = await openBulletin(tx, bulletinId);
    if (!open.ok) return open;
    if (open.bulletin.steps.at(-1)?.kind === "SUBMITTED") return refuse("already_submitted");
    if (!counting(open.bulletin).some((one) => one.decisions.at(-1)?.choice === "ACCEPTED"))
      return refuse("nothing_accepted");
    await tx.bulletinStep.create({
      data: { bulletinId, kind: "SUBMITTED", userName: viewer.user?.username ?? "—", at: recordedAt },
    });
    return { ok: true as const, value: { bulletinId } };
  },
});

/** A chief hands a submitted bulletin back, saying what is to be put right. */
export const returnBulletin = command({
  name: "bulletin.return",
  may: "bulletin:publish",
  input: WithReason,
  async run({ tx, viewer, recordedAt }, { bulletinId, reason }) {
    const open = await openBulletin(tx, bulletinId);
    if (!open.ok) return open;
    if (open.bulletin.steps.at(-1)?.kind !== "SUBMITTED") return refuse("not_submitted");
    await tx.bulletinStep.create({
      data: { bulletinId, kind: "RETURNED", reason, userName: viewer.user?.username ?? "—", at: recordedAt },
    });
    return { ok: true as const, value: { bulletinId } };
  },
});

/** Who received a bulletin, or a chief, takes it out of the review; it stays on record and changes no more. */
export const withdrawBulletin = command({
  name: "bulletin.withdraw",
  may: "bulletin:receive",
  input: WithReason,
  async run({ tx, viewer, recordedAt }, { bulletinId, reason }) {
    const open = await openBulletin(tx, bulletinId);
    if (!open.ok) return open;
    const own = open.bulletin.receivedBy === viewer.user?.username;
    if (!own && !may(viewer, "bulletin:publish"))
      return refuse("not_yours", { name: open.bulletin.receivedBy });
    await tx.bulletinStep.create({
      data: { bulletinId, kind: "WITHDRAWN", reason, userName: viewer.user?.username ?? "—", at: recordedAt },
    });
    return { ok: true as const, value: { bulletinId } };
  },
});
