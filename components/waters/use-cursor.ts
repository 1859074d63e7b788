"use client";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { ChartRow } from "@/lib/waters/chart";

const STRIDE = 12;

/** The place on the curve that is being read, moved by the pointer or by the arrow keys. */
export function useCursor(rows: readonly ChartRow[]) {
  const readable = useMemo(() => rows.filter((row) => row.stage !== null || row.flow !== null), [rows]);
  const [time, setTime] = useState<number | null>(null);
  const index = time === null ? -1 : nearest(readable, time);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = index < 0 ? readable.length : index;
    const steps: Record<string, number> = {
      ArrowLeft: from - 1,
      ArrowRight: index < 0 ? 0 : from + 1,
      PageUp: from - STRIDE,
      PageDown: from + STRIDE,
      Home: 0,
      End: readable.length - 1,
    };
    // The brush below has keys of its own.
    if (event.target !== event.currentTarget) return;
    if (event.key === "Escape") return setTime(null);
    const next = steps[event.key];
    if (next === undefined || !readable.length) return;
    event.preventDefault();
    setTime(readable[Math.max(0, Math.min(readable.length - 1, next))]?.time ?? null);
  };
  return { row: readable[index] ?? null, onHover: setTime, onKeyDown };
}

function nearest(rows: readonly ChartRow[], time: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [rows[low - 1], rows[low]];
  if (before && after && time - before.time < after.time - time) return low - 1;
  return low;
}
