"use client";
import { useTranslations } from "next-intl";
import { inkOf, WATER_STYLE } from "@/components/waters/water-style";
import type { BaseMap } from "@/lib/env";
import { LEVEL_CODES } from "@/lib/responses/words";
import type { WaterState } from "@/lib/waters/schema";
import { BY_GRAVITY } from "@/lib/waters/states";
import styles from "./map.module.css";

/** Whose shapes these are, and whether the map is an approved one. */
export function Credit({ base, className }: { base: BaseMap; className?: string }) {
  const t = useTranslations("map");
  return (
    <p className={className} data-testid="credit">
      {t("credit")} {base.credit ? `${base.credit} ` : ""}
      {base.approval ? t("approved", { number: base.approval }) : t("unapproved")}
    </p>
  );
}

export function Legend({ base }: { base: BaseMap }) {
  const t = useTranslations("map");
  const terms = useTranslations("terms");
  const states = useTranslations("waters.state");
  return (
    <details className={styles.legend}>
      <summary>{t("legend")}</summary>
      <ul>
        {LEVEL_CODES.map((level) => (
          <li key={level}>
            <span className={styles.swatch} style={{ background: `var(--level-${level})` }} />
            {terms(`level.${level}`)}
          </li>
        ))}
        <li>
          <span className={styles.swatch} style={{ background: "var(--land)" }} />
          {t("none")}
        </li>
        <li>
          <span className={styles.swatch} style={{ border: "2px dashed var(--stale)" }} />
          {t("stale")}
        </li>
        <li>
          <svg className={styles.swatch} aria-hidden="true">
            <rect width="20" height="12" fill="url(#uncertain-IV)" />
          </svg>
          {t("uncertain")}
        </li>
        {BY_GRAVITY.map((state) => (
          <li key={state}>
            <WaterKey state={state} />
            {states(state)}
          </li>
        ))}
        <li>
          <span className="map-team-key" aria-hidden="true" />
          {t("team")}
        </li>
      </ul>
      <Credit base={base} />
    </details>
  );
}

/** A stroke as reaches have it, and the mark of stations. */
function WaterKey({ state }: { state: WaterState }) {
  const { weight, dash, mark } = WATER_STYLE[state];
  return (
    <svg className={styles.waterKey} viewBox="0 0 44 12" aria-hidden="true">
      <line x2="24" y1="6" y2="6" stroke={inkOf(state)} strokeWidth={weight} strokeDasharray={dash} />
      <text x="36" y="10" textAnchor="middle" fill={inkOf(state)}>
        {mark}
      </text>
    </svg>
  );
}
