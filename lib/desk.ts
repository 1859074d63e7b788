import { headers } from "next/headers";
import { mayActFor, PUBLIC, type Viewer } from "./auth/roles";
import { viewerOf } from "./auth/viewer";
import { isoTime } from "./format";
import { clockNow, snapshotNow, store } from "./live/store";
import { PROVINCES } from "./provinces/list";

/** Who sits at the desk: the viewer, or undefined when the database cannot tell. */
export async function deskViewer(): Promise<Viewer | undefined> {
  return viewerOf(await headers()).catch(() => undefined);
}

/** What the entry forms choose from, out of memory: issuers, sections, kinds, levels in force, the viewer's provinces. */
export function deskChoices(viewer: Viewer = PUBLIC) {
  const { log } = store();
  const snapshot = snapshotNow();
  const allowed = PROVINCES.map((row) => row.adcode).filter((code) => mayActFor(viewer, code));
  const reach = (province: string | null) => province === null || allowed.includes(province);
  return {
    now: isoTime(clockNow()),
    allowed,
    issuers: [...(log?.reference.issuers.values() ?? [])]
      .map((row) => ({
        id: row.id,
        name: row.name,
        nameEn: row.nameEn,
        province: row.provinceId,
        area: row.areaId,
      }))
      .filter((row) => reach(row.province)),
    sections: [...(log?.reference.sections.values() ?? [])]
      .filter((row) => row.adcodes.every((code) => allowed.includes(code)))
      .sort(
        (a, b) => (a.river ?? "").localeCompare(b.river ?? "", "zh") || a.name.localeCompare(b.name, "zh"),
      ),
    kinds: [...(log?.reference.kinds.values() ?? [])],
    // A reserve of the nation serves no place: it is for who may act for all.
    deployments: (snapshot?.deployments ?? []).filter((row) => {
      const served = row.places.flatMap((place) => (place.adcode ? [`${place.adcode.slice(0, 2)}0000`] : []));
      return served.length ? served.some((code) => allowed.includes(code)) : viewer.national;
    }),
    inForce: Object.fromEntries((snapshot?.responses ?? []).map((record) => [record.track, record.level])),
  };
}
