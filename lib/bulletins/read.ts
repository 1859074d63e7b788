import { may, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { isoDay, isoTime } from "@/lib/format";
import { assess } from "./draft";
import { type Flag, guard, type Mark } from "./guard";
import { levelAt } from "./levels";
import { type Choice, Draft } from "./schema";

/** The bulletins received, newest first; undefined for who may not write. */
export async function readBulletins(viewer: Viewer) {
  if (!may(viewer, "event:write")) return undefined;
  const rows = await db().bulletin.findMany({
    orderBy: { recordedAt: "desc" },
    take: 100,
    select: {
      id: true,
      title: true,
      publisher: true,
      publishedAt: true,
      recordedAt: true,
      receivedBy: true,
      publication: true,
      _count: { select: { proposals: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    published: isoDay(row.publishedAt.getTime()),
    received: isoTime(row.recordedAt.getTime()),
    by: row.receivedBy,
    proposals: row._count.proposals,
    publishedFacts: row.publication?.facts ?? null,
  }));
}

const numberOr = (value: unknown) => (typeof value === "number" ? value : null);

function marksOf(
  draft: Draft,
  marks: readonly { sectionId: string; kind: string; stage: unknown }[],
): Mark[] {
  if (draft.kind !== "WATER") return [];
  return marks
    .filter((mark) => mark.sectionId === draft.sectionId)
    .map((mark) => ({ kind: mark.kind, stage: Number(mark.stage) }));
}

export interface ReviewedProposal {
  id: string;
  kind: "RESPONSE" | "WATER" | "DEPLOYMENT" | "FORECAST" | "COMMUNICATION" | "CONSULTATION";
  span: [number, number];
  doubt: string | null;
  /** The words of the parser, for what has no form of ours. */
  fact: Record<string, unknown>;
  draft: Draft | null;
  choice: Choice;
  decidedBy: string | null;
  edited: boolean;
  problem: string | null;
  inForce: string | null;
  confirmed: boolean;
  /** Two numbers that do not agree. */
  flag: Flag | null;
}

/** One bulletin with its proposals, each judged against the present state; undefined when there is none to see. */
export async function readBulletin(viewer: Viewer, id: string) {
  if (!may(viewer, "event:write") || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const row = await db().bulletin.findUnique({
    where: { id },
    omit: { original: true },
    include: {
      publication: true,
      proposals: {
        orderBy: [{ spanStart: "asc" }, { id: "asc" }],
        include: { decisions: { orderBy: { id: "desc" }, take: 1 } },
      },
    },
  });
  if (!row) return undefined;
  const marks = await db().stageMark.findMany({ orderBy: { validFrom: "desc" } });
  const proposals = row.proposals.map((proposal): ReviewedProposal => {
    const [last] = proposal.decisions;
    const { draft: read, fact } = proposal.fact as { draft: unknown; fact: Record<string, unknown> };
    const draft = Draft.safeParse(last?.edited ?? read);
    const judged = draft.success ? assess(draft.data, levelAt) : undefined;
    return {
      id: String(proposal.id),
      kind: proposal.kind,
      span: [proposal.spanStart, proposal.spanEnd],
      doubt: proposal.doubt,
      fact,
      draft: judged?.draft ?? (draft.success ? draft.data : (read as Draft | null)),
      choice: last?.choice ?? "PENDING",
      decidedBy: last?.userName ?? null,
      edited: last?.edited != null,
      problem: judged ? judged.problem : read ? "incomplete" : null,
      inForce: judged?.inForce ?? null,
      confirmed: judged?.confirmed ?? false,
      flag: draft.success ? guard(draft.data, numberOr(fact.exceedance), marksOf(draft.data, marks)) : null,
    };
  });
  return {
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    published: isoDay(row.publishedAt.getTime()),
    text: row.text,
    sha256: row.sha256,
    receivedBy: row.receivedBy,
    publication: row.publication
      ? {
          by: row.publication.userName,
          at: isoTime(row.publication.at.getTime()),
          facts: row.publication.facts,
        }
      : null,
    proposals,
  };
}
