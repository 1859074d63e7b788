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

interface Named {
  draft: Draft | null;
  /** The words of the parser; a response names its region there. */
  fact: Record<string, unknown>;
}

/** The English of the bodies, provinces and areas in proposals, by their Chinese; names without one are left out. */
export function englishIn(proposals: readonly Named[]): Record<string, string> {
  const { log } = store();
  if (!log) return {};
  const english = englishOf(log.reference);
  const names = new Set(
    proposals.flatMap(({ draft, fact }) => [
      ...(draft ? namesIn(draft) : []),
      ...(typeof fact.region === "string" ? [fact.region] : []),
    ]),
  );
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const said = english(name) === name ? areaInEnglish(name) : english(name);
      return said === name ? [] : [[name, said]];
    }),
  );
}
