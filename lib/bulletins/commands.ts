import { createHash } from "node:crypto";
import { z } from "zod";
import { mayActFor } from "@/lib/auth/roles";
import { type Context, command } from "@/lib/command";
import { applyDeployment, DeployInput, provincesOf } from "@/lib/deployments/commands";
import { type Refusal, refuse } from "@/lib/errors";
import { Moment, optionalText, RequestId, type SourceInput } from "@/lib/fields";
import { isoDay } from "@/lib/format";
import { clockNow, store } from "@/lib/live/store";
import { ActInput, applyAction } from "@/lib/responses/commands";
import { applyReport, ReportInput } from "@/lib/waters/commands";
import type { Prisma } from "@/prisma/generated/client";
import { assess, draftsOf } from "./draft";
import { levelAt } from "./levels";
import { parseBulletin } from "./parse";
import { clean as cleanText } from "./parse/text";
import { proposedHead } from "./publisher";
import { Choice, Draft } from "./schema";

/** The kinds that become events; the others are shown beside their words. */
const KEPT = new Set<string>(["RESPONSE", "WATER", "DEPLOYMENT"]);
const MAX_TEXT = 200_000;

export const ReceiveInput = z.object({
  requestId: RequestId,
  text: z
    .string({ error: "field_required" })
    .refine((text) => text.trim().length > 0, { error: "field_required" })
    .refine((text) => text.length <= MAX_TEXT, { error: "field_too_long" }),
  publisher: optionalText(120),
  title: optionalText(300),
  published: z.union([z.literal(""), Moment]).optional(),
});

/** Takes in a bulletin's text, byte for byte, and reads it into proposals. The same text twice leads to the first. */
export const receiveBulletin = command({
  name: "bulletin.receive",
  may: "event:write",
  input: ReceiveInput,
  async run(context, input) {
    const { tx } = context;
    const original = Buffer.from(input.text, "utf8");
    const sha256 = createHash("sha256").update(original).digest("hex");
    const known = await tx.bulletin.findUnique({ where: { sha256 } });
    if (known) return { ok: true as const, value: { bulletinId: known.id, known: true, proposals: 0 } };
    const { log } = store();
    if (!log) return refuse("unavailable");
    // PostgreSQL's text holds no NUL; the original does.
    const text = input.text.replaceAll("\u0000", "\ufffd");
    const cleaned = cleanText(text);
    const headlines = cleaned.paragraphs
      .filter((paragraph) => paragraph.headline)
      .map(({ start, end }) => cleaned.text.slice(start, end));
    const head = proposedHead(text, headlines, isoDay(clockNow()));
    const published = input.published ? isoDay(input.published.ms) : head.published;
    const { clean, ...facts } = parseBulletin(text, published);
    const place = (index: number) => clean.at[Math.min(index, clean.at.length - 1)] ?? 0;
    const bulletin = await tx.bulletin.create({
      data: {
        text,
        sha256,
        original,
        mediaType: "text/plain; charset=utf-8",
        publisher: input.publisher ?? head.publisher,
        title: input.title ?? head.title,
        publishedAt: new Date(`${published}T00:00:00+08:00`),
        recordedAt: context.recordedAt,
        receivedBy: context.viewer.user?.username ?? "—",
      },
    });
    const proposals = draftsOf(facts, log.reference, published);
    await tx.proposal.createMany({
      data: proposals.map(({ kind, draft, fact, span, doubt }) => ({
        bulletinId: bulletin.id,
        kind: kind as "RESPONSE",
        fact: { draft, fact } as unknown as Prisma.InputJsonValue,
        spanStart: place(span[0]),
        spanEnd: place(Math.max(span[0], span[1] - 1)) + 1,
        doubt,
      })),
    });
    return {
      ok: true as const,
      value: { bulletinId: bulletin.id, known: false, proposals: proposals.length },
    };
  },
});

export const DecideInput = z.object({
  requestId: RequestId,
  bulletinId: z.uuid(),
  decisions: z
    .array(z.object({ proposalId: z.coerce.bigint().positive(), choice: Choice, edited: Draft.nullish() }))
    .min(1)
    .max(500),
});

/** Records what an officer decided of proposals; every decision stays on record, the last one counts. */
export const decideProposals = command({
  name: "bulletin.decide",
  may: "event:write",
  input: DecideInput,
  async run({ tx, viewer, recordedAt }, input) {
    const bulletin = await tx.bulletin.findUnique({
      where: { id: input.bulletinId },
      include: { publication: true, proposals: { select: { id: true, kind: true } } },
    });
    if (!bulletin) return refuse("not_found");
    if (bulletin.publication) return refuse("bulletin_published");
    const kinds = new Map(bulletin.proposals.map((one) => [one.id, one.kind]));
    for (const { proposalId, edited, choice } of input.decisions) {
      const kind = kinds.get(proposalId);
      if (!kind || (edited && edited.kind !== kind)) return refuse("not_found");
      if (choice === "ACCEPTED" && !KEPT.has(kind)) return refuse("fact_not_kept");
    }
    await tx.proposalDecision.createMany({
      data: input.decisions.map(({ proposalId, choice, edited }) => ({
        proposalId,
        choice,
        edited: edited ? (edited as Prisma.InputJsonValue) : undefined,
        userName: viewer.user?.username ?? "—",
        at: recordedAt,
      })),
    });
    return { ok: true as const, value: { decided: input.decisions.length } };
  },
});

export const PublishInput = z.object({ requestId: RequestId, bulletinId: z.uuid() });

/** Makes every accepted proposal an event, all in one transaction; a bulletin is published once. */
export const publishBulletin = command({
  name: "bulletin.publish",
  may: "bulletin:publish",
  input: PublishInput,
  async run(context, { bulletinId }) {
    const { tx, viewer } = context;
    const bulletin = await tx.bulletin.findUnique({
      where: { id: bulletinId },
      include: {
        publication: true,
        proposals: {
          orderBy: { spanStart: "asc" },
          include: { decisions: { orderBy: { id: "desc" }, take: 1 } },
        },
      },
    });
    if (!bulletin) return refuse("not_found");
    if (bulletin.publication) return refuse("bulletin_published");
    const accepted = bulletin.proposals.filter((one) => one.decisions[0]?.choice === "ACCEPTED");
    if (!accepted.length) return refuse("nothing_accepted");
    const source = {
      publisher: bulletin.publisher,
      title: bulletin.title,
      published: isoDay(bulletin.publishedAt.getTime()),
    };
    let number = 0;
    for (const proposal of accepted) {
      number++;
      const stored = proposal.decisions[0]?.edited ?? (proposal.fact as { draft?: unknown }).draft;
      const draft = Draft.safeParse(stored);
      if (!draft.success) return refuse("proposal_incomplete", { number });
      const row = await tx.source.create({
        data: {
          ...source,
          bulletinId,
          fact: number,
          spanStart: proposal.spanStart,
          spanEnd: proposal.spanEnd,
        },
      });
      const done = await publishDraft({ ...context, sourceId: row.id }, draft.data, {
        ...source,
        url: undefined,
      });
      if (!done.ok) return { ...done, values: { ...done.values, number } };
    }
    await tx.bulletinPublication.create({
      data: {
        bulletinId,
        version: context.version,
        userName: viewer.user?.username ?? "—",
        at: context.recordedAt,
        facts: accepted.length,
      },
    });
    return { ok: true as const, value: { bulletinId, facts: accepted.length } };
  },
});

type Done = { ok: true } | Refusal;

/** One accepted draft as the event it becomes, through the same rules as the forms. */
async function publishDraft(context: Context, draft: Draft, source: SourceInput): Promise<Done> {
  const { log } = store();
  const provinces =
    draft.kind === "WATER"
      ? (log?.reference.sections.get(draft.sectionId ?? "")?.adcodes ?? [])
      : draft.kind === "DEPLOYMENT"
        ? provincesOf({ ...draft, province: draft.province ?? "" })
        : [draft.province ?? ""];
  const foreign = provinces.filter((code) => !mayActFor(context.viewer, code));
  if (foreign.length) return refuse("forbidden_province", { provinces: foreign.join("、") });
  if (draft.kind === "RESPONSE") {
    const { draft: judged } = assess(draft, levelAt);
    const kind = judged.kind === "RESPONSE" ? judged.action : draft.action;
    const input = ActInput.safeParse({ ...draft, kind, provinces: [draft.province], source });
    return input.success ? applyAction(context, input.data) : refuse("proposal_incomplete");
  }
  if (draft.kind === "WATER") {
    const input = ReportInput.safeParse({ ...draft, provinces, source });
    return input.success ? applyReport(context, input.data) : refuse("proposal_incomplete");
  }
  const input = DeployInput.safeParse({ ...draft, state: "SENT", source });
  return input.success ? applyDeployment(context, input.data) : refuse("proposal_incomplete");
}
