import { z } from "zod";
import { may, type Viewer } from "@/lib/auth/roles";
import { db } from "@/lib/db";
import { isoTime } from "@/lib/format";
import { headOf, State, stateOf } from "./state";

const NEWEST = 500;
const Counts = z.array(
  z.object({ id: z.string(), proposals: z.coerce.number(), decided: z.coerce.number() }),
);

/** How many proposals of the last reading each bulletin has, and how many of them somebody decided on. */
async function countsOf(ids: readonly string[]) {
  const rows = Counts.parse(
    await db().$queryRaw`select b.id, count(p.id) as proposals, count(p.id) filter (where exists (
        select 1 from "ProposalDecision" d where d."proposalId" = p.id)) as decided
      from "Bulletin" b
      left join lateral (select id, start, "end" from "BulletinReading" r where r."bulletinId" = b.id
        order by id desc limit 1) r on true
      left join "Proposal" p on p."bulletinId" = b.id and (p."readingId" is not distinct from r.id
        or (p."addedBy" is not null and p."spanStart" >= r.start and p."spanEnd" <= r."end"))
      where b.id = any(${[...ids]}) group by b.id`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The bulletins received, newest first, with how far each has come; undefined for who may not see them. */
export async function readBulletins(viewer: Viewer, filter: { state?: State; words?: string } = {}) {
  if (!may(viewer, "event:write")) return undefined;
  const rows = await db().bulletin.findMany({
    orderBy: { recordedAt: "desc" },
    take: NEWEST,
    omit: { text: true, original: true },
    include: { publication: true, heads: { orderBy: { id: "asc" } }, steps: { orderBy: { id: "asc" } } },
  });
  const counts = await countsOf(rows.map((row) => row.id));
  const all = rows.map((row) => {
    const { proposals = 0, decided = 0 } = counts.get(row.id) ?? {};
    const last = row.steps.at(-1);
    return {
      id: row.id,
      ...headOf(row),
      received: isoTime(row.recordedAt.getTime()),
      by: row.receivedBy,
      proposals,
      facts: row.publication?.facts ?? null,
      state: stateOf({ ...row, proposals, decided }),
      step: row.publication
        ? { by: row.publication.userName, at: isoTime(row.publication.at.getTime()) }
        : last
          ? { by: last.userName, at: isoTime(last.at.getTime()) }
          : null,
    };
  });
  const words = filter.words?.trim();
  const named = words ? all.filter((row) => `${row.title} ${row.publisher} ${row.by}`.includes(words)) : all;
  const tally = Object.fromEntries(
    State.options.map((state) => [state, named.filter((row) => row.state === state).length]),
  );
  return {
    rows: filter.state ? named.filter((row) => row.state === filter.state) : named,
    total: named.length,
    tally,
    any: all.length > 0,
    full: rows.length === NEWEST,
  };
}
export type BulletinPage = NonNullable<Awaited<ReturnType<typeof readBulletins>>>;
