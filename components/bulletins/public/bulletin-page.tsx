import { useLocale, useTranslations } from "next-intl";
import { FACT_KINDS } from "@/lib/bulletins/facts";
import { groupsBy } from "@/lib/bulletins/groups";
import type { PublicBulletin } from "@/lib/bulletins/public";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { publisherName } from "@/lib/responses/source-words";
import { FactGroup } from "./fact-group";
import { FullText } from "./full-text";
import styles from "./public.module.css";
import { Updated } from "./updated";

/** One published bulletin: its head, its facts by kind with their words, and its text where it may be shown. */
export function BulletinPage({ bulletin, etag }: { bulletin: PublicBulletin; etag: string }) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  const { items, text, url } = bulletin;
  return (
    <article className={styles.page} data-narrow={text === null || undefined}>
      <header className={styles.head}>
        <p className="no-print">
          <a href={localPath(locale, "/bulletins")}>{t("back")}</a>
        </p>
        <h1 lang="zh-CN">{bulletin.title}</h1>
        <dl className={styles.facts}>
          <div>
            <dt>{t("publisher")}</dt>
            <dd lang="zh-CN">{publisherName(bulletin.publisher, locale)}</dd>
          </div>
          <div>
            <dt>{t("published")}</dt>
            <dd>{showFullTime(Date.parse(`${bulletin.published}T00:00:00+08:00`), locale, "DAY")}</dd>
          </div>
          <div>
            <dt>{t("approvedAt")}</dt>
            <dd>{showFullTime(Date.parse(bulletin.approvedAt), locale)}</dd>
          </div>
          <div>
            <dt>{t("facts")}</dt>
            <dd>
              {t("count", { count: items.length })}
              {bulletin.corrected ? (
                <span className="stale"> · {t("corrected", { count: bulletin.corrected })}</span>
              ) : null}
            </dd>
          </div>
          {url ? (
            <div>
              <dt>{t("source")}</dt>
              <dd className={styles.url}>
                <a href={url} rel="noreferrer nofollow" target="_blank">
                  {new URL(url).host}
                </a>
              </dd>
            </div>
          ) : null}
        </dl>
        <Updated
          url={`/api/v1/bulletins/${bulletin.id}`}
          etag={etag}
          words={t("changed")}
          act={t("reload")}
        />
      </header>
      <div className={text === null ? undefined : styles.double}>
        <div className={styles.groups} data-testid="facts">
          {text === null ? <p className={`muted ${styles.note}`}>{t("excerptNote")}</p> : null}
          {FACT_KINDS.map((kind) => {
            const group = items.filter((item) => item.kind === kind);
            if (!group.length) return null;
            return (
              <section key={kind} aria-labelledby={`kind-${kind}`}>
                <h2 id={`kind-${kind}`} className={styles.kind} data-kind={kind}>
                  {t(`kind.${kind}`)} <span className="muted">{group.length}</span>
                </h2>
                <ol>
                  {groupsBy(group, (item) => item.span.join()).map(([span, items]) => (
                    <FactGroup key={span} items={items} inText={text !== null} />
                  ))}
                </ol>
              </section>
            );
          })}
        </div>
        {text === null ? null : <FullText text={text} items={items} />}
      </div>
    </article>
  );
}
