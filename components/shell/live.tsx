"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { LiveFrame } from "@/lib/snapshot/schema";

interface Live extends LiveFrame {
  connected: boolean;
  /** The clock's now, epoch ms, going on by itself between snapshots. */
  now: number;
}

const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive outside LiveProvider");
  return live;
}

const LOST_AFTER_MS = 40_000;

/** Listens to the server's events; says when the line is lost, and keeps the clock going. */
export function LiveProvider({ initial, children }: { initial: LiveFrame; children: ReactNode }) {
  const [frame, setFrame] = useState(initial);
  const [connected, setConnected] = useState(true);
  const { clock } = frame;
  const [now, setNow] = useState(() => (initial.clock ? Date.parse(initial.clock.now) : 0));

  useEffect(() => {
    const source = new EventSource("/api/v1/events");
    let quiet: ReturnType<typeof setTimeout>;
    const alive = () => {
      clearTimeout(quiet);
      setConnected(true);
      // A line that carries nothing, not even a heartbeat, is a lost line.
      quiet = setTimeout(
        () => setConnected(navigator.onLine && source.readyState === EventSource.OPEN),
        LOST_AFTER_MS,
      );
    };
    source.onopen = alive;
    source.addEventListener("version", (event) => {
      alive();
      const parsed = LiveFrame.safeParse(JSON.parse(event.data));
      if (parsed.success) setFrame(parsed.data);
    });
    source.onerror = () => setConnected(false);
    const offline = () => setConnected(false);
    if (!navigator.onLine) offline();
    window.addEventListener("offline", offline);
    return () => {
      clearTimeout(quiet);
      window.removeEventListener("offline", offline);
      source.close();
    };
  }, []);

  useEffect(() => {
    if (!clock) return;
    const began = performance.now();
    const base = Date.parse(clock.now);
    setNow(base);
    if (clock.rate === 0) return;
    const timer = setInterval(
      () => setNow(base + (performance.now() - began) * clock.rate),
      clock.rate > 1 ? 1000 : 15_000,
    );
    return () => clearInterval(timer);
  }, [clock]);

  return <LiveContext.Provider value={{ ...frame, connected, now }}>{children}</LiveContext.Provider>;
}
