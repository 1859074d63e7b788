"use client";
import { useEffect, useState } from "react";
import { z } from "zod";

const Choice = z.object({
  adcode: z.string(),
  name: z.string(),
  within: z.string(),
  province: z.string(),
  lat: z.number(),
  lon: z.number(),
});
export type AreaChoice = z.infer<typeof Choice>;
const Answer = z.object({ areas: z.array(Choice) });
const PAUSE_MS = 150;

/** The areas that match what is being typed; asked for when the typing pauses. */
export function useAreaSearch(typed: string, province: string, locale: string) {
  const [found, setFound] = useState<AreaChoice[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setFailed(false);
    if (!typed.trim()) {
      setFound([]);
      return;
    }
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ q: typed, locale, ...(province ? { province } : {}) });
      fetch(`/api/v1/areas?${query}`, { signal: leaving.signal })
        .then(async (response) => setFound(Answer.parse(await response.json()).areas))
        .catch(() => setFailed(!leaving.signal.aborted));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [typed, province, locale]);
  return { found, failed };
}
