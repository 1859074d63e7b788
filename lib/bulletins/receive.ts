import { createHash } from "node:crypto";
import { z } from "zod";
import { type Context, command } from "@/lib/command";
import { db, type Transaction } from "@/lib/db";
import { type Refusal, refuse } from "@/lib/errors";
import { Moment, optionalText, RequestId } from "@/lib/fields";
import { isoDay, isoTime, parseTime } from "@/lib/format";
import { clockNow, store } from "@/lib/live/store";
import type { Prisma } from "@/prisma/generated/client";
import { draftsOf, type Proposed } from "./draft";
import { MAX_BYTES } from "./extract/limits";
import type { Received } from "./reader/job";
import { receiveApart } from "./reader/pool";

export const ReceiveInput = z
  .object({
    requestId: RequestId,
    text: z.string({ error: "field_required" }).optional(),
    file: z
      .object({
        bytes: z.instanceof(Uint8Array),
        name: z.string().max(300).default(""),
        type: z.string().max(200).default(""),
      })
      .optional(),
    publisher: optionalText(120),
    title: optionalText(300),
    published: z.union([z.literal(""), Moment]).optional(),
    url: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "field_url" }).max(1000)]).optional(),
  })
  .refine((input) => input.file || input.text?.trim(), { path: ["text"], error: "field_required" });

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** Two files say the same when their words are the same, whatever breaks and blanks lie between them. */
const wordsOf = (text: string) => text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, "");

/** A delivery that was opened and read. */
export interface Prepared {
  bytes: Uint8Array;
  hash: string;
  textHash: string;
  received: Received | null;
}

type Input = z.output<typeof ReceiveInput>;

/** Opens and reads a delivery away from the event loop; what is known already is not read again. */
export async function openAndRead(input: Input): Promise<{ ok: true; value: Prepared } | Refusal> {
  const bytes = input.file?.bytes ?? Buffer.from(input.text ?? "", "utf8");
  if (bytes.byteLength > MAX_BYTES) return refuse("file_too_large");
  const hash = sha256(bytes);
  const known = await db().bulletin.findUnique({ where: { sha256: hash }, select: { id: true } });
  if (known) return { ok: true, value: { bytes, hash, textHash: "", received: null } };
  const said = input.published || undefined;
  const read = await receiveApart({
    file: { bytes, name: input.file?.name ?? "", type: input.file?.type ?? "text/plain; charset=utf-8" },
    published: said ? (said.precision === "DAY" ? isoDay(said.ms) : isoTime(said.ms)) : null,
    today: isoDay(clockNow()),
  });
  if (!read.ok) return read;
  return {
    ok: true,
    value: { bytes, hash, textHash: sha256(wordsOf(read.received.text)), received: read.received },
  };
}

/** The bulletin that says the same already; one that was withdrawn is taken up again, which stays on record. */
async function knownBulletin({ tx, viewer, recordedAt }: Context, { hash, textHash }: Prepared) {
  const known =
    (await tx.bulletin.findUnique({ where: { sha256: hash }, select: { id: true } })) ??
    (textHash
      ? await tx.bulletin.findFirst({ where: { textSha256: textHash }, select: { id: true } })
      : null);
  if (!known) return undefined;
  const last = await tx.bulletinStep.findFirst({ where: { bulletinId: known.id }, orderBy: { id: "desc" } });
  const reopened = last?.kind === "WITHDRAWN";
  if (reopened)
    await tx.bulletinStep.create({
      data: {
        bulletinId: known.id,
        kind: "REOPENED",
        userName: viewer.user?.username ?? "—",
        at: recordedAt,
      },
    });
  return { bulletinId: known.id, known: true, reopened, proposals: 0 };
}

/** Puts what was read on record as proposals of one reading; returns the reading's id. */
export async function recordReading(
  tx: Transaction,
  reading: { bulletinId: string; start: number; end: number; day: string; userName: string; at: Date },
  proposals: readonly Proposed[],
): Promise<bigint> {
  const { day, ...rest } = reading;
  const row = await tx.bulletinReading.create({ data: { ...rest, day: new Date(day) } });
  await tx.proposal.createMany({
    data: proposals.map(({ kind, draft, fact, span, doubt }) => ({
      bulletinId: reading.bulletinId,
      readingId: row.id,
      kind,
      fact: { draft, fact } as unknown as Prisma.InputJsonValue,
      spanStart: span[0],
      spanEnd: span[1],
      doubt,
    })),
  });
  return row.id;
}

/** Keeps a delivery with its proposals, or leads to the first that says the same. */
export async function takeIn(context: Context, input: Input, prepared: Prepared) {
  const { tx, viewer, recordedAt } = context;
  const known = await knownBulletin(context, prepared);
  if (known) return { ok: true as const, value: known };
  const { log } = store();
  const { received } = prepared;
  if (!log || !received) return refuse("unavailable");
  const { head, articles, start, end, facts, notices } = received;
  const published = parseTime(head.published);
  if (!published) return refuse("unavailable");
  const userName = viewer.user?.username ?? "—";
  const data = {
    publisher: input.publisher ?? head.publisher,
    title: input.title ?? head.title,
    publishedAt: new Date(published.ms),
    precision: published.precision,
  };
  const bulletin = await tx.bulletin.create({
    data: {
      ...data,
      text: received.text,
      sha256: prepared.hash,
      textSha256: prepared.textHash,
      original: Buffer.from(prepared.bytes),
      mediaType: received.mediaType,
      fileName: input.file?.name || null,
      articles: articles as unknown as Prisma.InputJsonValue,
      notices,
      recordedAt,
      receivedBy: userName,
    },
    select: { id: true },
  });
  if (input.url)
    await tx.bulletinHead.create({
      data: { ...data, bulletinId: bulletin.id, url: input.url, userName, at: recordedAt },
    });
  const day = isoDay(published.ms);
  const proposals = draftsOf(facts, log.reference, day);
  await recordReading(tx, { bulletinId: bulletin.id, start, end, day, userName, at: recordedAt }, proposals);
  return {
    ok: true as const,
    value: { bulletinId: bulletin.id, known: false, reopened: false, proposals: proposals.length },
  };
}

/**
 * Takes in a bulletin, a text or a file of at most 5 MB, byte for byte, and reads it into proposals. The same bytes
 * or the same words again lead to the first. Files are opened in a thread apart, before any lock is taken.
 */
export const receiveBulletin = command({
  name: "bulletin.receive",
  may: "bulletin:receive",
  input: ReceiveInput,
  prepare: (_viewer, input) => openAndRead(input),
  run: takeIn,
});
