import { useLocale, useTranslations } from "next-intl";
import { showFullTime, showNumber } from "@/lib/format";
import { overByMark } from "@/lib/waters/chart";
import type { HydrographAnswer } from "@/lib/waters/hydrograph-schema";
import styles from "./hydrograph.module.css";

/** For each mark how long the readings of the period stood at or over it, and the highest of them. */
export function TimesOver({ answer }: { answer: HydrographAnswer }) {
  const t = useTranslations("hydrograph");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const found = overByMark(answer.over);
  if (!found.length) return null;
  return (
    <ul className={styles.spells} data-testid="times-over">
      {found.map((one) => (
        <li key={`${one.mark}-${one.stage}`}>
          {t(one.hours > 0 ? "over" : "overAlone", {
            mark: marks(one.mark.toUpperCase() as "WARNING"),
            stage: showNumber(one.stage, locale, 2),
            hours: showNumber(one.hours, locale, 1),
            stretches: one.stretches,
            highest: showNumber(one.highest, locale, 2),
            time: showFullTime(Date.parse(one.highestAt), locale),
          })}
        </li>
      ))}
    </ul>
  );
}
