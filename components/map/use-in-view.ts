"use client";
import { latLng } from "leaflet";
import { useCallback, useState } from "react";
import { useMap, useMapEvents } from "react-leaflet";

/** Tells whether a place lies in the map's present window: a marker outside of it would pull the map away under Tab. */
export function useInView(): (at: readonly [lat: number, lon: number]) => boolean {
  const map = useMap();
  const [window, setWindow] = useState(() => map.getBounds());
  useMapEvents({ moveend: () => setWindow(map.getBounds()) });
  return useCallback(([lat, lon]) => window.contains(latLng(lat, lon)), [window]);
}
