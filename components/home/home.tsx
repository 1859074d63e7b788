"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { MapStage } from "@/components/map/stage";
import { useLive } from "@/components/shell/live";
import { SeasonStrip } from "@/components/timeline/season-strip";
import type { BaseMap } from "@/lib/env";
import { provinceName } from "@/lib/provinces/list";
import type { ResponseRecord, Snapshot } from "@/lib/snapshot/schema";
import type { Timeline } from "@/lib/timeline/build";
import { countByLevel, levelByProvince, visibleResponses } from "@/lib/view/rules";
import type { View } from "@/lib/view/view";
import { briefOf } from "@/lib/waters/section";
import { Filters, type IssuerChoice } from "./filters";
import styles from "./home.module.css";
import { Counts, Panel } from "./panel";
import { useQuietSections } from "./use-quiet-sections";
import { useSnapshot } from "./use-snapshot";
import { useView } from "./use-view";

interface Props {
  initial: Snapshot;
  view: View;
  strip: Timeline | null;
  issuers: IssuerChoice[];
  base: BaseMap;
}

const PULSE_MS = 600;

/** Provinces whose level is not what it was a moment ago. */
function useChanges(levels: ReadonlyMap<string, ResponseRecord>, watching: boolean) {
  const before = useRef(levels);
  const [pulsing, setPulsing] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const codes = new Set([...before.current.keys(), ...levels.keys()]);
    const changed = [...codes].filter((code) => before.current.get(code)?.level !== levels.get(code)?.level);
    before.current = levels;
    if (!watching || !changed.length) return;
    setPulsing(new Set(changed));
    const timer = setTimeout(() => setPulsing(new Set()), PULSE_MS);
    return () => clearTimeout(timer);
  }, [levels, watching]);
  return pulsing;
}

/** The one page: map, list, filters and the season's time handle over one snapshot. */
export function Home({ initial, view: firstView, strip, issuers, base }: Props) {
  const t = useTranslations("list");
  const terms = useTranslations("terms.level");
  const locale = useLocale();
  const [view, change] = useView(firstView);
  const { snapshot, pending, failed } = useSnapshot(
    initial,
    firstView.at,
    view.at,
    view.layers.includes("gaps") && !firstView.layers.includes("gaps"),
  );
  const { now } = useLive();
  const responses = useMemo(() => visibleResponses(snapshot, view), [snapshot, view]);
  const levels = useMemo(() => levelByProvince(responses), [responses]);
  const pulsing = useChanges(levels, view.at === null);
  const select = (adcode: string) =>
    change({
      provinces: view.provinces.includes(adcode)
        ? view.provinces.filter((code) => code !== adcode)
        : [...view.provinces, adcode],
    });
  const waters = useMemo(
    () =>
      view.provinces.length
        ? snapshot.waters.filter((w) => w.adcodes.some((code) => view.provinces.includes(code)))
        : snapshot.waters,
    [snapshot, view.provinces],
  );
  const sections = useMemo(() => waters.map(briefOf), [waters]);
  const { quiet, look } = useQuietSections(snapshot.waters, snapshot.clock.mode === "live", view.provinces);
  const deployments = useMemo(
    () =>
      view.provinces.length
        ? snapshot.deployments.filter((d) =>
            d.places.some((p) => view.provinces.some((code) => p.adcode?.startsWith(code.slice(0, 2)))),
          )
        : snapshot.deployments,
    [snapshot, view.provinces],
  );
  return (
    <div className={styles.page} aria-busy={pending}>
      <h1 className="visually-hidden">{t("heading")}</h1>
      <Filters view={view} change={change} issuers={issuers} />
      <Counts className={styles.counts} counts={countByLevel(responses)} />
      <MapStage
        className={styles.map}
        levels={levels}
        waters={sections}
        quiet={quiet}
        onNear={look}
        deployments={deployments}
        field={snapshot}
        view={view}
        pulsing={pulsing}
        base={base}
        onSelect={select}
        onMove={(position) => change({ position })}
      />
      <Panel
        className={styles.panel}
        responses={responses}
        waters={waters}
        deployments={deployments}
        at={Date.parse(snapshot.at)}
        pulsing={pulsing}
      />
      <SeasonStrip
        className={styles.strip}
        initial={strip}
        view={view}
        now={now}
        version={snapshot.version}
        failed={failed}
        onAt={(at) => change({ at })}
      />
      <p className="visually-hidden" role="status" data-testid="changes">
        {[...pulsing]
          .map((code) =>
            t("changed", {
              province: provinceName(code, locale),
              level: terms(levels.get(code)?.level ?? "none"),
            }),
          )
          .join(" ")}
      </p>
    </div>
  );
}
