import { z } from "zod";
import { may, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { isoTime } from "@/lib/format";
import type { Prisma } from "@/prisma/generated/client";
import type { Assessment } from "./assess";
import { type Candidate, candidatesFor } from "./candidates";
import { englishIn } from "./english";
import { type Flag, guard, type Mark } from "./guard";
import { trackOf } from "./levels";
import type { Article } from "./reading";
import { type Choice, CorrectsFact, type Draft, type Kind, storedDraft } from "./schema";
import { counting, headOf, type Loaded, loadBulletin, partOf, stateOf } from "./state";
import { assessTogether, type TrackOf } from "./together";
import { piecesOf } from "./windows";

export { readBulletins } from "./list";

const Stored = z.object({ draft: z.unknown(), fact: z.record(z.string(), z.unknown()) });
const Articles = z.array(
  z.object({ start: z.number(), end: z.number(), title: z.string(), facts: z.number() }),
) satisfies z.ZodType<Article[]>;
const time = (date: Date) => isoTime(date.getTime());

function marksOf(
  draft: Draft,
  marks: readonly { sectionId: string; kind: string; stage: Prisma.Decimal }[],
): Mark[] {
  if (draft.kind !== "WATER") return [];
  return marks
    .filter((mark) => mark.sectionId === draft.sectionId)
    .map((mark) => ({ kind: mark.kind, stage: Number(mark.stage) }));
}

/** Tracks as they would be without a bulletin: what it changed is still told after its publication. */
const withoutOwn =
  (id: string): TrackOf =>
  (draft, province) => {
    const track = trackOf(draft, province);
    return track && { ...track, actions: track.actions.filter((one) => one.source.bulletin?.id !== id) };
  };

export interface ReviewedProposal extends Assessment {
  id: string;
  kind: Kind;
  /** [start, end) of the text as received. */
  span: [number, number];
  /** The parser's own doubt, or that of the assessment. */
  doubt: string | null;
  /** The words of the parser. */
  fact: Record<string, unknown>;
  draft: Draft | null;
  choice: Choice;
  /** The number of the last decision, to be told when a colleague decides meanwhile. */
  seen: string | null;
  decisions: { by: string; choice: Choice; at: string }[];
  edited: boolean;
  addedBy: string | null;
  corrects: CorrectsFact | null;
  candidates: Candidate[];
  /** Two numbers that do not agree. */
  flag: Flag | null;
}

const incomplete: Assessment = { changes: [], problem: "incomplete", doubt: null };

function stated(proposal: Loaded["proposals"][number]) {
  const last = proposal.decisions.at(-1);
  const stored = Stored.safeParse(proposal.fact).data ?? { draft: null, fact: {} };
  return {
    draft: storedDraft(last?.edited ?? stored.draft),
    fact: stored.fact,
    choice: last?.choice ?? ("PENDING" as const),
    corrects: CorrectsFact.safeParse(last?.corrects).data ?? null,
  };
}

function reviewed(
  proposal: Loaded["proposals"][number],
  { draft, fact, choice, corrects }: ReturnType<typeof stated>,
  marks: readonly { sectionId: string; kind: string; stage: Prisma.Decimal }[],
  judged: Assessment = incomplete,
): ReviewedProposal {
  const last = proposal.decisions.at(-1);
  return {
    ...judged,
    id: String(proposal.id),
    kind: proposal.kind,
    span: [proposal.spanStart, proposal.spanEnd],
    // What an officer has put right is no longer in doubt.
    doubt: last?.edited ? null : (proposal.doubt ?? judged.doubt),
    fact,
    draft,
    choice,
    seen: last ? String(last.id) : null,
    decisions: proposal.decisions.map((one) => ({ by: one.userName, choice: one.choice, at: time(one.at) })),
    edited: last?.edited != null,
    addedBy: proposal.addedBy,
    corrects,
    candidates: [],
    flag: draft ? guard(draft, marksOf(draft, marks)) : null,
  };
}

/** One bulletin with its proposals, each judged against the present state; undefined when there is none to see. */
export async function readBulletin(viewer: Viewer, id: string) {
  if (!may(viewer, "event:write") || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const row = await loadBulletin(db(), id);
  if (!row) return undefined;
  const found = counting(row);
  const said = found.map(stated);
  const sections = said.flatMap(({ draft }) =>
    draft?.kind === "WATER" && draft.sectionId ? [draft.sectionId] : [],
  );
  const [{ text }, marks, [size]] = await Promise.all([
    db().bulletin.findUniqueOrThrow({ where: { id }, select: { text: true } }),
    db().stageMark.findMany({ where: { sectionId: { in: sections } }, orderBy: { validFrom: "desc" } }),
    db().$queryRaw<
      { bytes: number }[]
    >`select length(original)::int as bytes from "Bulletin" where id = ${id}`,
  ]);
  const judged = assessTogether(said, withoutOwn(id));
  const read = found.flatMap((proposal, i) => {
    const own = said[i];
    return own ? [reviewed(proposal, own, marks, judged[i])] : [];
  });
  const candidates = candidatesFor(
    read.map((one) => one.draft),
    id,
  );
  const proposals = read.map((one, i) => ({ ...one, candidates: candidates[i] ?? [] }));
  const part = { start: partOf(row).start, end: Math.min(partOf(row).end, text.length) };
  return {
    id: row.id,
    ...headOf(row),
    /** The English of the names in its proposals, where they have one. */
    english: englishIn(read),
    /** What of the text is shown: the part that was read, or for a very long one the words around its facts. */
    pieces: piecesOf(
      text,
      part,
      proposals.map((one) => one.span),
    ),
    part: { ...part, whole: part.start === 0 && part.end === text.length },
    length: text.length,
    articles: Articles.safeParse(row.articles).data ?? [],
    notices: row.notices,
    sha256: row.sha256,
    mediaType: row.mediaType,
    fileName: row.fileName,
    bytes: size?.bytes ?? 0,
    receivedBy: row.receivedBy,
    receivedAt: time(row.recordedAt),
    state: stateOf({
      ...row,
      proposals: proposals.length,
      decided: proposals.filter((one) => one.decisions.length).length,
    }),
    steps: row.steps.map((step) => ({
      kind: step.kind,
      by: step.userName,
      at: time(step.at),
      reason: step.reason,
    })),
    publication: row.publication
      ? {
          by: row.publication.userName,
          submittedBy: row.publication.submittedBy,
          at: time(row.publication.at),
          facts: row.publication.facts,
        }
      : null,
    proposals,
  };
}
export type ReviewedBulletin = NonNullable<Awaited<ReturnType<typeof readBulletin>>>;
