"use client";
import { useLocale, useTranslations } from "next-intl";
import { useLive } from "@/components/shell/live";
import { SourceLine } from "@/components/ui/source-line";
import { showAge, showNumber, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { latestWord, type SectionBrief, type Word } from "@/lib/waters/section";
import styles from "./popup.module.css";
import { StateMark } from "./state-mark";
import { inkOf, WATER_STYLE } from "./water-style";
import { MarkDoubt, TrendWords } from "./word-parts";

interface Props {
  section: SectionBrief;
  /** Those that the thinned map drew no symbol for, at the same place. */
  hidden?: readonly SectionBrief[];
}

const LISTED = 8;

/** What a symbol on the map stands for: state, exceedance, trend, and who says so, with the ages side by side. */
export default function WaterPopup({ section, hidden = [] }: Props) {
  const t = useTranslations("waters");
  const locale = useLocale();
  const nameOf = (of: SectionBrief) => (locale === "en" ? of.nameEn : of.name);
  const word = latestWord(section);
  return (
    <article className={styles.popup} data-testid="water-popup">
      <h3>
        <a href={localPath(locale, `/waters/${section.id}`)}>{nameOf(section)}</a>
        {section.synthetic ? <small className={styles.synthetic}>{t("synthetic")}</small> : null}
      </h3>
      <p className={styles.state}>
        <StateMark state={section.state} />
        {word?.trend ? (
          <span>
            {" "}
            · <TrendWords word={word} />
          </span>
        ) : null}
        {word ? <Exceedance word={word} /> : null}
      </p>
      <dl className={styles.words}>
        <WordOf label={t(`teller.${section.gauge?.teller ?? "gauge"}`)} word={section.gauge} />
        <WordOf label={t("teller.bulletin")} word={section.report} />
      </dl>
      {section.conflict ? <p className="stale">{t("contradiction")}</p> : null}
      <p>
        <a href={localPath(locale, `/waters/${section.id}`)}>{t("open")}</a>
      </p>
      {hidden.length ? (
        <p className={styles.hidden}>
          {t("alsoHere", { count: hidden.length })}
          {hidden.slice(0, LISTED).map((other) => (
            <a key={other.id} href={localPath(locale, `/waters/${other.id}`)}>
              <span aria-hidden="true" style={{ color: inkOf(other.state) }}>
                {WATER_STYLE[other.state].mark}
              </span>
              {nameOf(other)}
            </a>
          ))}
        </p>
      ) : null}
    </article>
  );
}

function Exceedance({ word }: { word: Word }) {
  const t = useTranslations("waters");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const { exceedance, exceeds } = word;
  if (exceedance === null || exceeds === null) return null;
  const mark = marks(exceeds.toUpperCase() as "WARNING");
  return (
    <strong className={styles.exceedance}>
      {t(exceedance < 0 ? "under" : "over", { mark, value: showNumber(Math.abs(exceedance), locale, 2) })}{" "}
      <MarkDoubt word={word} />
    </strong>
  );
}

function WordOf({ label, word }: { label: string; word: Word | null }) {
  const t = useTranslations("waters");
  const statuses = useTranslations("waters.state");
  const locale = useLocale();
  const { now } = useLive();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {word ? (
          <>
            <span className={styles.figure}>
              {word.stage === null ? statuses(word.state) : `${showNumber(word.stage, locale, 2)} m`}
            </span>
            <span className={word.stale ? "stale" : undefined}>
              {showTime(Date.parse(word.at), locale, word.precision)} ·{" "}
              {showAge(Date.parse(word.at), now, locale)}
            </span>
            <SourceLine source={word.source} />
          </>
        ) : (
          <span className="muted">{t("none")}</span>
        )}
      </dd>
    </div>
  );
}
