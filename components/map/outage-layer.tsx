"use client";
import { divIcon } from "leaflet";
import { useLocale, useTranslations } from "next-intl";
import { Marker, Polygon, Popup } from "react-leaflet";
import { useAreas } from "@/components/areas/use-areas";
import { WordsLink } from "@/components/ui/source-line";
import { countInWords } from "@/lib/deployments/words";
import { joinerOf, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { OutageRecord } from "@/lib/outages/record";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import styles from "./field.module.css";
import { SIGN_PX, type useSigns } from "./use-signs";

interface Props {
  outages: readonly OutageRecord[];
  deployments: readonly DeploymentRecord[];
  signs: ReturnType<typeof useSigns>["signs"];
}

const drawn = (ring: readonly (readonly [number, number])[]) =>
  ring.map(([lon, lat]): [number, number] => [lat, lon]);

/** Places still cut off: hatched in the colour of text, so that no level is meant; a sign where the area is small. */
export function OutageLayer({ outages, deployments, signs }: Props) {
  const t = useTranslations("map.layer");
  const open = outages.filter((outage) => outage.open.length);
  const shapes = useAreas(open.flatMap(({ ring, areaId }) => (ring || !areaId ? [] : [areaId])));
  const rings = ({ ring, areaId }: OutageRecord) =>
    ring ? [[drawn(ring)]] : (shapes.get(areaId ?? "") ?? []).map((one) => [one]);
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
        <defs>
          <pattern
            id="cut-off"
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-45)"
          >
            <rect width="7" height="7" fill="var(--panel)" opacity="0.55" />
            <path d="M3.5 0V7" stroke="var(--text)" strokeWidth="1.8" />
          </pattern>
        </defs>
      </svg>
      {open.map((outage) => (
        <Polygon
          key={`${outage.id}-${shapes.size}`}
          positions={rings(outage)}
          pathOptions={{
            fillColor: "url(#cut-off)",
            fillOpacity: 1,
            color: "var(--text)",
            weight: 1.5,
            className: "map-outage",
          }}
        >
          <Popup>
            <OutageWords outage={outage} deployments={deployments} />
          </Popup>
        </Polygon>
      ))}
      {signs.map(({ outage, at, aside: [dx, dy] }) => (
        <Marker
          key={outage.id}
          position={at}
          zIndexOffset={800}
          title={`${t("outages")} ${outage.name}`}
          icon={divIcon({
            className: "map-cut",
            html: `<span><svg width="14" height="14"><use href="#kind-cut"></use></svg></span>`,
            iconSize: [SIGN_PX, SIGN_PX],
            iconAnchor: [SIGN_PX / 2 - dx, SIGN_PX / 2 - dy],
          })}
        >
          <Popup>
            <OutageWords outage={outage} deployments={deployments} />
          </Popup>
        </Marker>
      ))}
    </>
  );
}

function OutageWords({ outage, deployments }: { outage: OutageRecord } & Pick<Props, "deployments">) {
  const t = useTranslations("map.layer");
  const locale = useLocale();
  const join = joinerOf(locale);
  const named = [...outage.help.there, ...outage.help.onTheWay].flatMap((id) => {
    const one = deployments.find((row) => row.id === id);
    return one
      ? [`${locale === "en" ? one.kindNameEn : one.kindName} ${countInWords(one.count, one.unit, locale)}`]
      : [];
  });
  return (
    <div className={styles.popup}>
      <p>
        <strong>{outage.name}</strong> {outage.open.map((cut) => t(`cut.${cut}`)).join(join)}
      </p>
      <p>{t("since", { time: showTime(Date.parse(outage.since), locale, outage.sincePrecision) })}</p>
      {named.length ? <p>{named.join(join)}</p> : null}
      <p>
        <a href={localPath(locale, `/outages#outage-${outage.id}`)}>{t("more")}</a>
        <WordsLink source={outage.source} further={outage.furtherSources} />
      </p>
    </div>
  );
}
