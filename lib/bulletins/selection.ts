"use server";
import { headers } from "next/headers";
import { z } from "zod";
import { may } from "@/lib/auth/roles";
import { viewerOf } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { store } from "@/lib/live/store";
import { draftsOf } from "./draft";
import { emptyDrafts } from "./empty";
import { readApart } from "./reader/pool";
import type { Draft } from "./schema";
import { headOf } from "./state";

const Selection = z.object({
  bulletinId: z.uuid(),
  start: z.number().int().min(0),
  end: z.number().int().positive(),
});
const MOST = 5000;

/** What the selected words may state, one draft for each kind, filled in as far as they can be read. Writes nothing. */
export async function readSelection(input: unknown): Promise<Draft[] | null> {
  const asked = Selection.safeParse(input);
  const viewer = await viewerOf(await headers()).catch(() => undefined);
  const { log } = store();
  if (!asked.success || !viewer || !log || !may(viewer, "event:write")) return null;
  const { bulletinId, start } = asked.data;
  const end = Math.min(asked.data.end, start + MOST);
  const row = await db().bulletin.findUnique({
    where: { id: bulletinId },
    include: { heads: { orderBy: { id: "asc" } } },
    omit: { original: true },
  });
  if (!row) return null;
  const day = headOf(row).published.slice(0, 10);
  const read = await readApart({ text: row.text, start, end, day });
  const found = read.ok ? draftsOf(read.facts, log.reference, day).map((one) => one.draft) : [];
  return emptyDrafts(row.text.slice(start, end), day, log.reference).map(
    (empty) => found.find((draft) => draft.kind === empty.kind) ?? empty,
  );
}
