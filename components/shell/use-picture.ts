"use client";
import { useEffect, useRef, useState } from "react";
import type { Snapshot } from "@/lib/snapshot/schema";
import { useLive } from "./live";

/**
 * A part of the picture, kept in step with the server: asked for again when the server says it has changed. `made` is
 * the version that `initial` is of; with `still` the page shows another time than now and stays as it came.
 */
export function usePicture<T>(
  initial: T,
  made: number,
  pick: (snapshot: Snapshot) => T,
  still = false,
): { part: T; failed: boolean } {
  const { revision } = useLive();
  const [part, setPart] = useState(initial);
  const [failed, setFailed] = useState(false);
  const first = useRef(true);
  const picking = useRef(pick);
  picking.current = pick;
  // The address may lead to the same page with other filters: the server's answer is then the newest.
  useEffect(() => setPart(initial), [initial]);
  useEffect(() => {
    if (still) return;
    const fresh = first.current && revision.startsWith(`${made}-`);
    first.current = false;
    if (fresh) return;
    const leaving = new AbortController();
    fetch("/api/v1/snapshot", { signal: leaving.signal })
      .then(async (response) => {
        const schemas = await import("@/lib/snapshot/schema");
        setPart(picking.current(schemas.Snapshot.parse(await response.json())));
        setFailed(false);
      })
      .catch(() => setFailed(!leaving.signal.aborted));
    return () => leaving.abort();
  }, [revision, made, still]);
  return { part, failed };
}
