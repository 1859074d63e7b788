"use client";
import { divIcon } from "leaflet";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { Marker, Polygon, Polyline, Popup, Tooltip } from "react-leaflet";
import { OUTLINE } from "@/components/areas/outline";
import { inkOf, WATER_STYLE } from "@/components/waters/water-style";
import { parsePath, toLatLng } from "@/lib/geo/path";
import type { SectionBrief } from "@/lib/waters/section";
import { isOver } from "@/lib/waters/states";
import { named } from "./named";
import { waterFill } from "./patterns";

type LatLng = [number, number];
/** Lines of rivers and reaches, rings of lakes and reservoirs, by the name of their shape. */
export interface WaterGeometry {
  lines: ReadonlyMap<string, LatLng[][]>;
  areas: ReadonlyMap<string, LatLng[][]>;
  /** Whether a shape is a section's own, drawn only when there is word of it. */
  isReach: (id: string) => boolean;
}

const WaterPopup = dynamic(() => import("@/components/waters/water-popup"), { ssr: false });

const shapes = (paths: Record<string, string>) =>
  new Map(
    Object.entries(paths).map(([id, path]) => [
      id,
      parsePath(path).map((line) => line.map((point) => toLatLng(point, OUTLINE))),
    ]),
  );
/** The shapes that came with the page. */
export const COARSE: WaterGeometry = {
  lines: shapes(OUTLINE.rivers),
  areas: shapes(OUTLINE.lakes),
  isReach: (id) => id.includes("-"),
};

interface Props {
  sections: readonly SectionBrief[];
  geometry: WaterGeometry;
  /** Whether stations are drawn here; the near map draws all of them itself. */
  points: boolean;
}

/** Rivers and lakes, and over them the sections there is word of: reaches as lines, lakes as areas, stations as points. */
export function WaterLayer({ sections, geometry, points }: Props) {
  return (
    <>
      {[...geometry.areas].map(([id, rings]) => (
        <Polygon
          key={id}
          positions={rings.map((ring) => [ring])}
          interactive={false}
          pathOptions={{ color: "var(--accent)", weight: 0.5, fillColor: "var(--accent)", fillOpacity: 0.35 }}
        />
      ))}
      {[...geometry.lines].map(([id, lines]) =>
        geometry.isReach(id) ? null : (
          <Polyline
            key={id}
            positions={lines}
            interactive={false}
            pathOptions={{ color: "var(--accent)", weight: 1.2, opacity: 0.8 }}
          />
        ),
      )}
      {sections.map((section) => (
        <SectionShape
          key={`${section.id}-${section.state}`}
          section={section}
          geometry={geometry}
          points={points}
        />
      ))}
    </>
  );
}

function SectionShape({ section, geometry, points }: Omit<Props, "sections"> & { section: SectionBrief }) {
  const locale = useLocale();
  const { ink: _, weight, dash, mark } = WATER_STYLE[section.state];
  const color = inkOf(section.state);
  const lines = geometry.lines.get(section.geometry ?? "");
  const rings = geometry.areas.get(section.geometry ?? "");
  const words = (
    <>
      <SectionTooltip section={section} />
      <Popup>
        <WaterPopup section={section} />
      </Popup>
    </>
  );
  if (lines)
    return (
      <Polyline positions={lines} pathOptions={{ color, weight, dashArray: dash }}>
        {words}
      </Polyline>
    );
  if (rings)
    return (
      <Polygon
        positions={rings.map((ring) => [ring])}
        pathOptions={{
          color,
          weight,
          dashArray: dash,
          fillColor: waterFill(section.state),
          fillOpacity: 0.8,
        }}
      >
        {words}
      </Polygon>
    );
  if (!points || !isOver(section.state) || section.lat === null || section.lon === null) return null;
  return (
    <Marker
      position={[section.lat, section.lon]}
      icon={divIcon({
        className: "map-water",
        html: `<span data-status="${section.state}">${mark}</span>`,
        iconSize: [16, 16],
      })}
      eventHandlers={named(locale === "en" ? section.nameEn : section.name)}
    >
      {words}
    </Marker>
  );
}

function SectionTooltip({ section }: { section: SectionBrief }) {
  const t = useTranslations("waters.state");
  const locale = useLocale();
  return (
    <Tooltip sticky>
      {locale === "en" ? section.nameEn : section.name} · {t(section.state)}
    </Tooltip>
  );
}
