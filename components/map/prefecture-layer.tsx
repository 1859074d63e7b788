"use client";
import { useEffect, useState } from "react";
import { Polyline, useMapEvents } from "react-leaflet";
import { z } from "zod";

const Lines = z.object({ coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) });
const FROM_ZOOM = 6;

/** Prefecture borders, asked for only once somebody looks closely. */
export function PrefectureLayer() {
  const [lines, setLines] = useState<[number, number][][]>([]);
  const [near, setNear] = useState(false);
  const map = useMapEvents({ zoomend: () => setNear(map.getZoom() >= FROM_ZOOM) });
  useEffect(() => setNear(map.getZoom() >= FROM_ZOOM), [map]);
  useEffect(() => {
    if (!near || lines.length) return;
    const leaving = new AbortController();
    fetch("/geo/prefectures.json", { signal: leaving.signal })
      .then((response) => response.json())
      .then((data) =>
        setLines(
          Lines.parse(data).coordinates.map((line) => line.map(([lon, lat]): [number, number] => [lat, lon])),
        ),
      )
      .catch(() => undefined);
    return () => leaving.abort();
  }, [near, lines.length]);
  if (!near || !lines.length) return null;
  return (
    <Polyline
      positions={lines}
      interactive={false}
      pathOptions={{ color: "var(--border)", weight: 0.6, opacity: 0.9 }}
    />
  );
}
