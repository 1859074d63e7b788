"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Marker, Polygon, Polyline, useMapEvents } from "react-leaflet";
import { parsePath, toLatLng } from "@/lib/geo/path";
import { provinceName, provinceOf } from "@/lib/provinces/list";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import { OUTLINE } from "./outline";
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

const NAMES_FROM_ZOOM = 4.75;
const SHORT_BELOW_ZOOM = 3.75;

export function LabelLayer({ levels }: Pick<Props, "levels">) {
  const t = useTranslations("terms");
  const locale = useLocale();
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const scale = zoom || map.getZoom();
  const near = scale >= NAMES_FROM_ZOOM;
  const name = (adcode: string) =>
    scale >= SHORT_BELOW_ZOOM
      ? provinceName(adcode, locale)
      : locale === "en"
        ? ""
        : (provinceOf(adcode)?.abbr ?? "");
  return (
    <>
      {Object.entries(OUTLINE.labels).map(([adcode, point]) => {
        const record = levels.get(adcode);
        if (!record && !near) return null;
        // Names are ours and levels a closed set: nothing a person typed gets into this HTML.
        const text = record ? `${name(adcode)} ${t(`numeral.${record.level}`)}` : name(adcode);
        return (
          <Marker
            key={adcode}
            interactive={false}
            keyboard={false}
            position={toLatLng(point, OUTLINE)}
            icon={divIcon({
              className: "map-label",
              html: `<span data-level="${record?.level ?? ""}">${text}</span>`,
              iconSize: [0, 0],
            })}
          />
        );
      })}
    </>
  );
}
