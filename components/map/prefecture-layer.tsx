"use client";
import { Polyline } from "react-leaflet";
import { BorderLines } from "@/lib/geo/shapes";
import { useGeometry } from "./use-geometry";

const read = async (data: unknown) =>
  BorderLines.parse(data).coordinates.map((line) => line.map(([lon, lat]): [number, number] => [lat, lon]));

/** Prefecture borders, where the map is near enough for them. */
export function PrefectureLayer({ near }: { near: boolean }) {
  const lines = useGeometry("prefectures.json", near, read);
  if (!near || !lines) return null;
  return (
    <Polyline
      positions={lines}
      interactive={false}
      pathOptions={{ color: "var(--border)", weight: 0.6, opacity: 0.9 }}
    />
  );
}
