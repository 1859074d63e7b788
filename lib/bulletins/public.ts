import { isoTime } from "@/lib/format";
import { store } from "@/lib/live/store";
import type { Source } from "@/lib/responses/schema";
import type { EventLog } from "@/lib/snapshot/log";
import type { Publication, StatedFact } from "@/lib/snapshot/publications";
import { type Standing, standingOf } from "./corrections";
import { type Excerpt, excerptOf } from "./excerpt";
import { FACT_KINDS, type FactKind, provincesOf, type Said } from "./facts";
import type { BulletinFilter } from "./filter";
import { mayShowWhole } from "./rights";
import { saidBy } from "./saying";
import { textOf } from "./texts";

/** A published bulletin in a list. Times ISO 8601; `published` is the day its publisher printed. */
export interface BulletinHead {
  id: string;
  publisher: string;
  title: string;
  published: string;
  /** When a chief published it here. */
  approvedAt: string;
  url: string | null;
  /** How many facts of each kind it became; kinds without any are left out. */
  facts: Partial<Record<FactKind, number>>;
  /** How many of its facts were corrected or withdrawn since. */
  corrected: number;
  adcodes: string[];
}

export type PublicFact = Said &
  Standing & {
    fact: number;
    span: [number, number];
    excerpt: Excerpt | null;
    /** The source by which the same was on record before; null for a fact that the bulletin itself made one. */
    confirms: Source | null;
  };

export interface PublicBulletin extends BulletinHead {
  /** The whole text where the operator may show it; else null, and each fact has its excerpt. */
  text: string | null;
  items: PublicFact[];
}

const made = new WeakMap<EventLog, { version: number; heads: BulletinHead[] }>();
/** What of a head no later event changes. */
const fixed = new WeakMap<Publication, Omit<BulletinHead, "corrected">>();

function fixedOf(publication: Publication, { reference }: EventLog): Omit<BulletinHead, "corrected"> {
  const known = fixed.get(publication);
  if (known) return known;
  const counts = FACT_KINDS.flatMap((kind) => {
    const count = publication.facts.filter((fact) => fact.kind === kind).length;
    return count ? [[kind, count] as const] : [];
  });
  const head = {
    id: publication.id,
    publisher: publication.publisher,
    title: publication.title,
    published: publication.published,
    approvedAt: isoTime(publication.approvedAt),
    url: publication.facts.find((fact) => fact.source.url)?.source.url ?? null,
    facts: Object.fromEntries(counts),
    adcodes: [...new Set(publication.facts.flatMap((fact) => provincesOf(saidBy(fact, reference))))].sort(),
  };
  fixed.set(publication, head);
  return head;
}

const headOf = (publication: Publication, log: EventLog): BulletinHead => ({
  ...fixedOf(publication, log),
  corrected: publication.facts.filter((fact) => standingOf(fact, log).standing !== "standing").length,
});

/** Every published bulletin, the newest first; made once per version of the log. */
function heads(log: EventLog): BulletinHead[] {
  const known = made.get(log);
  if (known?.version === log.version) return known.heads;
  const all = [...log.bulletins.values()]
    .map((publication) => headOf(publication, log))
    .sort(
      (a, b) =>
        b.published.localeCompare(a.published) ||
        b.approvedAt.localeCompare(a.approvedAt) ||
        a.id.localeCompare(b.id),
    );
  made.set(log, { version: log.version, heads: all });
  return all;
}

export interface BulletinPage {
  bulletins: BulletinHead[];
  /** Of all pages. */
  total: number;
  /** What to ask for as `after` to get the next page; null on the last. */
  next: string | null;
}

/** Published bulletins for anybody, from memory; undefined when the database has not been reached since the start. */
export function readPublicBulletins(filter: BulletinFilter, limit: number): BulletinPage | undefined {
  const { log } = store();
  if (!log) return undefined;
  const all = heads(log).filter(
    (head) =>
      (!filter.from || head.published >= filter.from) &&
      (!filter.to || head.published <= filter.to) &&
      (!filter.publisher || head.publisher === filter.publisher) &&
      (!filter.province || head.adcodes.includes(filter.province)),
  );
  const start = filter.after ? all.findIndex((head) => head.id === filter.after) + 1 : 0;
  const bulletins = all.slice(start, start + limit);
  return {
    bulletins,
    total: all.length,
    next: start + limit < all.length ? (bulletins.at(-1)?.id ?? null) : null,
  };
}

/** The publishers of published bulletins, by name. */
export function publishersOf(): string[] {
  const { log } = store();
  return log ? [...new Set(heads(log).map((head) => head.publisher))].sort() : [];
}

/**
 * One published bulletin for anybody: its facts with the words that state them, and the whole text only where the
 * setting allows. Undefined when no such bulletin is published. The database is asked for a text once.
 */
export async function readPublicBulletin(id: string): Promise<PublicBulletin | undefined> {
  const { log } = store();
  const publication = log?.bulletins.get(id);
  if (!log || !publication) return undefined;
  const text = await textOf(id);
  return {
    ...headOf(publication, log),
    text: mayShowWhole(log.textRight, publication.publisher) ? (text ?? null) : null,
    items: publication.facts.flatMap((fact) => publicFact(fact, log, text)),
  };
}

function publicFact(fact: StatedFact, log: EventLog, text: string | undefined): PublicFact[] {
  const { bulletin } = fact.source;
  if (!bulletin) return [];
  return [
    {
      fact: bulletin.fact,
      span: bulletin.span,
      ...saidBy(fact, log.reference),
      ...standingOf(fact, log),
      confirms: fact.confirms ? fact.event.source : null,
      excerpt: text === undefined ? null : excerptOf(text, bulletin.span),
    },
  ];
}
