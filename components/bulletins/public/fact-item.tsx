import { useLocale, useTranslations } from "next-intl";
import { GAP, readable } from "@/lib/bulletins/excerpt";
import type { PublicFact } from "@/lib/bulletins/public";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { linksOf } from "./fact-links";
import { sentenceOf } from "./fact-words";
import styles from "./public.module.css";

/** One fact: what it says, what became of it, the words that state it, and where it lives on the site. */
export function FactItem({ item, inText }: { item: PublicFact; inText: boolean }) {
  const t = useTranslations("bulletins");
  const terms = useTranslations("terms");
  const trends = useTranslations("list.trend");
  const filters = useTranslations("filters");
  const locale = useLocale();
  return (
    <li
      id={`fact-${item.fact}`}
      className={styles.fact}
      data-kind={item.kind}
      data-standing={item.standing}
      data-testid="fact"
    >
      <a
        className={styles.number}
        href={`#fact-${item.fact}`}
        aria-label={t("factNumber", { number: item.fact })}
      >
        {item.fact}
      </a>
      <div className={styles.said}>
        <p className={styles.sentence}>
          {sentenceOf(item, { t, terms, trends, joiner: filters("joiner"), locale })}
        </p>
        <p className={styles.time}>
          <time dateTime={item.at}>{showFullTime(Date.parse(item.at), locale, item.precision)}</time>
        </p>
        <Correction item={item} />
        <Quote item={item} />
        <ul className={styles.links}>
          {inText ? (
            <li>
              <a href={`#words-${item.fact}`}>{t("inText")}</a>
            </li>
          ) : null}
          {linksOf(item, t, locale).map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function Correction({ item: { standing, correction } }: { item: PublicFact }) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  if (standing === "standing" || !correction) return null;
  return (
    <p className="stale" data-testid="standing">
      {t(standing, { time: showFullTime(Date.parse(correction.at), locale) })}
      {correction.reason ? ` ${t("because", { reason: correction.reason })}` : ""}
      {correction.bulletin ? (
        <>
          {" "}
          <a
            href={localPath(locale, `/bulletins/${correction.bulletin.id}#fact-${correction.bulletin.fact}`)}
          >
            {t("newFact")}
          </a>
        </>
      ) : null}
    </p>
  );
}

function Quote({ item: { excerpt } }: { item: PublicFact }) {
  const t = useTranslations("bulletins");
  if (!excerpt) return <p className="muted">{t("noExcerpt")}</p>;
  return (
    <blockquote className={styles.quote} lang="zh-CN">
      {excerpt.openStart ? <span className="muted">{GAP}</span> : null}
      {readable(excerpt.before)}
      <mark>{readable(excerpt.words)}</mark>
      {readable(excerpt.after)}
      {excerpt.openEnd ? <span className="muted">{GAP}</span> : null}
    </blockquote>
  );
}
