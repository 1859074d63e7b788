"use client";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Marker, Popup, useMapEvents } from "react-leaflet";
import { WordsLink } from "@/components/ui/source-line";
import { countInWords } from "@/lib/deployments/words";
import { showAge, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import { cluster } from "./cluster";
import { deploymentIcon } from "./deployment-icon";
import styles from "./field.module.css";
import { TrackLines } from "./track-lines";

export interface Placed {
  deployment: DeploymentRecord;
  place: string;
  lat: number;
  lon: number;
}

const REACH_PX = 40;
/** From here on those that share a place stand apart, each with its state and age. */
const SPREAD_FROM_ZOOM = 6.5;

/** Where a deployment is drawn: where its device last was, else at each place it serves. */
function placesOf(deployment: DeploymentRecord): Placed[] {
  const { position, places } = deployment;
  const [only] = places;
  if (position && places.length <= 1) return [{ deployment, place: only?.name ?? "", ...position }];
  return places.flatMap(({ name, lat, lon }): Placed[] =>
    lat === null || lon === null ? [] : [{ deployment, place: name, lat, lon }],
  );
}

/** Teams and assets: their kind, how many, how they stand and how old that is; near ones share a marker until there is room. */
export function DeploymentLayer({
  deployments,
  now,
}: {
  deployments: readonly DeploymentRecord[];
  /** World time, epoch ms. */
  now: number;
}) {
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const t = useTranslations("map");
  const state = useTranslations("terms.state");
  const locale = useLocale();
  const scale = zoom || map.getZoom();
  const spread = scale >= SPREAD_FROM_ZOOM;
  const placed = useMemo(() => deployments.flatMap(placesOf), [deployments]);
  const groups = useMemo(() => {
    const found = cluster(
      placed,
      ({ lat, lon }) => {
        const point = map.project([lat, lon], scale);
        return [point.x, point.y];
      },
      REACH_PX,
    );
    return spread
      ? found.flatMap(({ items }) => items.map((item, index) => ({ items: [item], index, of: items.length })))
      : found.map(({ items }) => ({ items, index: 0, of: 1 }));
  }, [placed, map, scale, spread]);
  return (
    <>
      <TrackLines placed={placed} />
      {groups.map(({ items, index, of }) => {
        const [first] = items;
        if (!first) return null;
        const { deployment } = first;
        return (
          <Marker
            zIndexOffset={1000}
            key={`${deployment.id}-${first.place}-${items.length}-${spread}-${deployment.status}`}
            position={[first.lat, first.lon]}
            alt={`${t("team")} ${first.place}`}
            icon={deploymentIcon(
              items.map((item) => item.deployment),
              {
                index,
                of,
                label: spread
                  ? `${state(deployment.status)} · ${showAge(Date.parse(deployment.at), now, locale)}`
                  : null,
              },
            )}
          >
            <Popup>
              <ul className={styles.popup}>
                {items.map((item) => (
                  <DeploymentLine key={`${item.deployment.id}-${item.place}`} {...item} now={now} />
                ))}
              </ul>
            </Popup>
          </Marker>
        );
      })}
    </>
  );
}

function DeploymentLine({ deployment, place, now }: Placed & { now: number }) {
  const t = useTranslations("terms.state");
  const more = useTranslations("map.layer");
  const locale = useLocale();
  const at = Date.parse(deployment.at);
  return (
    <li>
      <strong>{locale === "en" ? deployment.kindNameEn : deployment.kindName}</strong>{" "}
      {countInWords(deployment.count, deployment.unit, locale)} · {deployment.from} → {place}
      <br />
      {deployment.mission} · {t(deployment.status)} · {showTime(at, locale, deployment.precision)} ·{" "}
      {showAge(at, now, locale)}{" "}
      <a href={localPath(locale, `/deployments?kind=${deployment.kind}`)}>{more("more")}</a>
      <WordsLink source={deployment.source} />
    </li>
  );
}
