"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { RainSwatch } from "@/components/forecasts/rain-swatch";
import { WordsLink } from "@/components/ui/source-line";
import type { ForecastRecord } from "@/lib/forecasts/record";
import { joinerOf, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import styles from "./field.module.css";

/** The rain on the map in words: how much, from when to when, where, and what of it is an approximation. */
export function RainCaption({ forecasts, empty }: { forecasts: readonly ForecastRecord[]; empty?: string }) {
  const t = useTranslations("map.layer");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const own = box.current;
    if (!own) return;
    // What is scrolled or pressed here must not move the map beneath.
    const hold = (event: Event) => event.stopPropagation();
    for (const name of ["wheel", "dblclick", "mousedown", "pointerdown", "touchstart"])
      own.addEventListener(name, hold);
    return () => {
      for (const name of ["wheel", "dblclick", "mousedown", "pointerdown", "touchstart"])
        own.removeEventListener(name, hold);
    };
  }, []);
  const name = ({ text, textEn, adcodes }: ForecastRecord["areas"][number]) =>
    `${(locale === "en" && textEn) || text}${adcodes.length ? "" : ` (${t("nowhere")})`}`;
  const join = joinerOf(locale);
  const day = (iso: string, precision: "DAY" | "MINUTE") => showTime(Date.parse(iso), locale, precision);
  return (
    <section className={styles.caption} aria-label={t("rain")} data-testid="rain" ref={box}>
      <p>
        <strong>{t("rain")}</strong> <a href={localPath(locale, "/forecasts")}>{t("more")}</a>
      </p>
      {empty ? <p className="muted">{empty}</p> : null}
      <ul>
        {forecasts.map((forecast) => (
          <li key={forecast.id}>
            <RainSwatch grade={forecast.grade} />
            <span>
              {forecast.grade ? t(`grade.${forecast.grade}`) : forecast.intensity} ·{" "}
              {day(forecast.from, forecast.fromPrecision)} –{" "}
              {forecast.to ? day(forecast.to, forecast.toPrecision) : t("noEnd")}
              <span className="muted">
                {" "}
                · {forecast.areas.map(name).join(join)}
                {forecast.areas.some((area) => area.approximate && area.adcodes.length)
                  ? ` · ${t("approximate")}`
                  : ""}
              </span>
              <WordsLink source={forecast.source} further={forecast.furtherSources} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
