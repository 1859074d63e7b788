"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Marker, Popup, useMapEvents } from "react-leaflet";
import { WordsLink } from "@/components/ui/source-line";
import type { GapRecord } from "@/lib/gaps/record";
import { toLatLng } from "@/lib/geo/path";
import { localPath } from "@/lib/i18n/routing";
import type { OutageRecord } from "@/lib/outages/record";
import { provinceName } from "@/lib/provinces/list";
import type { WaterRecord } from "@/lib/snapshot/schema";
import { cluster } from "./cluster";
import styles from "./field.module.css";
import { OUTLINE } from "./outline";

interface Props {
  gaps: readonly GapRecord[];
  waters: readonly WaterRecord[];
  outages: readonly OutageRecord[];
}

const REACH_PX = 36;
const SHOWN = 6;
/** From here on a gap of a river or a place cut off stands where that lies, not at its province's name. */
const OWN_PLACE_FROM_ZOOM = 5.5;

/** Where the need is and nobody is: an empty, dashed ring with their number. */
export function GapLayer({ gaps, waters, outages }: Props) {
  const t = useTranslations("map.layer");
  const locale = useLocale();
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const scale = zoom || map.getZoom();
  const groups = useMemo(() => {
    const own = new Map<string, { lat: number | null; lon: number | null }>(
      [...waters, ...outages].map((row) => [row.id, row]),
    );
    const placed = gaps.flatMap((gap) => {
      const there = scale >= OWN_PLACE_FROM_ZOOM ? own.get(gap.subject.id) : undefined;
      if (there && there.lat !== null && there.lon !== null)
        return [{ gap, at: [there.lat, there.lon] as const }];
      const label = OUTLINE.labels[gap.adcode];
      return label ? [{ gap, at: toLatLng(label, OUTLINE) }] : [];
    });
    return cluster(
      placed,
      ({ at: [lat, lon] }) => {
        const { x, y } = map.project([lat, lon], scale);
        return [x, y];
      },
      REACH_PX,
    );
  }, [gaps, waters, outages, map, scale]);
  return groups.map(({ items }) => {
    const [first] = items;
    if (!first) return null;
    const { adcode } = first.gap;
    return (
      <Marker
        key={`${first.at.join()}-${items.length}`}
        position={[first.at[0], first.at[1]]}
        zIndexOffset={1200}
        alt={`${provinceName(adcode, locale)} ${t("gapCount", { count: items.length })}`}
        icon={divIcon({
          className: "map-gap",
          html: `<span>${items.length}</span>`,
          iconSize: [28, 28],
          iconAnchor: [14, 34],
        })}
      >
        <Popup>
          <ul className={styles.popup} data-testid="gap-popup">
            {items.slice(0, SHOWN).map(({ gap }) => (
              <li key={`${gap.rule}-${gap.subject.id}-${gap.adcode}`}>
                {locale === "en" ? gap.explanationEn : gap.explanation}
                {gap.source ? <WordsLink source={gap.source} /> : null}
              </li>
            ))}
            <li>
              <a href={localPath(locale, `/gaps?province=${adcode}`)}>
                {t("gapCount", { count: items.length })} · {t("more")}
              </a>
            </li>
          </ul>
        </Popup>
      </Marker>
    );
  });
}
