"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { showFullTime, showNumber } from "@/lib/format";
import { datumWords } from "@/lib/waters/datums";
import type { HydrographAnswer } from "@/lib/waters/hydrograph-schema";
import styles from "./hydrograph.module.css";

const MOST_ROWS = 500;

/** The chart's points as a table, newest first; made only when opened. */
export function ReadingsTable({ answer }: { answer: HydrographAnswer }) {
  const t = useTranslations("hydrograph");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const rows = [...answer.readings].reverse().slice(0, MOST_ROWS);
  return (
    <details className={styles.twin} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("table", { count: answer.readings.length })}</summary>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={t("table", { count: rows.length })}>
          <table data-testid="readings-table">
            <thead>
              <tr>
                <th scope="col">{t("time")}</th>
                <th scope="col">{t("stageAxis", { datum: datumWords(answer.datum, locale) })}</th>
                <th scope="col">{t("flowAxis")}</th>
                <th scope="col">{t("notes")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.at}-${row.stage}`}>
                  <td>{showFullTime(Date.parse(row.at), locale)}</td>
                  <td>{row.stage === null ? "—" : showNumber(row.stage, locale, 2)}</td>
                  <td>{row.flow === null ? "—" : showNumber(row.flow, locale)}</td>
                  <td>
                    {row.gap ? t("gapBefore") : ""}
                    {row.datum ? ` ${t("otherDatum", { datum: datumWords(row.datum, locale) })}` : ""}
                    {row.doubted ? ` ${t("doubted")}` : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {answer.readings.length > MOST_ROWS ? (
            <p className="muted">{t("tableCut", { count: MOST_ROWS })}</p>
          ) : null}
        </section>
      ) : null}
    </details>
  );
}
