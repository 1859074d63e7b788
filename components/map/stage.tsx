"use client";
import type { Map as LeafletMap } from "leaflet";
import { Home, Minus, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { OUTLINE } from "@/components/areas/outline";
import { toLatLng } from "@/lib/geo/path";
import { provinceName } from "@/lib/provinces/list";
import { Credit, Legend } from "./legend";
import type { LiveMapProps } from "./live-map";
import styles from "./map.module.css";
import { Patterns } from "./patterns";
import { SouthSea, StillMap } from "./still-map";

const LiveMap = dynamic(() => import("./live-map"), { ssr: false });

/** The still map of the page at once; Leaflet takes over when it has come. */
export function MapStage(props: Omit<LiveMapProps, "onReady"> & { className?: string }) {
  const t = useTranslations("map");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [wanted, setWanted] = useState(false);
  useEffect(() => setWanted(true), []);
  const { levels, waters, view, className, ...rest } = props;
  const [width, height] = OUTLINE.size;
  return (
    <section
      className={`${styles.stage} ${className ?? ""}`}
      aria-label={t("heading")}
      data-ready={map ? "true" : undefined}
      data-testid="map"
    >
      <Patterns />
      {map ? null : (
        <StillMap
          levels={levels}
          waters={waters}
          patterns={view.patterns}
          label={t("label", { count: levels.size })}
          numeral={(level) => terms(`numeral.${level}`)}
          name={(code) => provinceName(code, locale)}
        />
      )}
      {wanted ? <LiveMap {...rest} levels={levels} waters={waters} view={view} onReady={setMap} /> : null}
      <p className="visually-hidden">{t("label", { count: levels.size })}</p>
      <SouthSea levels={levels} title={t("inset")} patterns={view.patterns} />
      <Legend base={props.base} />
      <Credit base={props.base} className={styles.credit} />
      {map ? (
        <div className={styles.controls}>
          <button type="button" className="button" aria-label={t("zoomIn")} onClick={() => map.zoomIn(1)}>
            <Plus size={16} aria-hidden />
          </button>
          <button type="button" className="button" aria-label={t("zoomOut")} onClick={() => map.zoomOut(1)}>
            <Minus size={16} aria-hidden />
          </button>
          <button
            type="button"
            className="button"
            aria-label={t("reset")}
            onClick={() => map.fitBounds([toLatLng([0, height], OUTLINE), toLatLng([width, 0], OUTLINE)])}
          >
            <Home size={16} aria-hidden />
          </button>
        </div>
      ) : null}
    </section>
  );
}
