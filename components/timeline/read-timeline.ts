import type { Timeline } from "@/lib/timeline/build";

/** Fetches a timeline and hands it on; returns how to stop waiting for it. */
export function readTimeline(
  filter: { issuer?: string; hazards: readonly string[] },
  then: (timeline: Timeline) => void,
): () => void {
  const leaving = new AbortController();
  const query = new URLSearchParams({
    hazard: filter.hazards.join(","),
    ...(filter.issuer ? { issuer: filter.issuer } : {}),
  });
  fetch(`/api/v1/timeline?${query}`, { signal: leaving.signal })
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
    .then(then)
    .catch(() => undefined);
  return () => leaving.abort();
}
