"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { WordsLink } from "@/components/ui/source-line";
import { showAge, showTime } from "@/lib/format";
import { type GapRecord, GapRule } from "@/lib/gaps/record";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import gapStyles from "./gaps.module.css";

interface Props {
  gaps: readonly GapRecord[];
  /** World time, epoch ms. */
  now: number;
}

const target = ({ subject, adcode }: GapRecord) =>
  subject.kind === "outage"
    ? `/outages#outage-${subject.id}`
    : subject.kind === "directive"
      ? `/directives#order-${subject.id}`
      : subject.kind === "water"
        ? `/waters/${subject.id}`
        : `/provinces/${adcode}`;

/** Every gap under its rule: what lacks what, the numbers, since when, and what would close it. */
export function GapList({ gaps, now }: Props) {
  const t = useTranslations("gaps");
  const rules = GapRule.options
    .map((rule) => ({ rule, own: gaps.filter((gap) => gap.rule === rule) }))
    .filter(({ own }) => own.length);
  return (
    <div className={gapStyles.rules} data-testid="gaps">
      {rules.map(({ rule, own }) => (
        <section key={rule} className={styles.section} id={rule} data-rule={rule}>
          <h2>
            {t(`rule.${rule}`)} <small>{t("count", { count: own.length })}</small>
          </h2>
          <p className={styles.note}>{t(`why.${rule}`)}</p>
          <ul className={styles.list}>
            {own.map((gap) => (
              <Line key={`${gap.subject.id}-${gap.adcode}`} gap={gap} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ gap, now }: { gap: GapRecord; now: number }) {
  const t = useTranslations("gaps");
  const locale = useLocale();
  const about = (locale === "en" && gap.aboutEn) || gap.about;
  return (
    <li data-adcode={gap.adcode} data-about={gap.about}>
      <div className={styles.first}>
        <strong>
          <a href={localPath(locale, target(gap))}>{about}</a>
        </strong>
        {gap.adcode && provinceName(gap.adcode, locale) !== about ? (
          <span className="muted">{provinceName(gap.adcode, locale)}</span>
        ) : null}
        <span className={styles.end} suppressHydrationWarning>
          {t("since", { time: showTime(Date.parse(gap.since), locale) })} ·{" "}
          {showAge(Date.parse(gap.since), now, locale)}
        </span>
      </div>
      <p className={styles.line}>
        {locale === "en" ? gap.explanationEn : gap.explanation}
        {gap.source ? <WordsLink source={gap.source} /> : null}
      </p>
      <p className={gapStyles.closes}>{t("closes", { what: locale === "en" ? gap.closesEn : gap.closes })}</p>
    </li>
  );
}
