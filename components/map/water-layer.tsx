"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { Marker, Polygon, Polyline, Tooltip } from "react-leaflet";
import { showTime } from "@/lib/format";
import { parsePath, toLatLng } from "@/lib/geo/path";
import type { WaterRecord } from "@/lib/snapshot/schema";
import { OUTLINE } from "./outline";
import { WATER_STYLE } from "./water-style";

const lines = (path: string) => parsePath(path).map((line) => line.map((point) => toLatLng(point, OUTLINE)));
const RIVERS = Object.entries(OUTLINE.rivers).map(([id, path]) => ({ id, lines: lines(path) }));
const LAKES = Object.entries(OUTLINE.lakes).map(([id, path]) => ({ id, lines: lines(path) }));

/** Rivers and lakes, and over them the reaches, lakes and stations that are over a mark. */
export function WaterLayer({ waters }: { waters: readonly WaterRecord[] }) {
  return (
    <>
      {LAKES.map((lake) => (
        <Polygon
          key={lake.id}
          positions={lake.lines.map((ring) => [ring])}
          interactive={false}
          pathOptions={{ color: "var(--accent)", weight: 0.5, fillColor: "var(--accent)", fillOpacity: 0.35 }}
        />
      ))}
      {RIVERS.filter((river) => !river.id.includes("-")).map((river) => (
        <Polyline
          key={river.id}
          positions={river.lines}
          interactive={false}
          pathOptions={{ color: "var(--accent)", weight: 1.2, opacity: 0.8 }}
        />
      ))}
      {waters.map((water) => (
        <WaterShape key={`${water.id}-${water.status}`} water={water} />
      ))}
    </>
  );
}

function WaterShape({ water }: { water: WaterRecord }) {
  const style = WATER_STYLE[water.status];
  if (!style) return null;
  const path = {
    color: style.color,
    weight: style.weight,
    dashArray: style.dash ?? "",
    fillColor: style.color,
    fillOpacity: 0.45,
  };
  const river = RIVERS.find((shape) => shape.id === water.geometry);
  const lake = LAKES.find((shape) => shape.id === water.geometry);
  if (river)
    return (
      <Polyline positions={river.lines} pathOptions={path}>
        <WaterTooltip water={water} />
      </Polyline>
    );
  if (lake)
    return (
      <Polygon positions={lake.lines.map((ring) => [ring])} pathOptions={path}>
        <WaterTooltip water={water} />
      </Polygon>
    );
  if (water.lat === null || water.lon === null) return null;
  return (
    <Marker
      position={[water.lat, water.lon]}
      icon={divIcon({
        className: "map-water",
        html: `<span data-status="${water.status}">${style.mark}</span>`,
        iconSize: [16, 16],
      })}
      alt={water.name}
      keyboard={false}
    >
      <WaterTooltip water={water} />
    </Marker>
  );
}

function WaterTooltip({ water }: { water: WaterRecord }) {
  const t = useTranslations("terms.status");
  const locale = useLocale();
  return (
    <Tooltip sticky>
      {locale === "en" ? water.nameEn : water.name} · {t(water.status)} ·{" "}
      {showTime(Date.parse(water.at), locale, water.precision)}
    </Tooltip>
  );
}
