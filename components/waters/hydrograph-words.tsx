"use client";
import { useLocale, useTranslations } from "next-intl";
import { SourceLine } from "@/components/ui/source-line";
import { joinerOf, showFullTime, showNumber, showTime } from "@/lib/format";
import { otherDatum, spellSpan } from "@/lib/waters/chart";
import { datumWords } from "@/lib/waters/datums";
import type { Spell } from "@/lib/waters/hydrograph-schema";
import styles from "./hydrograph.module.css";
import { TimesOver } from "./times-over";
import type { Curves } from "./use-hydrograph";

/** What the chart shows, and how it was drawn, in words. */
export function HydrographWords({ curves }: { curves: Curves }) {
  const t = useTranslations("hydrograph");
  const locale = useLocale();
  const { answer, span, others } = curves;
  const { of, points } = answer.reduction;
  const elsewhere = otherDatum(answer.readings, answer.datum);
  const inView = answer.spells.filter((spell) => {
    const covered = spellSpan(spell);
    return covered && covered.to > span.from && covered.from < span.to;
  });
  return (
    <div id="hydrograph-words" className={styles.words}>
      <p>
        {t("span", {
          from: showFullTime(span.from, locale),
          to: showFullTime(span.to, locale),
          count: of,
        })}{" "}
        {answer.reduced ? t("reduced", { of, points }) : ""} {gapWords(t, locale, answer.gapMinutes)}{" "}
        {t("datum", { datum: datumWords(answer.datum, locale) })}
        {elsewhere.length ? ` ${t("elsewhere", { count: elsewhere.length })}` : ""}
        {answer.synthetic ? ` ${t("synthetic")}` : ""}
      </p>
      {others.length ? (
        <p>
          {t("others", {
            years: others
              .map(({ year, answer: { readings } }) => `${year} (${showNumber(readings.length, locale)})`)
              .join(joinerOf(locale)),
          })}
        </p>
      ) : null}
      {answer.crest ? (
        <p>
          {t("crest", {
            stage: showNumber(answer.crest.stage, locale, 2),
            time: showTime(Date.parse(answer.crest.at), locale, answer.crest.precision),
            publisher: answer.crest.publisher,
          })}
        </p>
      ) : null}
      <TimesOver answer={answer} />
      {inView.length ? (
        <ul className={styles.spells} data-testid="spells">
          {inView.map((spell) => (
            <SpellLine key={`${spell.mark}-${spell.from}-${spell.to}`} spell={spell} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function gapWords(t: ReturnType<typeof useTranslations<"hydrograph">>, locale: string, minutes: number) {
  return minutes < 120
    ? t("gapMinutes", { minutes: showNumber(minutes, locale) })
    : t("gapHours", { hours: showNumber(minutes / 60, locale, minutes % 60 ? 1 : 0) });
}

function SpellLine({ spell }: { spell: Spell }) {
  const t = useTranslations("hydrograph");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const covered = spellSpan(spell);
  const time = (ms: number, given: boolean) => showTime(ms, locale, given ? "MINUTE" : "DAY");
  return (
    <li>
      <span className={styles.band} aria-hidden="true" />
      {t("spell", {
        mark: marks(spell.mark.toUpperCase() as "WARNING"),
        from: covered ? time(covered.from, spell.from !== null) : "—",
        to: covered ? time(covered.to, spell.to !== null) : "—",
        days: spell.days ?? 0,
        counted: covered?.counted ? "yes" : "no",
      })}
      <SourceLine source={spell.source} />
    </li>
  );
}
