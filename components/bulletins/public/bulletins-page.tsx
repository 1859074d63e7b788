import { useLocale, useTranslations } from "next-intl";
import { FACT_KINDS } from "@/lib/bulletins/facts";
import { type BulletinFilter, filterParams } from "@/lib/bulletins/filter";
import type { BulletinHead, BulletinPage } from "@/lib/bulletins/public";
import { joinerOf, showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import { publisherName } from "@/lib/responses/source-words";
import { BulletinFilters } from "./bulletin-filters";
import { Busy } from "./busy";
import styles from "./public.module.css";
import { Updated } from "./updated";

interface Props {
  page: BulletinPage;
  filter: BulletinFilter;
  publishers: readonly string[];
  /** The tag of this very list, to hear of a newer one. */
  etag: string;
  limit: number;
}

/** The published bulletins, the newest first; the address holds the filter and the page. */
export function BulletinsPage({ page, filter, publishers, etag, limit }: Props) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  const { bulletins, next, total } = page;
  const { after, ...chosen } = filter;
  const here = localPath(locale, "/bulletins");
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted">{t("intro")}</p>
      </header>
      <Busy>
        <BulletinFilters filter={filter} publishers={publishers} />
        <p data-testid="shown" className={styles.shown}>
          <Shown filter={filter} total={total} />
        </p>
        <Updated
          url={`/api/v1/bulletins${filterParams(filter)}${filterParams(filter) ? "&" : "?"}limit=${limit}`}
          etag={etag}
          words={t("newer")}
          act={t("reload")}
        />
        {bulletins.length ? (
          <ol className={styles.list} data-testid="bulletins" data-rows>
            {bulletins.map((head) => (
              <Row key={head.id} head={head} />
            ))}
          </ol>
        ) : (
          <p className={styles.empty} data-testid="empty" data-rows>
            {total ? t("noMore") : Object.values(chosen).some(Boolean) ? t("noMatch") : t("none")}
          </p>
        )}
        {after || next ? (
          <nav className={styles.paging} aria-label={t("pages")}>
            {after ? (
              <a className="button" href={here + filterParams(chosen)}>
                {t("newest")}
              </a>
            ) : null}
            {next ? (
              <a
                className="button"
                rel="next"
                href={here + filterParams({ ...chosen, after: next })}
                data-testid="next"
              >
                {t("older")}
              </a>
            ) : null}
          </nav>
        ) : null}
      </Busy>
    </div>
  );
}

/** What the list shows, in a sentence. */
function Shown({ filter, total }: { filter: BulletinFilter; total: number }) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  const day = (iso: string) => showFullTime(Date.parse(`${iso}T00:00:00+08:00`), locale, "DAY");
  const { from, to, publisher, province } = filter;
  const parts = [
    from && to ? t("between", { from: day(from), to: day(to) }) : null,
    from && !to ? t("since", { from: day(from) }) : null,
    to && !from ? t("until", { to: day(to) }) : null,
    publisher ? t("byPublisher", { publisher: publisherName(publisher, locale) }) : null,
    province ? t("about", { province: provinceName(province, locale) }) : null,
  ].filter(Boolean);
  return parts.length
    ? t("shown", { count: total, parts: parts.join(joinerOf(locale)) })
    : t("shownAll", { count: total });
}

const NAMED = 8;

function Row({ head }: { head: BulletinHead }) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  const named = head.adcodes.slice(0, NAMED).map((adcode) => provinceName(adcode, locale));
  return (
    <li className={styles.row} data-id={head.id}>
      <time className={styles.day} dateTime={head.published}>
        {showFullTime(Date.parse(`${head.published}T00:00:00+08:00`), locale, "DAY")}
      </time>
      <a className={styles.title} href={localPath(locale, `/bulletins/${head.id}`)} lang="zh-CN">
        {head.title}
      </a>
      <p className={`muted ${styles.by}`} lang="zh-CN">
        {publisherName(head.publisher, locale)}
      </p>
      <div className={styles.about}>
        <p className={styles.counts}>
          {FACT_KINDS.flatMap((kind) => {
            const count = head.facts[kind];
            return count ? [`${t(`kind.${kind}`)} ${count}`] : [];
          }).join(" · ")}
          {head.corrected ? (
            <span className="stale"> · {t("corrected", { count: head.corrected })}</span>
          ) : null}
        </p>
        <p className={`muted ${styles.where}`}>
          {named.join(joinerOf(locale))}
          {head.adcodes.length > NAMED ? ` ${t("andMore", { count: head.adcodes.length - NAMED })}` : ""}
        </p>
      </div>
    </li>
  );
}
