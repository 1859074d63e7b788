"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Marker, Popup, useMapEvents } from "react-leaflet";
import { OUTLINE } from "@/components/areas/outline";
import { WordsLink } from "@/components/ui/source-line";
import type { GapRecord } from "@/lib/gaps/record";
import { toLatLng } from "@/lib/geo/path";
import { localPath } from "@/lib/i18n/routing";
import type { OutageRecord } from "@/lib/outages/record";
import { provinceName } from "@/lib/provinces/list";
import type { WaterRecord } from "@/lib/snapshot/schema";
import { cluster } from "./cluster";
import styles from "./field.module.css";
import { type Box, stepAside } from "./label-places";
import { named } from "./named";

interface Props {
  gaps: readonly GapRecord[];
  waters: readonly WaterRecord[];
  outages: readonly OutageRecord[];
  /** Where names, signs and teams stand, which no ring may cover. */
  taken: readonly Box[];
}

const REACH_PX = 36;
const RING_PX = 28;
const RING_ABOVE_PX = 20;
const SHOWN = 6;
/** From here on a gap of a river or a place cut off stands where that lies, not at its province's name. */
const OWN_PLACE_FROM_ZOOM = 5.5;

/** Where the need is and nobody is: an empty, dashed ring with their number. */
export function GapLayer({ gaps, waters, outages, taken }: Props) {
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
    const found = cluster(
      placed,
      ({ at: [lat, lon] }) => {
        const { x, y } = map.project([lat, lon], scale);
        return [x, y];
      },
      REACH_PX,
    );
    const ways = stepAside(
      found.map(({ point: [x, y] }) => ({ x, y: y - RING_ABOVE_PX, width: RING_PX, height: RING_PX })),
      taken,
      REACH_PX,
    );
    return found.map(({ items }, i) => ({ items, aside: ways[i] ?? [0, 0] }));
  }, [gaps, waters, outages, taken, map, scale]);
  return groups.map(({ items, aside: [dx, dy] }) => {
    const [first] = items;
    if (!first) return null;
    const { adcode } = first.gap;
    return (
      <Marker
        key={`${first.at.join()}-${items.length}`}
        position={[first.at[0], first.at[1]]}
        zIndexOffset={1200}
        eventHandlers={named(`${provinceName(adcode, locale)} ${t("gapCount", { count: items.length })}`)}
        icon={divIcon({
          className: "map-gap",
          html: `<span>${items.length}</span>`,
          iconSize: [RING_PX, RING_PX],
          iconAnchor: [RING_PX / 2 - dx, RING_PX / 2 + RING_ABOVE_PX - dy],
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
