"use client";
import { useLocale, useTranslations } from "next-intl";
import { showFullTime, showNumber } from "@/lib/format";
import { type ChartRow, markLines } from "@/lib/waters/chart";
import styles from "./hydrograph.module.css";
import type { Curves } from "./use-hydrograph";

/** The reading under the cursor in words, told to screen readers as it moves; without one, how to move it. */
export function Readout({ curves, cursor }: { curves: Curves | null; cursor: ChartRow | null }) {
  const t = useTranslations("hydrograph");
  const waters = useTranslations("waters");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const warning =
    cursor && curves
      ? markLines(curves.answer.marks, curves.span).find(
          ({ mark, from, to }) => mark.kind === "warning" && from <= cursor.time && cursor.time <= to,
        )?.mark
      : undefined;
  const over = cursor?.stage != null && warning ? cursor.stage - warning.stage : null;
  return (
    <output className={styles.readout} aria-live="polite" data-testid="readout">
      {cursor ? (
        <>
          <span>{showFullTime(cursor.time, locale)}</span>
          {cursor.stage === null ? null : <strong>{showNumber(cursor.stage, locale, 2)} m</strong>}
          {cursor.flow === null ? null : <span>{showNumber(cursor.flow, locale)} m³/s</span>}
          {over === null ? null : (
            <span>
              {waters(over < 0 ? "under" : "over", {
                mark: marks("WARNING"),
                value: showNumber(Math.abs(over), locale, 2),
              })}
            </span>
          )}
        </>
      ) : (
        <span className="muted">{t("hint")}</span>
      )}
    </output>
  );
}
