"use client";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useMapEvents } from "react-leaflet";
import { OUTLINE } from "@/components/areas/outline";
import { type Point, toLatLng } from "@/lib/geo/path";
import { provinceName, provinceOf } from "@/lib/provinces/list";
import { LEVELS } from "@/lib/responses/words";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import { placeLabels } from "./label-places";

const ALL_NAMES_FROM_ZOOM = 4.75;
const SHORT_BELOW_ZOOM = 3.75;

/** The names and numerals on the map at its present zoom, the gravest level first, and where each stands. */
export function useLabels(levels: ReadonlyMap<string, ResponseRecord>) {
  const t = useTranslations("terms");
  const locale = useLocale();
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const scale = zoom || map.getZoom();
  return useMemo(() => {
    const rank = (adcode: string) =>
      LEVELS[levels.get(adcode)?.level ?? "IV"].rank + (levels.has(adcode) ? 0 : 9);
    const shown = Object.entries(OUTLINE.labels)
      .filter(([adcode]) => levels.has(adcode) || scale >= ALL_NAMES_FROM_ZOOM)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([adcode, point]) => {
        const level = levels.get(adcode)?.level;
        const numeral = level ? t(`numeral.${level}`) : "";
        const short = locale === "en" ? "" : (provinceOf(adcode)?.abbr ?? "");
        const position = toLatLng(point, OUTLINE);
        const { x, y } = map.project(position, scale);
        const long = scale < SHORT_BELOW_ZOOM ? [] : [`${provinceName(adcode, locale)} ${numeral}`];
        const forms = [...long, `${short} ${numeral}`].map((form) => form.trim());
        return { adcode, level, position, at: [x, y] satisfies Point, forms, last: numeral };
      });
    const places = placeLabels(shown);
    return shown.flatMap((label, i) => {
      const place = places[i];
      return place ? [{ ...label, place }] : [];
    });
  }, [levels, scale, map, t, locale]);
}
