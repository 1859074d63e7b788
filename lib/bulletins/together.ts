import { parseTime } from "@/lib/format";
import { foldTrack, knownActions, stepAt } from "@/lib/responses/rules";
import { EMPTY_SOURCE, type TrackAction } from "@/lib/responses/schema";
import { type Assessment, assess, type InForce } from "./assess";
import type { Choice, CorrectsFact, Draft, ResponseDraft } from "./schema";

/** A draft of a bulletin with what was decided of it. */
export interface Stated {
  draft: Draft | null;
  choice: Choice;
  corrects: CorrectsFact | null;
}

/** The track of a draft in a province and its actions on record; undefined when it cannot be told. */
export type TrackOf = (
  draft: ResponseDraft,
  province: string,
) => { id: string; actions: readonly TrackAction[] } | undefined;

const INCOMPLETE: Assessment = { changes: [], problem: "incomplete", doubt: null };
/** Acts that are not on record yet come after all that are. */
const FIRST_ID = Number.MAX_SAFE_INTEGER / 2;

/** The places of the responses in order of their effect, those of one hour in the order of the text; then the others. */
export function inOrderOfEffect(drafts: readonly (Draft | null)[]): number[] {
  const times = drafts.map((draft) =>
    draft?.kind === "RESPONSE"
      ? (parseTime(draft.effectiveAt)?.ms ?? Number.MAX_SAFE_INTEGER)
      : Number.POSITIVE_INFINITY,
  );
  return drafts
    .map((_, index) => index)
    .sort((a, b) => (times[a] === times[b] ? a - b : (times[a] ?? 0) - (times[b] ?? 0)));
}

/**
 * Judges the facts of one bulletin, in the order of the text, against what is on record and against the acts on the
 * same track that the bulletin states before: those accepted, and for one not decided yet also those still open.
 */
export function assessTogether(stated: readonly Stated[], trackOf: TrackOf): Assessment[] {
  const judged = stated.map(() => INCOMPLETE);
  const before: { track: string; choice: Choice; action: TrackAction }[] = [];
  for (const index of inOrderOfEffect(stated.map((one) => one.draft))) {
    const { draft, choice, corrects } = stated[index] ?? { draft: null, choice: "PENDING", corrects: null };
    if (!draft) continue;
    const counts = (one: Choice) => one === "ACCEPTED" || (one === "PENDING" && choice !== "ACCEPTED");
    const inForce: InForce = (response, province) => {
      const track = trackOf(response, province);
      const at = parseTime(response.effectiveAt)?.ms;
      if (!track || at === undefined) return { level: null, stated: false };
      const own = before.filter((one) => one.track === track.id && counts(one.choice));
      const actions = [...track.actions, ...own.map((one) => one.action)];
      const step = stepAt(foldTrack(knownActions(actions, Number.POSITIVE_INFINITY)), at);
      return { level: step?.level ?? null, stated: (step?.action.id ?? 0) >= FIRST_ID };
    };
    const result = assess(draft, inForce);
    judged[index] = result;
    if (draft.kind !== "RESPONSE" || choice === "REJECTED") continue;
    for (const change of result.changes) {
      const track = trackOf(draft, change.province);
      if (!track || (change.problem && !corrects)) continue;
      const time = parseTime(draft.effectiveAt);
      before.push({
        track: track.id,
        choice,
        action: {
          id: FIRST_ID + before.length,
          kind: change.action,
          level: draft.level,
          fromLevel: null,
          effectiveAt: time?.ms ?? 0,
          precision: time?.precision ?? "DAY",
          certainty: "STATED",
          windowAfter: null,
          windowBy: null,
          reason: null,
          recordedAt: 0,
          supersedesId: corrects?.id ?? null,
          withdrawn: false,
          source: EMPTY_SOURCE,
        },
      });
    }
  }
  return judged;
}
