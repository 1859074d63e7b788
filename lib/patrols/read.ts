import { mayActFor, type Viewer } from "@/lib/auth/roles";
import { isoTime } from "@/lib/format";
import { clockNow, snapshotNow, store } from "@/lib/live/store";

/** Sections that this account may report for, those over a mark first, and the dangers still open; from memory. */
export function patrolChoices(viewer: Viewer, locale: string) {
  const { log } = store();
  const snapshot = snapshotNow();
  const over = new Set(
    (snapshot?.waters ?? []).filter((water) => water.status.startsWith("above_")).map((water) => water.id),
  );
  const lengths = new Map((snapshot?.patrols ?? []).map((patrol) => [patrol.section, patrol.lengthKm]));
  const sections = [...(log?.reference.sections.values() ?? [])]
    .map((row) => ({
      id: row.id,
      name: locale === "en" ? row.nameEn : row.name,
      provinces: row.adcodes.filter((code) => mayActFor(viewer, code)),
      over: over.has(row.id),
      lengthKm: lengths.get(row.id) ?? null,
    }))
    .filter((row) => row.provinces.length)
    .sort((a, b) => Number(b.over) - Number(a.over) || a.name.localeCompare(b.name, locale));
  const dangers = (snapshot?.dangers ?? []).filter(
    (danger) => danger.state !== "cleared" && mayActFor(viewer, danger.adcode),
  );
  return { sections, dangers, now: isoTime(clockNow()) };
}
