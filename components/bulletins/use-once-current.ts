"use client";
import { useEffect, useRef } from "react";

/**
 * Keeps a wish about a fact while the picture is being renewed and does it as soon as that is done: what stands against
 * a fact may be gone by then. The last wish for each fact counts.
 */
export function useOnceCurrent(busy: boolean, act: (id: string) => void): (id: string) => void {
  const wished = useRef(new Set<string>());
  useEffect(() => {
    if (busy || !wished.current.size) return;
    const ids = [...wished.current];
    wished.current.clear();
    for (const id of ids) act(id);
  });
  return (id) => {
    wished.current.add(id);
  };
}
