"use client";
import { useEffect } from "react";
import { type WaterShape, WaterShapes } from "@/lib/geo/shapes";
import type { SectionBrief } from "@/lib/waters/section";
import { PrefectureLayer } from "./prefecture-layer";
import { StationLayer } from "./station-layer";
import { useGeometry } from "./use-geometry";
import type { WaterGeometry } from "./water-layer";

const flip = (line: readonly (readonly [number, number])[]) =>
  line.map(([lon, lat]): [number, number] => [lat, lon]);

function geometryOf(features: readonly WaterShape[]): WaterGeometry {
  const lines = new Map<string, [number, number][][]>();
  const areas = new Map<string, [number, number][][]>();
  const reaches = new Set<string>();
  for (const { properties, geometry } of features) {
    if (geometry.type === "LineString") lines.set(properties.id, [flip(geometry.coordinates)]);
    else
      areas.set(
        properties.id,
        geometry.coordinates.flatMap((rings) => rings.map(flip)),
      );
    if (properties.kind === "reach") reaches.add(properties.id);
  }
  return { lines, areas, isReach: (id) => reaches.has(id) };
}
const read = async (data: unknown) => geometryOf(WaterShapes.parse(data).features);

interface Props {
  sections: readonly SectionBrief[];
  /** Whether borders of prefectures and the fine shapes of waters are wanted. */
  detail: boolean;
  onGeometry: (geometry: WaterGeometry | null) => void;
}

/** All that only a near map shows, in a file of its own: every station, prefecture borders, finer rivers and lakes. */
export default function NearLayers({ sections, detail, onGeometry }: Props) {
  const geometry = useGeometry("waters.json", detail, read);
  useEffect(() => {
    onGeometry(detail ? geometry : null);
    return () => onGeometry(null);
  }, [detail, geometry, onGeometry]);
  return (
    <>
      <PrefectureLayer near={detail} />
      <StationLayer sections={sections} />
    </>
  );
}
