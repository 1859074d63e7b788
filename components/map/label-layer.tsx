"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Marker, useMapEvents } from "react-leaflet";
import { toLatLng } from "@/lib/geo/path";
import { provinceName, provinceOf } from "@/lib/provinces/list";
import { LEVELS } from "@/lib/responses/words";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import { OUTLINE } from "./outline";

const ALL_NAMES_FROM_ZOOM = 4.75;
const SHORT_BELOW_ZOOM = 3.75;
const HEIGHT_PX = 17;
/** Where a label may step aside to, in pixels, before it is shortened. */
const STEPS = [
  [0, 0],
  [0, -12],
  [0, 12],
  [22, 0],
  [-22, 0],
] as const;
const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 14 : 7.6), 4);

interface Box {
  x: number;
  y: number;
  width: number;
}
const meet = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < HEIGHT_PX;

/** Names and numerals on the map, the gravest level first: the longest form of each that touches no other. */
export function LabelLayer({ levels }: { levels: ReadonlyMap<string, ResponseRecord> }) {
  const t = useTranslations("terms");
  const locale = useLocale();
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const scale = zoom || map.getZoom();
  const rank = (adcode: string) =>
    LEVELS[levels.get(adcode)?.level ?? "IV"].rank + (levels.has(adcode) ? 0 : 9);
  const taken: Box[] = [];
  const labels = Object.entries(OUTLINE.labels)
    .filter(([adcode]) => levels.has(adcode) || scale >= ALL_NAMES_FROM_ZOOM)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([adcode, point]) => {
      const level = levels.get(adcode)?.level;
      const numeral = level ? t(`numeral.${level}`) : "";
      const short = locale === "en" ? "" : (provinceOf(adcode)?.abbr ?? "");
      const position = toLatLng(point, OUTLINE);
      const { x, y } = map.project(position, scale);
      const long = scale < SHORT_BELOW_ZOOM ? [] : [`${provinceName(adcode, locale)} ${numeral}`];
      const places = [...long, `${short} ${numeral}`]
        .map((form) => form.trim())
        .flatMap((text) =>
          STEPS.map(([dx, dy]) => ({ text, dx, dy, x: x + dx, y: y + dy, width: widthOf(text) })),
        );
      const own = { text: numeral, dx: 0, dy: 0, x, y, width: widthOf(numeral) };
      const place = places.find((candidate) => !taken.some((box) => meet(box, candidate))) ?? own;
      taken.push(place);
      return { adcode, level, position, place };
    });
  return labels.map(({ adcode, level, position, place }) => (
    <Marker
      key={adcode}
      interactive={false}
      keyboard={false}
      position={position}
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
