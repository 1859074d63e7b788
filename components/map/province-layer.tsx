"use client";
import { Polygon, Polyline } from "react-leaflet";
import { OUTLINE } from "@/components/areas/outline";
import { parsePath, toLatLng } from "@/lib/geo/path";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import { levelFill } from "./patterns";

const SHAPES = Object.entries(OUTLINE.provinces).map(([adcode, path]) => ({
  adcode,
  rings: parsePath(path).map((ring) => [ring.map((point) => toLatLng(point, OUTLINE))]),
}));
const DASHES = parsePath(OUTLINE.lines).map((line) => line.map((point) => toLatLng(point, OUTLINE)));

interface Props {
  levels: ReadonlyMap<string, ResponseRecord>;
  patterns: boolean;
  selected: readonly string[];
  pulsing: ReadonlySet<string>;
  onSelect: (adcode: string) => void;
}

export function ProvinceLayer({ levels, patterns, selected, pulsing, onSelect }: Props) {
  return (
    <>
      {SHAPES.map(({ adcode, rings }) => {
        const record = levels.get(adcode);
        const chosen = selected.includes(adcode) || pulsing.has(adcode);
        return (
          <Polygon
            key={adcode}
            positions={rings}
            eventHandlers={{ click: () => onSelect(adcode) }}
            pathOptions={{
              fillColor: record
                ? levelFill(record.level, { patterns, uncertain: record.certainty === "INFERRED" })
                : "var(--land)",
              fillOpacity: 1,
              color: chosen ? "var(--accent)" : record?.stale ? "var(--stale)" : "var(--border)",
              weight: chosen ? 3 : record?.stale ? 2 : 0.8,
              dashArray: record?.stale ? "5 4" : "",
            }}
          />
        );
      })}
      {DASHES.map((line) => (
        <Polyline
          key={String(line[0])}
          positions={line}
          interactive={false}
          pathOptions={{ color: "var(--border)", weight: 1.5 }}
        />
      ))}
    </>
  );
}
