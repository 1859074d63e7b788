"use client";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/shell/live";
import { isoTime } from "@/lib/format";
import type { Snapshot } from "@/lib/snapshot/schema";

const KEPT = 200;

/** The snapshot at a world time (null: the clock's now), kept in step with the server. Earlier answers are kept for dragging back. */
export function useSnapshot(
  initial: Snapshot,
  initialAt: number | null,
  at: number | null,
  /** Something is wanted that the page left out to come light. */
  missing = false,
) {
  const { revision } = useLive();
  const [snapshot, setSnapshot] = useState(initial);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const kept = useRef(new Map<string, Snapshot>());
  const first = useRef(true);
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current !== revision) kept.current.clear();
    seen.current = revision;
    // The page came with this very picture; only a later word or another time needs a request.
    if (first.current && at === initialAt && !missing) {
      first.current = false;
      if (revision.startsWith(`${initial.version}-`)) return;
    }
    first.current = false;
    const key = `${at ?? "now"}`;
    const known = at === null ? undefined : kept.current.get(key);
    if (known) {
      setSnapshot(known);
      return;
    }
    const leaving = new AbortController();
    const slow = setTimeout(() => setPending(true), 200);
    fetch(at === null ? "/api/v1/snapshot" : `/api/v1/snapshot?at=${encodeURIComponent(isoTime(at))}`, {
      signal: leaving.signal,
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        // The schemas are heavy, and the first picture came with the page: they are fetched with the second.
        const schemas = await import("@/lib/snapshot/schema");
        const next = schemas.Snapshot.parse(await response.json());
        if (kept.current.size > KEPT) kept.current.clear();
        if (at !== null) kept.current.set(key, next);
        setSnapshot(next);
        setFailed(false);
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setFailed(error instanceof Error);
      })
      .finally(() => {
        clearTimeout(slow);
        if (!leaving.signal.aborted) setPending(false);
      });
    return () => {
      clearTimeout(slow);
      leaving.abort();
    };
  }, [at, initial.version, initialAt, revision, missing]);
  return { snapshot, pending, failed };
}
