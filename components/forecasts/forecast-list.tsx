"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { SourceLine } from "@/components/ui/source-line";
import type { ForecastRecord } from "@/lib/forecasts/record";
import { joinerOf, showTime } from "@/lib/format";
import { RainSwatch } from "./rain-swatch";

interface Props {
  forecasts: readonly ForecastRecord[];
  /** Only the areas of this province are worth naming first. */
  empty: string;
}

/** Rain to come, running and over, each with its period in words; what is over says so. */
export function ForecastList({ forecasts, empty }: Props) {
  if (!forecasts.length) return <p className="muted">{empty}</p>;
  return (
    <ul className={styles.list} data-testid="forecasts">
      {forecasts.map((forecast) => (
        <ForecastLine key={forecast.id} forecast={forecast} />
      ))}
    </ul>
  );
}

function ForecastLine({ forecast }: { forecast: ForecastRecord }) {
  const t = useTranslations("forecasts");
  const locale = useLocale();
  const join = joinerOf(locale);
  const time = (iso: string, precision: "DAY" | "MINUTE") => showTime(Date.parse(iso), locale, precision);
  const name = (area: ForecastRecord["areas"][number]) => (locale === "en" && area.textEn) || area.text;
  const approximate = forecast.areas.filter((area) => area.approximate && area.adcodes.length);
  const nowhere = forecast.areas.filter((area) => !area.adcodes.length);
  return (
    <li data-state={forecast.state}>
      <div className={styles.first}>
        <RainSwatch grade={forecast.state === "expired" ? null : forecast.grade} />
        <strong>{forecast.intensity}</strong>
        <span className={styles.tag} data-on={forecast.current || undefined}>
          {t(`when.${forecast.state}`)}
        </span>
        <span className={styles.end}>
          {t("issued", { time: showTime(Date.parse(forecast.issuedAt), locale, "DAY") })}
        </span>
      </div>
      <p className={styles.line}>
        {time(forecast.from, forecast.fromPrecision)} –{" "}
        {forecast.to ? time(forecast.to, forecast.toPrecision) : t("open")}
        {forecast.grade ? ` · ${t(`grade.${forecast.grade}`)}` : ""}
        {forecast.mm ? ` (${millimetres(forecast.mm)})` : ""}
      </p>
      <p className={styles.line}>{forecast.areas.map(name).join(join)}</p>
      {forecast.note ? <p className={styles.line}>{forecast.note}</p> : null}
      {approximate.length ? (
        <p className={styles.note}>{t("approximate", { areas: approximate.map(name).join(join) })}</p>
      ) : null}
      {nowhere.length ? (
        <p className={styles.note}>{t("nowhere", { areas: nowhere.map(name).join(join) })}</p>
      ) : null}
      <SourceLine source={forecast.source} further={forecast.furtherSources} />
    </li>
  );
}

const millimetres = ({ from, below }: { from: number; below: number | null }) =>
  below === null ? `≥ ${from} mm/24 h` : `${from}–${below} mm/24 h`;
