"use client";
import { useEffect, useState } from "react";

/** Whether the page's script has taken over: what is pressed or typed before would be lost. */
export function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}
