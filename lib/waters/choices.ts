import type { Viewer } from "@/lib/auth/roles";
import { deskChoices } from "@/lib/desk";
import { DATUMS } from "./datums";

/** What forms about waters choose from: real sections that the viewer may write for, and datums. */
export function waterChoices(viewer: Viewer) {
  const { sections, now } = deskChoices(viewer);
  return {
    now,
    sections: sections
      .filter((row) => !row.synthetic)
      .map(({ id, name, nameEn, river, adcodes }) => ({ id, name, nameEn, river, adcodes })),
    datums: DATUMS.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  };
}
