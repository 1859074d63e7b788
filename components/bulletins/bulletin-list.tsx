import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/forms/forms.module.css";
import type { BulletinPage } from "@/lib/bulletins/list";
import { State } from "@/lib/bulletins/state";
import { localPath } from "@/lib/i18n/routing";
import { publisherName } from "@/lib/responses/source-words";
import own from "./list.module.css";
import { Busy } from "./public/busy";
import { fullTimeOf, minuteOf, timeOf } from "./sentence";
import { StateChip } from "./state-chip";

interface Props {
  page: BulletinPage;
  filter: { state?: State; words?: string };
}

/** The bulletins received, with how far each has come; the filter is in the address. */
export function BulletinList({ page, filter }: Props) {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const base = localPath(locale, "/admin/bulletins");
  const to = (state?: State) => {
    const query = new URLSearchParams({
      ...(state ? { state } : {}),
      ...(filter.words ? { q: filter.words } : {}),
    }).toString();
    return query ? `${base}?${query}` : base;
  };
  const shown = State.options.filter((state) => page.tally[state] || state === filter.state);
  return (
    <Busy links="nav a, td a">
      <div className={own.page}>
        <div className={own.top}>
          <a className="button primary" href={`${base}/new`}>
            {t("new")}
          </a>
          {page.any ? (
            <form className={own.search} action={base}>
              {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
              <input
                type="search"
                name="q"
                defaultValue={filter.words}
                aria-label={t("filterWords")}
                placeholder={t("filterWords")}
              />
              <button type="submit" className="button">
                {t("filter")}
              </button>
            </form>
          ) : null}
        </div>
        {page.any ? (
          <nav aria-label={t("filterStates")} className={own.states}>
            <a href={to()} aria-current={filter.state ? undefined : "true"}>
              {t("all", { count: page.total })}
            </a>
            {shown.map((state) => (
              <a key={state} href={to(state)} aria-current={filter.state === state ? "true" : undefined}>
                {t(`stateName.${state}`)} {page.tally[state]}
              </a>
            ))}
          </nav>
        ) : null}
        {page.rows.length ? (
          <div className={styles.scroll} data-wide data-rows>
            <table className={`${styles.table} ${own.table}`}>
              <thead>
                <tr>
                  {(["title", "state", "facts", "publisher", "published", "received", "by"] as const).map(
                    (key) => (
                      <th key={key} scope="col">
                        {t(key)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {page.rows.map((row) => (
                  <tr key={row.id}>
                    <td className={own.named}>
                      <a href={`${base}/${row.id}`}>{row.title}</a>
                    </td>
                    <td>
                      <StateChip state={row.state} />
                      {row.step ? <span className="muted"> {row.step.by}</span> : null}
                    </td>
                    <td className={own.number} data-label={t("facts")}>
                      {row.facts ?? row.proposals}
                    </td>
                    <td data-label={t("publisher")}>{publisherName(row.publisher, locale)}</td>
                    <td className={own.nowrap} data-label={t("published")}>
                      {fullTimeOf(row.published, locale)}
                    </td>
                    <td className={own.nowrap} data-label={t("received")}>
                      {timeOf(minuteOf(row.received), locale)}
                    </td>
                    <td data-label={t("by")}>{row.by}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <p>{page.any ? t("noneHere") : t("none")}</p>
        )}
        {page.full ? <p className="muted">{t("newestOnly")}</p> : null}
      </div>
    </Busy>
  );
}
