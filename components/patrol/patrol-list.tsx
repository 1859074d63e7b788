"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { SourceLine } from "@/components/ui/source-line";
import { showAge, showNumber, showTime } from "@/lib/format";
import type { DangerRecord, PatrolRecord } from "@/lib/patrols/record";

interface Props {
  patrols: readonly PatrolRecord[];
  dangers: readonly DangerRecord[];
  /** World time, epoch ms. */
  now: number;
}

/** Who walks the dikes, and what they found. */
export function PatrolList({ patrols, dangers, now }: Props) {
  const t = useTranslations("patrol");
  const locale = useLocale();
  if (!patrols.length && !dangers.length) return <p className="muted">{t("noneHere")}</p>;
  return (
    <ul className={styles.list} data-testid="patrols">
      {dangers.map((danger) => (
        <li key={`d${danger.id}`}>
          <div className={styles.first}>
            <strong>
              {t(`kind.${danger.kind}`)} · {t(`grade.${danger.grade}`)}
            </strong>
            <span>
              {(locale === "en" && danger.sectionNameEn) || danger.sectionName} {danger.place}
            </span>
            <span className={styles.tag} data-late={danger.state === "cleared" ? undefined : true}>
              {t(`state.${danger.state.toUpperCase() as "FOUND"}`)}
            </span>
            <span className={styles.end} suppressHydrationWarning>
              {showTime(Date.parse(danger.stateAt), locale)} ·{" "}
              {showAge(Date.parse(danger.stateAt), now, locale)}
            </span>
          </div>
          {danger.note ? <p className={styles.line}>{danger.note}</p> : null}
          <SourceLine source={danger.source} further={danger.furtherSources} />
        </li>
      ))}
      {patrols.map((patrol) => (
        <li key={`p${patrol.id}`}>
          <div className={styles.first}>
            <strong>{(locale === "en" && patrol.sectionNameEn) || patrol.sectionName}</strong>
            <span>
              {[
                patrol.people === null ? "" : t("peopleLine", { count: showNumber(patrol.people, locale) }),
                patrol.lengthKm === null
                  ? ""
                  : t("kmLine", {
                      km: showNumber(patrol.patrolledKm ?? patrol.lengthKm, locale),
                      length: showNumber(patrol.lengthKm, locale),
                    }),
                patrol.shifts === null ? "" : t("shiftLine", { count: patrol.shifts }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <span className={styles.end} suppressHydrationWarning>
              {showTime(Date.parse(patrol.at), locale, patrol.precision)} ·{" "}
              {showAge(Date.parse(patrol.at), now, locale)}
            </span>
          </div>
          {patrol.note ? <p className={styles.line}>{patrol.note}</p> : null}
          <SourceLine source={patrol.source} />
        </li>
      ))}
    </ul>
  );
}
