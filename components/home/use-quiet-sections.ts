"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { WaterRecord } from "@/lib/snapshot/schema";
import type { ListedWater } from "@/lib/waters/listed";
import type { SectionBrief } from "@/lib/waters/section";

const quiet = ({ adcodes: _, ...place }: ListedWater): SectionBrief => ({
  ...place,
  state: "no_reading",
  gauge: null,
  report: null,
  conflict: false,
});

/** The sections a picture says nothing of, fetched once the map is near enough to show them; `look` asks for them. */
export function useQuietSections(heard: readonly WaterRecord[], live: boolean, provinces: readonly string[]) {
  const [wanted, setWanted] = useState(false);
  const [all, setAll] = useState<readonly ListedWater[]>([]);
  useEffect(() => {
    if (!wanted || all.length) return;
    const leaving = new AbortController();
    // A live picture has nothing synthetic in it.
    fetch(`/api/v1/waters${live ? "" : "?synthetic=1"}`, { signal: leaving.signal })
      .then(async (response) => {
        const { ListedWaters } = await import("@/lib/waters/listed");
        setAll(ListedWaters.parse(await response.json()).waters);
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [wanted, live, all.length]);
  const sections = useMemo(() => {
    const known = new Set(heard.map(({ id }) => id));
    return all
      .filter(
        ({ id, adcodes }) =>
          !known.has(id) && (!provinces.length || adcodes.some((code) => provinces.includes(code))),
      )
      .map(quiet);
  }, [all, heard, provinces]);
  const look = useCallback(() => setWanted(true), []);
  return { quiet: sections, look };
}
