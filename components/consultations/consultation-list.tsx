"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { SourceLine } from "@/components/ui/source-line";
import type { ConsultationRecord } from "@/lib/consultations/record";
import { joinerOf, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";

/** Who consulted when, led by whom, with which provinces, and what came of it. */
export function ConsultationList({
  consultations,
  empty,
}: {
  consultations: readonly ConsultationRecord[];
  empty: string;
}) {
  const t = useTranslations("consultations");
  const locale = useLocale();
  if (!consultations.length) return <p className="muted">{empty}</p>;
  return (
    <ul className={styles.list} data-testid="consultations">
      {consultations.map((one) => (
        <li key={one.id}>
          <div className={styles.first}>
            <strong>
              {locale === "en" && one.ledByEn.length
                ? one.ledByEn.join(joinerOf(locale))
                : one.ledBy.join("、")}
            </strong>
            <span className={styles.tag}>{t(`kind.${one.kind}`)}</span>
            <time dateTime={one.at}>{showTime(Date.parse(one.at), locale, one.precision)}</time>
          </div>
          {one.provinces.length ? (
            <p className={styles.line}>
              {t("with")}{" "}
              {one.provinces.map((code, index) => (
                <span key={code}>
                  {index ? joinerOf(locale) : ""}
                  <a href={localPath(locale, `/provinces/${code}`)}>{provinceName(code, locale)}</a>
                </span>
              ))}
            </p>
          ) : null}
          {one.decisions ? <p className={styles.line}>{one.decisions}</p> : null}
          <SourceLine source={one.source} further={one.furtherSources} />
        </li>
      ))}
    </ul>
  );
}
