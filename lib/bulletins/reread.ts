import { z } from "zod";
import { type Context, command } from "@/lib/command";
import { db } from "@/lib/db";
import { type Refusal, refuse } from "@/lib/errors";
import { Moment, RequestId, text } from "@/lib/fields";
import { isoDay } from "@/lib/format";
import { store } from "@/lib/live/store";
import type { Prisma } from "@/prisma/generated/client";
import { draftsOf } from "./draft";
import type { Facts } from "./parse";
import { readApart } from "./reader/pool";
import { recordReading } from "./receive";
import { counting, headOf, type Loaded, openBulletin, partOf } from "./state";

interface Part {
  start: number;
  end: number;
  day: string;
}
interface Prepared extends Part {
  facts: Facts;
}

/** Reads a part of a bulletin's text again, away from the event loop. */
async function readPart(bulletinId: string, part: Part): Promise<{ ok: true; value: Prepared } | Refusal> {
  const row = await db().bulletin.findUnique({ where: { id: bulletinId }, select: { text: true } });
  if (!row) return refuse("not_found");
  const end = Math.min(part.end, row.text.length);
  if (part.start >= end) return refuse("bulletin_part");
  const read = await readApart({ text: row.text, start: part.start, end, day: part.day });
  return read.ok ? { ok: true, value: { ...part, end, facts: read.facts } } : read;
}

const keyOf = (kind: string, start: number, end: number, draft: unknown) =>
  [kind, start, end, JSON.stringify(draft)].join("|");
const draftIn = (fact: unknown) => z.object({ draft: z.unknown() }).safeParse(fact).data?.draft;

/** Records the new reading; what was decided of a proposal that reads the same again is carried over in its name. */
async function takeReading({ tx, viewer, recordedAt }: Context, bulletin: Loaded, read: Prepared) {
  const { log } = store();
  if (!log) return refuse("unavailable");
  const proposals = draftsOf(read.facts, log.reference, read.day);
  const { start, end, day } = read;
  const userName = viewer.user?.username ?? "—";
  const readingId = await recordReading(
    tx,
    { bulletinId: bulletin.id, start, end, day, userName, at: recordedAt },
    proposals,
  );
  const before = new Map(
    counting(bulletin).map((one) => [
      keyOf(one.kind, one.spanStart, one.spanEnd, draftIn(one.fact)),
      one.decisions.at(-1),
    ]),
  );
  const rows = await tx.proposal.findMany({ where: { readingId } });
  await tx.proposalDecision.createMany({
    data: rows.flatMap((row) => {
      const last = before.get(keyOf(row.kind, row.spanStart, row.spanEnd, draftIn(row.fact)));
      if (!last) return [];
      return [
        {
          proposalId: row.id,
          choice: last.choice,
          edited: last.edited === null ? undefined : (last.edited as Prisma.InputJsonValue),
          corrects: last.corrects === null ? undefined : (last.corrects as Prisma.InputJsonValue),
          userName: last.userName,
          at: recordedAt,
        },
      ];
    }),
  });
  return { ok: true as const, value: { bulletinId: bulletin.id, proposals: proposals.length } };
}

const PartInput = z.object({
  requestId: RequestId,
  bulletinId: z.uuid(),
  start: z.number().int().min(0),
  end: z.number().int().positive(),
});

/** Takes another article, or the whole page, as the bulletin; the earlier reading and its proposals stay on record. */
export const chooseArticle = command({
  name: "bulletin.article",
  may: "event:write",
  input: PartInput,
  async prepare(_viewer, { bulletinId, start, end }) {
    const open = await openBulletin(db(), bulletinId);
    if (!open.ok) return open;
    return readPart(bulletinId, { start, end, day: headOf(open.bulletin).published.slice(0, 10) });
  },
  async run(context, { bulletinId }, read) {
    const open = await openBulletin(context.tx, bulletinId);
    return open.ok ? takeReading(context, open.bulletin, read) : open;
  },
});

const HeadInput = z.object({
  requestId: RequestId,
  bulletinId: z.uuid(),
  publisher: text(120),
  title: text(300),
  published: Moment,
  url: z
    .union([z.literal(""), z.url({ protocol: /^https?$/, error: "field_url" }).max(1000)])
    .optional()
    .transform((value) => value || undefined),
});

/** Puts publisher, title, time or address right; another day is another reading, since 今天 is counted from it. */
export const putHeadRight = command({
  name: "bulletin.head",
  may: "event:write",
  input: HeadInput,
  async prepare(_viewer, { bulletinId, published }) {
    const open = await openBulletin(db(), bulletinId);
    if (!open.ok) return open;
    const day = isoDay(published.ms);
    if (day === headOf(open.bulletin).published.slice(0, 10)) return { ok: true, value: null };
    return readPart(bulletinId, { ...partOf(open.bulletin), day });
  },
  async run(context, input, read) {
    const { tx, viewer, recordedAt } = context;
    const open = await openBulletin(tx, input.bulletinId);
    if (!open.ok) return open;
    await tx.bulletinHead.create({
      data: {
        bulletinId: input.bulletinId,
        publisher: input.publisher,
        title: input.title,
        publishedAt: new Date(input.published.ms),
        precision: input.published.precision,
        url: input.url ?? null,
        userName: viewer.user?.username ?? "—",
        at: recordedAt,
      },
    });
    if (read) return takeReading(context, open.bulletin, read);
    return {
      ok: true as const,
      value: { bulletinId: input.bulletinId, proposals: counting(open.bulletin).length },
    };
  },
});
