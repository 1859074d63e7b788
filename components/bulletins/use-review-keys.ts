"use client";
import { useEffect } from "react";
import type { ReviewedProposal } from "@/lib/bulletins/read";

interface Acts {
  move: (id: string) => void;
  accept: (one: ReviewedProposal) => void;
  reject: (one: ReviewedProposal) => void;
  edit: (one: ReviewedProposal) => void;
  undo: () => void;
  acceptAll: () => void;
  /** Puts the focus on what ends the review, to be pressed there. */
  finish: () => void;
  escape: () => void;
}

/** J and K move through the facts, A accepts, R rejects, E edits, U takes back, Shift+A accepts what is plain, P goes to the end. */
export function useReviewKeys(
  on: boolean,
  ordered: readonly ReviewedProposal[],
  /** The fact that the keys are for, at this moment. */
  activeNow: () => string | null,
  acts: Acts,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest("input,select,textarea")) return;
      const active = activeNow();
      const index = ordered.findIndex((one) => one.id === active);
      const at = ordered[index];
      const to = (step: number) => {
        const next = ordered[Math.min(ordered.length - 1, Math.max(0, index + step))];
        if (next) acts.move(next.id);
      };
      const key = event.key.toLowerCase();
      if (key === "j") to(1);
      else if (key === "k") to(-1);
      else if (key === "escape") acts.escape();
      else if (!on) return;
      else if (key === "u") acts.undo();
      else if (key === "p") acts.finish();
      else if (key === "a" && event.shiftKey) acts.acceptAll();
      else if (at?.draft && key === "a") acts.accept(at);
      else if (at && key === "r") acts.reject(at);
      else if (at?.draft && key === "e") acts.edit(at);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
