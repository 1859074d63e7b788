"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { newRequest, unreached } from "@/components/forms/use-command";
import { submitDecisions } from "@/lib/bulletins/actions";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import type { Choice, CorrectsFact, Draft } from "@/lib/bulletins/schema";
import type { Refusal } from "@/lib/errors";

/** What one proposal is to become. `edited` null: as it was read. */
export interface Decision {
  proposalId: string;
  choice: Choice;
  edited: Draft | null;
  corrects: CorrectsFact | null;
}

const stateOf = (one: ReviewedProposal): Decision => ({
  proposalId: one.id,
  choice: one.choice,
  edited: one.edited ? one.draft : null,
  corrects: one.corrects,
});

/**
 * Sends decisions one after another, each once, and shows them at once. A colleague's decision made meanwhile is not
 * overwritten: the server leaves it and says so. `undo` takes back the last decision made here; one that was not taken is none.
 */
export function useDecisions(bulletinId: string, proposals: readonly ReviewedProposal[]) {
  const router = useRouter();
  const [ahead, setAhead] = useState<Record<string, { choice: Choice; seen: string | null }>>({});
  const [waiting, setWaiting] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [refreshing, refresh] = useTransition();
  const queue = useRef(Promise.resolve());
  const done = useRef<Decision[][]>([]);
  const [undoable, setUndoable] = useState(0);
  const known = new Map(proposals.map((one) => [one.id, one]));

  const push = (decisions: Decision[], accepted?: () => void, failed?: (unheard: boolean) => void) => {
    const told = decisions.map((one) => ({ ...one, seen: known.get(one.proposalId)?.seen ?? null }));
    setAhead((before) => ({
      ...before,
      ...Object.fromEntries(told.map(({ proposalId, choice, seen }) => [proposalId, { choice, seen }])),
    }));
    setWaiting((count) => count + 1);
    const input = { requestId: newRequest(), bulletinId, decisions: told };
    queue.current = queue.current.then(async () => {
      const result = await submitDecisions(input).catch(() => null);
      setWaiting((count) => count - 1);
      setRefusal(result?.ok ? null : (result ?? unreached()));
      if (result?.ok) accepted?.();
      else {
        setAhead({});
        failed?.(!result);
      }
      // Nothing came back: a refresh would fail as well, and leave this page for the browser's own of no connection.
      if (result) refresh(() => router.refresh());
    });
  };

  return {
    /** The choice to show: what was pressed here, until the server's answer is on the page. */
    choiceOf: (one: ReviewedProposal): Choice => {
      const pressed = ahead[one.id];
      return pressed && pressed.seen === one.seen ? pressed.choice : one.choice;
    },
    busy: waiting > 0 || refreshing,
    refusal,
    undoable,
    decide(decisions: Decision[], accepted?: () => void) {
      if (!decisions.length) return;
      const before = decisions.flatMap(({ proposalId }) => {
        const one = known.get(proposalId);
        return one ? [stateOf(one)] : [];
      });
      done.current.push(before);
      setUndoable(done.current.length);
      push(decisions, accepted, () => {
        done.current = done.current.filter((one) => one !== before);
        setUndoable(done.current.length);
      });
    },
    undo() {
      const before = done.current.pop();
      setUndoable(done.current.length);
      if (before)
        push(before, undefined, (unheard) => {
          // What a colleague decided since is not ours to take back.
          if (unheard) done.current.push(before);
          setUndoable(done.current.length);
        });
    },
  };
}
