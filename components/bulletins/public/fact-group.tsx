import { useLocale, useTranslations } from "next-intl";
import { GAP, readable } from "@/lib/bulletins/excerpt";
import type { PublicFact } from "@/lib/bulletins/public";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { linksOf } from "./fact-links";
import { sentenceOf } from "./fact-words";
import styles from "./public.module.css";

/** Facts that the same words state, and below them these words. */
export function FactGroup({ items, inText }: { items: readonly PublicFact[]; inText: boolean }) {
  const [first] = items;
  if (!first) return null;
  return (
    <li className={styles.group} data-kind={first.kind} data-testid="fact-group">
      {items.map((item) => (
        <Fact key={item.fact} item={item} inText={inText} />
      ))}
      <Quote item={first} />
    </li>
  );
}

/** One fact: what it says, when, what became of it, and where it lives on the site. */
function Fact({ item, inText }: { item: PublicFact; inText: boolean }) {
  const t = useTranslations("bulletins");
  const terms = useTranslations("terms");
  const trends = useTranslations("list.trend");
  const filters = useTranslations("filters");
  const locale = useLocale();
  return (
    <div
      id={`fact-${item.fact}`}
      className={styles.fact}
      data-standing={item.standing}
      data-kind={item.kind}
      data-testid="fact"
    >
      <a
        className={styles.number}
        href={`#fact-${item.fact}`}
        aria-label={t("factNumber", { number: item.fact })}
      >
        {item.fact}
      </a>
      <p>
        <span className={styles.sentence}>
          {sentenceOf(item, { t, terms, trends, joiner: filters("joiner"), locale })}
        </span>{" "}
        <time className={styles.time} dateTime={item.at}>
          {showFullTime(Date.parse(item.at), locale, item.precision)}
        </time>
      </p>
      <Correction item={item} />
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
  );
}

function Correction({ item: { standing, correction } }: { item: PublicFact }) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  if (standing === "standing" || !correction) return null;
  return (
    <p className={`stale ${styles.standing}`} data-testid="standing">
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
  if (!excerpt) return <p className={`muted ${styles.quote}`}>{t("noExcerpt")}</p>;
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
