"use client";
import { useTranslations } from "next-intl";
import type { BaseMap } from "@/lib/env";
import { ResponseLevel } from "@/lib/responses/levels";
import styles from "./map.module.css";
import { WATER_STYLE } from "./water-style";

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
  return (
    <details className={styles.legend}>
      <summary>{t("legend")}</summary>
      <ul>
        {ResponseLevel.options.map((level) => (
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
        {(["above_warning", "above_guarantee", "above_record"] as const).map((status) => (
          <li key={status} style={{ color: WATER_STYLE[status]?.color }}>
            <span aria-hidden="true">{WATER_STYLE[status]?.mark}</span>
            {t(status)}
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
