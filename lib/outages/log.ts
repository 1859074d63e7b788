import { z } from "zod";
import { type Client, type Precision, type Recorded, recorded, type Span } from "@/lib/snapshot/recorded";
import type { Cut } from "./schema";

export interface OutageEntry extends Recorded {
  name: string;
  province: string;
  areaId: string | null;
  ring: [number, number][] | null;
  lat: number | null;
  lon: number | null;
  cuts: Cut[];
  since: number;
  sincePrecision: Precision;
  people: number | null;
  note: string | null;
}

export interface RestorationEntry {
  id: number;
  outageId: number;
  cuts: Cut[];
  at: number;
  recordedAt: number;
}

const Ring = z.array(z.tuple([z.number(), z.number()])).nullable();

/** Places cut off, recorded in a span of versions, oldest first; times are epoch ms. */
export async function newOutages(client: Client, version: Span): Promise<OutageEntry[]> {
  const rows = await client.outage.findMany({
    where: { version },
    include: { source: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...recorded(row),
    name: row.name,
    province: row.provinceId,
    areaId: row.areaId,
    ring: Ring.parse(row.ring),
    lat: row.lat,
    lon: row.lon,
    cuts: row.cuts,
    since: row.since.getTime(),
    sincePrecision: row.sincePrecision,
    people: row.people,
    note: row.note,
  }));
}

/** What was reported to work again, recorded in a span of versions, oldest first. */
export async function newRestorations(client: Client, version: Span): Promise<RestorationEntry[]> {
  const rows = await client.outageRestoration.findMany({ where: { version }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    id: Number(row.id),
    outageId: Number(row.outageId),
    cuts: row.cuts,
    at: row.at.getTime(),
    recordedAt: row.recordedAt.getTime(),
  }));
}
