import { z } from "zod";
import type { Source } from "@/lib/responses/schema";
import {
  type Client,
  type Precision,
  type Recorded,
  recorded,
  type Span,
  source,
} from "@/lib/snapshot/recorded";
import { type DirectiveCategory, Figure, type ProgressState } from "./categories";

export interface DirectiveEntry extends Recorded {
  category: DirectiveCategory;
  text: string;
  issuer: string;
  at: number;
  precision: Precision;
  provinces: string[];
}

export interface ProgressEntry {
  id: number;
  directiveId: number;
  adcode: string;
  state: ProgressState;
  figures: Figure[];
  note: string | null;
  at: number;
  precision: Precision;
  recordedAt: number;
  supersedesId: number | null;
  withdrawn: false;
  source: Source;
}

/** Directives recorded in a span of versions, oldest first; times are epoch ms. */
export async function newDirectives(client: Client, version: Span): Promise<DirectiveEntry[]> {
  const rows = await client.directive.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...recorded(row),
    category: row.category,
    text: row.text,
    issuer: row.issuer,
    at: row.at.getTime(),
    precision: row.precision,
    provinces: row.provinceIds,
  }));
}

const Figures = z.array(Figure);

/** Provinces' answers recorded in a span of versions, oldest first; times are epoch ms. */
export async function newProgress(client: Client, version: Span): Promise<ProgressEntry[]> {
  const rows = await client.directiveProgress.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: Number(row.id),
    directiveId: Number(row.directiveId),
    adcode: row.provinceId,
    state: row.state,
    figures: Figures.parse(row.figures),
    note: row.note,
    at: row.at.getTime(),
    precision: row.precision,
    recordedAt: row.recordedAt.getTime(),
    supersedesId: row.supersedesId === null ? null : Number(row.supersedesId),
    withdrawn: false,
    source: source(row.source),
  }));
}
