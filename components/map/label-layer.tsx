"use client";
import { divIcon } from "leaflet";
import { Marker } from "react-leaflet";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import { useLabels } from "./use-labels";

/** Above teams and cut-off places, under gaps: a name and its level are read first. */
const OVER_MARKERS = 1100;

/** Names and numerals on the map: the longest form of each that touches no other. */
export function LabelLayer({ levels }: { levels: ReadonlyMap<string, ResponseRecord> }) {
  return useLabels(levels).map(({ adcode, level, position, place }) => (
    <Marker
      key={adcode}
      interactive={false}
      keyboard={false}
      position={position}
      zIndexOffset={OVER_MARKERS}
      icon={divIcon({
        className: "map-label",
        // Names are ours and levels a closed set: nothing a person typed gets into this HTML.
        html: `<span data-level="${level ?? ""}">${place.text}</span>`,
        iconSize: [0, 0],
        iconAnchor: [-place.dx, -place.dy],
      })}
    />
  ));
}
