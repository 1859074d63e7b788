"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type LiveFrame, readFrame } from "@/lib/snapshot/frame";

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
const AGAIN_AFTER_MS = 2000;

/** Holds the line to the server's events, and opens it anew when it ends, falls silent or the network comes back. Returns how to stop. */
function listen(onFrame: (frame: LiveFrame) => void, onConnected: (connected: boolean) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout>;
  const lost = () => {
    onConnected(false);
    clearTimeout(timer);
    timer = setTimeout(open, AGAIN_AFTER_MS);
  };
  const alive = () => {
    onConnected(true);
    clearTimeout(timer);
    // A line that carries nothing, not even a heartbeat, is a lost line.
    timer = setTimeout(lost, LOST_AFTER_MS);
  };
  function open() {
    source?.close();
    clearTimeout(timer);
    source = new EventSource("/api/v1/events");
    source.onopen = alive;
    source.onerror = lost;
    source.addEventListener("heartbeat", alive);
    source.addEventListener("version", (event) => {
      alive();
      const frame = readFrame(event.data);
      if (frame) onFrame(frame);
    });
  }
  const offline = () => onConnected(false);
  window.addEventListener("offline", offline);
  window.addEventListener("online", open);
  open();
  if (!navigator.onLine) offline();
  return () => {
    window.removeEventListener("offline", offline);
    window.removeEventListener("online", open);
    clearTimeout(timer);
    source?.close();
  };
}

/** Listens to the server's events; says when the line is lost, and keeps the clock going. */
export function LiveProvider({ initial, children }: { initial: LiveFrame; children: ReactNode }) {
  const [frame, setFrame] = useState(initial);
  const [connected, setConnected] = useState(true);
  const { clock } = frame;
  const [now, setNow] = useState(() => (initial.clock ? Date.parse(initial.clock.now) : 0));

  useEffect(() => listen(setFrame, setConnected), []);

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
