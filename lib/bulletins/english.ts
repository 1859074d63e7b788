import { areaInEnglish } from "@/lib/forecasts/english";
import { store } from "@/lib/live/store";
import { englishOf } from "@/lib/snapshot/english";
import type { Draft } from "./schema";

/** The names that a draft holds as the text prints them. */
function namesIn(draft: Draft): readonly string[] {
  switch (draft.kind) {
    case "DEPLOYMENT":
    case "COMMUNICATION":
      return [draft.from, draft.place];
    case "FORECAST":
      return draft.areas;
    case "CONSULTATION":
      return draft.ledBy;
    case "DIRECTIVE":
      return [draft.issuer];
    default:
      return [];
  }
}

/** The English of the bodies, provinces and areas named in drafts, by their Chinese; names without one are left out. */
export function englishIn(drafts: readonly (Draft | null)[]): Record<string, string> {
  const { log } = store();
  if (!log) return {};
  const english = englishOf(log.reference);
  const names = new Set(drafts.flatMap((draft) => (draft ? namesIn(draft) : [])));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const said = english(name) === name ? areaInEnglish(name) : english(name);
      return said === name ? [] : [[name, said]];
    }),
  );
}
