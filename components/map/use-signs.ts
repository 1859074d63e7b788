"use client";
import { useMemo, useState } from "react";
import { useMapEvents } from "react-leaflet";
import type { Point } from "@/lib/geo/path";
import type { OutageRecord } from "@/lib/outages/record";
import { type Box, moved, stepAside } from "./label-places";

export const SIGN_PX = 22;
const REACH_PX = 26;

/** The signs of places still cut off, each beside the names it would cover, and the boxes then taken. */
export function useSigns(outages: readonly OutageRecord[], names: readonly Box[]) {
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const scale = zoom || map.getZoom();
  return useMemo(() => {
    const found = outages.flatMap((outage) => {
      const { lat, lon, open } = outage;
      if (lat === null || lon === null || !open.length) return [];
      const { x, y } = map.project([lat, lon], scale);
      return [{ outage, at: [lat, lon] satisfies Point, box: { x, y, width: SIGN_PX, height: SIGN_PX } }];
    });
    const boxes = found.map(({ box }) => box);
    const ways = stepAside(boxes, names, REACH_PX);
    const signs = found.map(({ outage, at }, i) => ({
      outage,
      at,
      aside: ways[i] ?? ([0, 0] satisfies Point),
    }));
    return { signs, taken: [...names, ...moved(boxes, ways)] };
  }, [outages, names, map, scale]);
}
