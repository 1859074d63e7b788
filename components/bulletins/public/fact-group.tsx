import { useLocale, useTranslations } from "next-intl";
import { wordsPath } from "@/components/ui/source-line";
import { GAP, readable } from "@/lib/bulletins/excerpt";
import { groupsBy } from "@/lib/bulletins/groups";
import type { PublicFact } from "@/lib/bulletins/public";
import { joinerOf, showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { publisherName } from "@/lib/responses/source-words";
import { linksOf } from "./fact-links";
import { sentenceOf, timeOf } from "./fact-words";
import styles from "./public.module.css";

/** Facts that the same words state, and below them these words. */
export function FactGroup({ items, inText }: { items: readonly PublicFact[]; inText: boolean }) {
  const [first] = items;
  if (!first) return null;
  return (
    <li className={styles.group} data-kind={first.kind} data-testid="fact-group">
      {groupsBy(items, (item) => item.fact).map(([number, events]) => (
        <Fact key={number} number={number} events={events} inText={inText} />
      ))}
      <Quote item={first} />
    </li>
  );
}

/** One fact under its number, with each event that it became: an order for four provinces is four. */
function Fact(props: { number: number; events: readonly PublicFact[]; inText: boolean }) {
  const { number, events, inText } = props;
  const t = useTranslations("bulletins");
  return (
    <div id={`fact-${number}`} className={styles.fact} data-testid="fact">
      <a className={styles.number} href={`#fact-${number}`} aria-label={t("factNumber", { number })}>
        {number}
      </a>
      <div>
        {events.map((item, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the events of a published fact never change their order
            key={index}
            item={item}
            inText={inText && index === 0}
          />
        ))}
      </div>
    </div>
  );
}

/** What an event says, when, what became of it, and where it lives on the site. */
function Line({ item, inText }: { item: PublicFact; inText: boolean }) {
  const t = useTranslations("bulletins");
  const terms = useTranslations("terms");
  const dangers = useTranslations("patrol");
  const trends = useTranslations("list.trend");
  const locale = useLocale();
  return (
    <div className={styles.line} data-standing={item.standing}>
      <p>
        <span className={styles.sentence}>
          {sentenceOf(item, { t, terms, dangers, trends, joiner: joinerOf(locale), locale })}
        </span>{" "}
        <time className={styles.time} dateTime={item.at}>
          {timeOf(item, { t, locale })}
        </time>
      </p>
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
      <Confirms item={item} />
      <Correction item={item} />
    </div>
  );
}

/** By which source the same was on record before. */
function Confirms({ item: { confirms } }: { item: PublicFact }) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  if (!confirms) return null;
  const { publisher, title, bulletin } = confirms;
  return (
    <p className={`muted ${styles.standing}`} data-testid="confirms">
      {t("confirms", { publisher: publisherName(publisher, locale), title })}
      {bulletin ? (
        <>
          {" "}
          <a href={wordsPath(bulletin, locale)}>{t("earlierWords")}</a>
        </>
      ) : null}
    </p>
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
