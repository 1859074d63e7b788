"use client";
import "leaflet/dist/leaflet.css";
import { type LatLngBoundsExpression, latLngBounds } from "leaflet";
import { useEffect, useState } from "react";
import { CircleMarker, MapContainer, Polygon, Polyline, useMap, useMapEvents } from "react-leaflet";
import { parsePath, toLatLng } from "@/lib/geo/path";
import { OUTLINE } from "./outline";
import { useAreas } from "./use-areas";

/** Degrees, WGS 84. */
export interface Picked {
  lat: number;
  lon: number;
}

export interface PickerMapProps {
  points: readonly Picked[];
  onPick: (point: Picked) => void;
  /** Whether the points are the corners of an area. */
  area: boolean;
  /** The province to look at; empty: the country. */
  province: string;
  /** Areas shown for orientation. */
  codes: readonly string[];
}

const ring = (path: string) => parsePath(path).map((line) => line.map((point) => toLatLng(point, OUTLINE)));
const SHAPES = Object.entries(OUTLINE.provinces).map(([adcode, path]) => ({ adcode, rings: ring(path) }));
const RIVERS = Object.entries(OUTLINE.rivers)
  .filter(([id]) => !id.includes("-"))
  .map(([id, path]) => ({ id, lines: ring(path) }));
const [width, height] = OUTLINE.size;
const COUNTRY: LatLngBoundsExpression = [toLatLng([0, height], OUTLINE), toLatLng([width, 0], OUTLINE)];
const BLUE = { color: "var(--accent)", weight: 2, fillColor: "var(--accent)", fillOpacity: 0.25 };

/** A plain map to point at: provinces, rivers, and what has been chosen. */
export default function PickerMap({ points, onPick, area, province, codes }: PickerMapProps) {
  const areas = useAreas(codes);
  const [start] = useState(() => boundsOf(province));
  const corners = points.map(({ lat, lon }): [number, number] => [lat, lon]);
  return (
    <MapContainer
      bounds={start}
      zoomSnap={0.5}
      minZoom={3}
      maxZoom={13}
      attributionControl={false}
      style={{ position: "absolute", inset: 0, background: "var(--sea)", cursor: "crosshair" }}
    >
      <Clicks onPick={onPick} />
      <Look province={province} />
      {SHAPES.map((shape) => (
        <Polygon
          key={shape.adcode}
          positions={shape.rings.map((one) => [one])}
          interactive={false}
          pathOptions={{
            fillColor: "var(--land)",
            fillOpacity: 1,
            color: shape.adcode === province ? "var(--accent)" : "var(--border)",
            weight: shape.adcode === province ? 2 : 0.8,
          }}
        />
      ))}
      {RIVERS.map((river) => (
        <Polyline
          key={river.id}
          positions={river.lines}
          interactive={false}
          pathOptions={{ color: "var(--accent)", weight: 1.2, opacity: 0.7 }}
        />
      ))}
      {[...areas].map(([code, rings]) => (
        <Polygon
          key={code}
          positions={rings.map((one) => [one])}
          interactive={false}
          pathOptions={{ ...BLUE, dashArray: "4 3" }}
        />
      ))}
      {area && corners.length > 1 ? (
        <Polygon positions={corners} interactive={false} pathOptions={BLUE} />
      ) : null}
      {corners.map((corner) => (
        <CircleMarker
          key={corner.join()}
          center={corner}
          radius={area ? 4 : 7}
          interactive={false}
          pathOptions={{ ...BLUE, fillOpacity: 1 }}
        />
      ))}
    </MapContainer>
  );
}

function boundsOf(province: string): LatLngBoundsExpression {
  const shape = SHAPES.find((one) => one.adcode === province);
  return shape ? latLngBounds(shape.rings.flat()) : COUNTRY;
}

function Clicks({ onPick }: Pick<PickerMapProps, "onPick">) {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  useMapEvents({ click: ({ latlng }) => onPick({ lat: round(latlng.lat), lon: round(latlng.lng) }) });
  return null;
}

function Look({ province }: Pick<PickerMapProps, "province">) {
  const map = useMap();
  useEffect(() => {
    if (province) map.fitBounds(boundsOf(province));
  }, [map, province]);
  return null;
}
