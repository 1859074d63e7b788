"use client";
import { type RefObject, useEffect } from "react";

/** Closes an open `details` by Escape, which gives the focus back to its summary, and by a press anywhere else. */
export function useDismiss(details: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event) => {
      const box = details.current;
      if (!box?.open) return;
      const byKey = event instanceof KeyboardEvent;
      if (byKey ? event.key !== "Escape" : event.target instanceof Node && box.contains(event.target)) return;
      box.open = false;
      if (byKey) box.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [details]);
}
