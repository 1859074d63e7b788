import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import { z } from "zod";

const Problem = z.object({
  refusal: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

export const DangerDraft = z.object({
  key: z.string(),
  kind: z.string(),
  grade: z.string(),
  place: z.string(),
  lat: z.string(),
  lon: z.string(),
  /** China time, 2024-07-04T20:00. */
  foundAt: z.string(),
  state: z.string(),
  /** The photo's key on this device, and its id at the server once it is there. */
  photoKey: z.string().nullable(),
  photoId: z.string().nullable(),
});
export type DangerDraft = z.infer<typeof DangerDraft>;

const Report = z.object({
  clientId: z.string(),
  sectionId: z.string(),
  sectionName: z.string(),
  province: z.string(),
  at: z.string(),
  lengthKm: z.string(),
  patrolledKm: z.string(),
  people: z.string(),
  shifts: z.string(),
  note: z.string(),
  dangers: z.array(DangerDraft),
  state: z.enum(["waiting", "refused", "sent"]),
  /** Why it still waits or was refused. */
  problem: Problem.nullable(),
});
export type Report = z.infer<typeof Report>;

// Opened when first used: there is no such database on the server.
let reportStore: UseStore | undefined;
let photoStore: UseStore | undefined;
const reports = () => {
  reportStore ??= createStore("xuntu-patrol-reports", "reports");
  return reportStore;
};
const photos = () => {
  photoStore ??= createStore("xuntu-patrol-photos", "photos");
  return photoStore;
};

/** All reports on this device, oldest first by their own time; what cannot be read is left alone. */
export async function keptReports(): Promise<Report[]> {
  const rows = await entries<string, unknown>(reports());
  return rows
    .flatMap(([, row]) => {
      const parsed = Report.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}

export const keepReport = (report: Report) => set(report.clientId, report, reports());
export const forgetReport = (clientId: string) => del(clientId, reports());

export const keepPhoto = (key: string, photo: Blob) => set(key, photo, photos());
export const forgetPhoto = (key: string) => del(key, photos());
export async function keptPhoto(key: string): Promise<Blob | undefined> {
  const photo: unknown = await get(key, photos());
  return photo instanceof Blob ? photo : undefined;
}
