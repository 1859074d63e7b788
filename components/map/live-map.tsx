"use client";
import "leaflet/dist/leaflet.css";
import type { LatLngBoundsExpression, Map as LeafletMap } from "leaflet";
import dynamic from "next/dynamic";
import { useEffect, useMemo, useState } from "react";
import { MapContainer, TileLayer, useMapEvents } from "react-leaflet";
import { OUTLINE } from "@/components/areas/outline";
import type { BaseMap } from "@/lib/env";
import { toLatLng } from "@/lib/geo/path";
import type { DeploymentRecord, ResponseRecord } from "@/lib/snapshot/schema";
import type { View } from "@/lib/view/view";
import type { SectionBrief } from "@/lib/waters/section";
import type { FieldPicture } from "./field-layers";
import { LabelLayer } from "./label-layer";
import { ProvinceLayer } from "./province-layer";
import { TabInView } from "./tab-in-view";
import { COARSE, type WaterGeometry, WaterLayer } from "./water-layer";

export interface LiveMapProps {
  levels: ReadonlyMap<string, ResponseRecord>;
  waters: readonly SectionBrief[];
  /** Sections of which nothing was heard; asked for by `onNear`. */
  quiet: readonly SectionBrief[];
  deployments: readonly DeploymentRecord[];
  /** Rain, places cut off and gaps. */
  field: FieldPicture;
  view: View;
  pulsing: ReadonlySet<string>;
  base: BaseMap;
  onMove: (position: View["position"]) => void;
  onSelect: (adcode: string) => void;
  /** Must not change between drawings. */
  onNear: () => void;
  onReady: (map: LeafletMap) => void;
}

const FieldLayers = dynamic(() => import("./field-layers"), { ssr: false });
const NearLayers = dynamic(() => import("./near-layers"), { ssr: false });
/** From here on every station is drawn; from the second one, prefecture borders and finer waters too. */
const STATIONS_FROM_ZOOM = 5;
const DETAIL_FROM_ZOOM = 6;
/** More stations than this are never drawn as elements of their own. */
const MANY_STATIONS = 120;

const [width, height] = OUTLINE.size;
const BOUNDS: LatLngBoundsExpression = [toLatLng([0, height], OUTLINE), toLatLng([width, 0], OUTLINE)];

/** The map that can be moved: the same shapes as the still one, drawn by Leaflet. It fetches no data of its own. */
export default function LiveMap({
  levels,
  waters,
  quiet,
  deployments,
  field,
  view,
  pulsing,
  base,
  onMove,
  onSelect,
  onNear,
  onReady,
}: LiveMapProps) {
  // Where the map opens; later positions are the map's own doing.
  const [start] = useState(() =>
    view.position
      ? { center: [view.position.lat, view.position.lon] as [number, number], zoom: view.position.zoom }
      : { bounds: BOUNDS },
  );
  const [zoom, setZoom] = useState(0);
  const [fine, setFine] = useState<WaterGeometry | null>(null);
  const many = waters.filter((section) => section.kind === "station").length > MANY_STATIONS;
  const near = many || zoom >= STATIONS_FROM_ZOOM;
  useEffect(() => {
    if (near) onNear();
  }, [near, onNear]);
  const stations = useMemo(() => [...waters, ...quiet], [waters, quiet]);
  return (
    <MapContainer
      {...start}
      zoomSnap={0.25}
      minZoom={2.5}
      maxZoom={10}
      zoomControl={false}
      attributionControl={false}
      maxBounds={[
        [-5, 50],
        [65, 160],
      ]}
      style={{ position: "absolute", inset: 0, background: "var(--sea)" }}
    >
      <Ready onReady={onReady} />
      <Moves onMove={onMove} />
      <TabInView />
      {base.tiles ? <TileLayer url={base.tiles} opacity={0.55} /> : null}
      <ProvinceLayer
        levels={levels}
        patterns={view.patterns}
        selected={view.provinces}
        pulsing={pulsing}
        onSelect={onSelect}
      />
      <Zoom onZoom={setZoom} />
      <WaterLayer sections={waters} geometry={fine ?? COARSE} points={!near} />
      <LabelLayer levels={levels} />
      <FieldLayers field={field} levels={levels} layers={view.layers} deployments={deployments} />
      {near ? (
        <NearLayers sections={stations} detail={zoom >= DETAIL_FROM_ZOOM} onGeometry={setFine} />
      ) : null}
    </MapContainer>
  );
}

function Ready({ onReady }: Pick<LiveMapProps, "onReady">) {
  const map = useMapEvents({});
  useEffect(() => {
    map.whenReady(() => onReady(map));
  }, [map, onReady]);
  return null;
}

function Zoom({ onZoom }: { onZoom: (zoom: number) => void }) {
  const map = useMapEvents({ zoomend: () => onZoom(map.getZoom()) });
  useEffect(() => onZoom(map.getZoom()), [map, onZoom]);
  return null;
}

function Moves({ onMove }: Pick<LiveMapProps, "onMove">) {
  const map = useMapEvents({
    moveend: () => onMove({ zoom: map.getZoom(), lat: map.getCenter().lat, lon: map.getCenter().lng }),
  });
  return null;
}
