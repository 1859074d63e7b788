import { type Client, type Precision, type Recorded, recorded, type Span } from "@/lib/snapshot/recorded";
import type { DangerGrade, DangerKind, DangerState } from "./dangers";

export interface PatrolEntry extends Recorded {
  sectionId: string;
  province: string;
  at: number;
  precision: Precision;
  lengthKm: number | null;
  patrolledKm: number | null;
  people: number | null;
  shifts: number | null;
  note: string | null;
  dangers: {
    id: number;
    kind: DangerKind;
    grade: DangerGrade;
    place: string;
    lat: number | null;
    lon: number | null;
    foundAt: number;
    precision: Precision;
    photoId: string | null;
  }[];
}

export interface DangerEventEntry {
  id: number;
  dangerId: number;
  state: DangerState;
  at: number;
  note: string | null;
  recordedAt: number;
}

/** Patrol reports with their dangers recorded in a span of versions, oldest first; times are epoch ms. */
export async function newPatrols(client: Client, version: Span): Promise<PatrolEntry[]> {
  const rows = await client.patrolReport.findMany({
    where: { version },
    include: { source: true, dangers: { orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...recorded(row),
    sectionId: row.sectionId,
    province: row.provinceId,
    at: row.at.getTime(),
    precision: row.precision,
    lengthKm: row.lengthKm,
    patrolledKm: row.patrolledKm,
    people: row.people,
    shifts: row.shifts,
    note: row.note,
    dangers: row.dangers.map(({ id, foundAt, kind, grade, place, lat, lon, precision, photoId }) => ({
      ...{ kind, grade, place, lat, lon, precision, photoId },
      id: Number(id),
      foundAt: foundAt.getTime(),
    })),
  }));
}

/** How dangers were handled, recorded in a span of versions, oldest first. */
export async function newDangerEvents(client: Client, version: Span): Promise<DangerEventEntry[]> {
  const rows = await client.dangerEvent.findMany({ where: { version }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    id: Number(row.id),
    dangerId: Number(row.dangerId),
    state: row.state,
    at: row.at.getTime(),
    note: row.note,
    recordedAt: row.recordedAt.getTime(),
  }));
}
