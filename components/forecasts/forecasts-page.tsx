"use client";
import { useLocale, useTranslations } from "next-intl";
import { ConsultationList } from "@/components/consultations/consultation-list";
import styles from "@/components/field/field.module.css";
import { useLive } from "@/components/shell/live";
import { usePicture } from "@/components/shell/use-picture";
import { showFullTime, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import type { Snapshot } from "@/lib/snapshot/schema";
import { ForecastList } from "./forecast-list";

type Part = Pick<Snapshot, "forecasts" | "geohazards" | "consultations">;
const pick = ({ forecasts, geohazards, consultations }: Snapshot): Part => ({
  forecasts,
  geohazards,
  consultations,
});

interface Props {
  initial: Part;
  version: number;
  at: number | null;
}

/** Rain to come, the slopes it leaves in danger, and who consulted about it. */
export function ForecastsPage({ initial, version, at }: Props) {
  const t = useTranslations("forecasts");
  const consultations = useTranslations("consultations");
  const locale = useLocale();
  const live = useLive();
  const { part } = usePicture(initial, version, pick, at !== null);
  const running = part.forecasts.filter((forecast) => forecast.state !== "expired");
  const over = part.forecasts.filter((forecast) => forecast.state === "expired");
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted" suppressHydrationWarning>
          {showFullTime(at ?? live.now, locale)} ·{" "}
          <a href={localPath(locale, "/?layer=rain")}>{t("onMap")}</a>
        </p>
      </header>
      <section className={styles.section}>
        <h2>{t("running")}</h2>
        <ForecastList forecasts={running} empty={t("none")} />
        {over.length ? (
          <details>
            <summary>{t("over", { count: over.length })}</summary>
            <ForecastList forecasts={over} empty={t("none")} />
          </details>
        ) : null}
      </section>
      <section className={styles.section}>
        <h2>{t("geohazards")}</h2>
        <p className={styles.note}>{t("geohazardsHint")}</p>
        {part.geohazards.length ? (
          <ul className={styles.list} data-testid="geohazards">
            {part.geohazards.map((watch) => (
              <li key={watch.adcode}>
                <div className={styles.first}>
                  <strong>
                    <a href={localPath(locale, `/provinces/${watch.adcode}`)}>
                      {provinceName(watch.adcode, locale)}
                    </a>
                  </strong>
                  <span className={styles.tag} data-on={watch.state === "rain" || undefined}>
                    {t(`watch.${watch.state}`)}
                  </span>
                  <span>{t("watchUntil", { time: showTime(Date.parse(watch.until), locale) })}</span>
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted">{t("noGeohazards")}</p>
        )}
      </section>
      <section className={styles.section}>
        <h2>{consultations("heading")}</h2>
        <ConsultationList consultations={part.consultations} empty={consultations("none")} />
      </section>
    </div>
  );
}
