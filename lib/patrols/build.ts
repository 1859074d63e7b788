import { isoTime } from "@/lib/format";
import { latest, standing } from "@/lib/snapshot/recorded";
import type { DangerEventEntry, PatrolEntry } from "./log";
import type { DangerRecord, PatrolRecord } from "./record";

const DAY = 24 * 3_600_000;
const FORGET_PATROL_AFTER = 7 * DAY;
/** A danger that was cleared stays to be read for this long. */
const FORGET_CLEARED_AFTER = 3 * DAY;
const STATES = { FOUND: "found", IN_HAND: "in_hand", CONTROLLED: "controlled", CLEARED: "cleared" } as const;

type Named = ReadonlyMap<string, { name: string; nameEn: string }>;

/** The last patrol of each section in each province up to a world time, newest first. */
export function patrolRecords(
  entries: readonly PatrolEntry[],
  sections: Named,
  at: number,
  known: number,
): PatrolRecord[] {
  const last = new Map<string, PatrolEntry>();
  for (const entry of standing(entries, known)) {
    // A danger told by a bulletin says nothing of a patrol.
    if (entry.lengthKm === null || entry.at > at || at - entry.at > FORGET_PATROL_AFTER) continue;
    const key = `${entry.sectionId}|${entry.province}`;
    last.set(key, latest([last.get(key) ?? entry, entry], at) ?? entry);
  }
  return [...last.values()]
    .sort((a, b) => b.at - a.at || b.id - a.id)
    .map((entry) => ({
      id: String(entry.id),
      section: entry.sectionId,
      sectionName: sections.get(entry.sectionId)?.name ?? entry.sectionId,
      sectionNameEn: sections.get(entry.sectionId)?.nameEn ?? "",
      adcode: entry.province,
      at: isoTime(entry.at),
      precision: entry.precision,
      lengthKm: entry.lengthKm,
      patrolledKm: entry.patrolledKm,
      people: entry.people,
      shifts: entry.shifts,
      note: entry.note,
      source: entry.source,
    }));
}

/** The dangers found up to a world time that are not long cleared, gravest first. */
export function dangerRecords(
  entries: readonly PatrolEntry[],
  events: ReadonlyMap<number, readonly DangerEventEntry[]>,
  sections: Named,
  at: number,
  known: number,
): DangerRecord[] {
  const rank = { MAJOR: 0, LARGE: 1, GENERAL: 2 };
  return standing(entries, known)
    .flatMap((patrol) => patrol.dangers.map((danger) => ({ patrol, danger })))
    .flatMap(({ patrol, danger }): DangerRecord[] => {
      const status = latest(
        (events.get(danger.id) ?? []).filter((event) => event.recordedAt <= known),
        at,
      );
      if (!status || (status.state === "CLEARED" && at - status.at > FORGET_CLEARED_AFTER)) return [];
      return [
        {
          id: String(danger.id),
          patrol: String(patrol.id),
          section: patrol.sectionId,
          sectionName: sections.get(patrol.sectionId)?.name ?? patrol.sectionId,
          sectionNameEn: sections.get(patrol.sectionId)?.nameEn ?? "",
          adcode: patrol.province,
          kind: danger.kind,
          grade: danger.grade,
          place: danger.place,
          lat: danger.lat,
          lon: danger.lon,
          foundAt: isoTime(danger.foundAt),
          precision: danger.precision,
          state: STATES[status.state],
          stateAt: isoTime(status.at),
          note: status.note,
          photo: danger.photoId,
          source: patrol.source,
        },
      ];
    })
    .sort((a, b) => rank[a.grade] - rank[b.grade] || b.foundAt.localeCompare(a.foundAt));
}
