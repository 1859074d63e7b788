"use client";
import { useRef } from "react";
import { useLive } from "@/components/shell/live";

/**
 * The clock to date a report by, epoch ms. Live, it is the device's own: a page opened from its copy without a network
 * would tell the time it was made at. In an exercise it is the exercise's, gone on from when the page was made.
 */
export function useDeviceClock(now: string, madeAt: number): () => number {
  const live = useLive();
  const latest = useRef(live);
  latest.current = live;
  return () => {
    const { clock, connected, now: shown } = latest.current;
    if (clock?.mode !== "exercise") return Date.now();
    return connected && shown ? shown : Date.parse(now) + (Date.now() - madeAt) * clock.rate;
  };
}
