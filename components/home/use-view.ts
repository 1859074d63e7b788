"use client";
import { useCallback, useState } from "react";
import { isoTime } from "@/lib/format";
import { type View, viewParams } from "@/lib/view/view";

/** The view and its setter; every change is written to the address without asking the server. */
export function useView(initial: View): [View, (change: Partial<View>) => void] {
  const [view, setView] = useState(initial);
  const change = useCallback((part: Partial<View>) => {
    setView((before) => {
      const next = { ...before, ...part };
      const query = viewParams(next, isoTime)
        .toString()
        .replaceAll("%2C", ",")
        .replaceAll("%3A", ":")
        .replaceAll("%2F", "/");
      queueMicrotask(() =>
        window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname),
      );
      return next;
    });
  }, []);
  return [view, change];
}
