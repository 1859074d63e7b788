import { db } from "@/lib/db";
import { store } from "@/lib/live/store";

interface Texts {
  /** Texts by bulletin id, the one asked for longest ago first. */
  kept: Map<string, string>;
  units: number;
  asked: Map<string, Promise<string | undefined>>;
}

const shared = globalThis as typeof globalThis & { xuntuTexts?: Texts };
/** About 32 MB in memory. */
const KEPT_UNITS = 16_000_000;
/** So many of the newest are read ahead, so that they are there when the database is not. */
const AHEAD = 100;

function texts(): Texts {
  shared.xuntuTexts ??= { kept: new Map(), units: 0, asked: new Map() };
  return shared.xuntuTexts;
}

function keep(id: string, text: string): void {
  const state = texts();
  if (state.kept.has(id)) return;
  state.kept.set(id, text);
  state.units += text.length;
  for (const [old, { length }] of state.kept) {
    if (state.units <= KEPT_UNITS || old === id) break;
    state.kept.delete(old);
    state.units -= length;
  }
}

/**
 * The text of a published bulletin, read from the database once and then kept; undefined when the database is
 * away and it was never read. For the server only: what a reader may see of it is cut in public.ts.
 */
export async function textOf(id: string): Promise<string | undefined> {
  const { kept, asked } = texts();
  const known = kept.get(id);
  if (known !== undefined) {
    kept.delete(id);
    kept.set(id, known);
    return known;
  }
  if (store().database === "down") return undefined;
  const waiting = asked.get(id) ?? read(id).finally(() => asked.delete(id));
  asked.set(id, waiting);
  return waiting;
}

async function read(id: string): Promise<string | undefined> {
  try {
    const row = await db().bulletin.findUnique({ where: { id }, select: { text: true } });
    if (row) keep(id, row.text);
    return row?.text;
  } catch (error) {
    console.error("a bulletin's text could not be read:", error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** Reads the newest published texts that are not kept yet, in one question. */
export async function readAhead(): Promise<void> {
  const { kept } = texts();
  const newest = [...(store().log?.bulletins.keys() ?? [])].slice(-AHEAD).filter((id) => !kept.has(id));
  if (!newest.length) return;
  const rows = await db().bulletin.findMany({
    where: { id: { in: newest } },
    select: { id: true, text: true },
  });
  for (const { id, text } of rows) keep(id, text);
}
