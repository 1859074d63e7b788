"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Marker, Popup, useMapEvents } from "react-leaflet";
import { SourceLine } from "@/components/ui/source-line";
import { showTime } from "@/lib/format";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import { cluster } from "./cluster";

type Placed = { deployment: DeploymentRecord; place: string; lat: number; lon: number };
const REACH_PX = 34;

/** Teams and assets; those close to each other share a marker that says how many. */
export function DeploymentLayer({ deployments }: { deployments: readonly DeploymentRecord[] }) {
  const [zoom, setZoom] = useState(0);
  const map = useMapEvents({ zoomend: () => setZoom(map.getZoom()) });
  const t = useTranslations("map");
  const groups = useMemo(() => {
    const placed = deployments.flatMap((deployment) =>
      deployment.places.flatMap((place): Placed[] =>
        place.lat === null || place.lon === null
          ? []
          : [{ deployment, place: place.name, lat: place.lat, lon: place.lon }],
      ),
    );
    return cluster(
      placed,
      ({ lat, lon }) => {
        const point = map.project([lat, lon], zoom || map.getZoom());
        return [point.x, point.y];
      },
      REACH_PX,
    );
  }, [deployments, map, zoom]);
  return (
    <>
      {groups.map(({ items }) => {
        const [first] = items;
        if (!first) return null;
        return (
          <Marker
            zIndexOffset={1000}
            key={`${first.deployment.id}-${first.place}-${items.length}`}
            position={[first.lat, first.lon]}
            alt={`${t("team")} ${first.place}`}
            icon={divIcon({
              className: "map-team",
              html: `<span>${items.length}</span>`,
              iconSize: [22, 22],
              iconAnchor: [11, -8],
            })}
          >
            <Popup>
              <ul>
                {items.map(({ deployment, place }) => (
                  <DeploymentLine key={`${deployment.id}-${place}`} deployment={deployment} place={place} />
                ))}
              </ul>
            </Popup>
          </Marker>
        );
      })}
    </>
  );
}

function DeploymentLine({ deployment, place }: { deployment: DeploymentRecord; place: string }) {
  const t = useTranslations("terms.state");
  const locale = useLocale();
  return (
    <li>
      <strong>{locale === "en" ? deployment.kindNameEn : deployment.kindName}</strong>{" "}
      {deployment.count ?? ""}
      {deployment.count ? deployment.unit : ""} · {deployment.from} → {place}
      <br />
      {deployment.mission} · {t(deployment.status)} ·{" "}
      {showTime(Date.parse(deployment.at), locale, deployment.precision)}
      <SourceLine source={deployment.source} />
    </li>
  );
}
