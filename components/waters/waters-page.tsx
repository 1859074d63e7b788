import { useLocale, useTranslations } from "next-intl";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import {
  choicesOf,
  PAGE_ROWS,
  type TableView,
  tableParams,
  tableRows,
  type WaterRow,
} from "@/lib/waters/table";
import styles from "./waters.module.css";
import { WatersFilters } from "./waters-filters";
import { WatersTable } from "./waters-table";

interface Props {
  rows: readonly WaterRow[];
  view: TableView;
  /** The world time of the picture, epoch ms. */
  at: number;
}

/** Every section there is, in the order and through the filter of the address. */
export function WatersPage({ rows, view, at }: Props) {
  const t = useTranslations("watersPage");
  const locale = useLocale();
  const shown = tableRows(rows, view);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_ROWS));
  const page = Math.min(view.page, pages);
  const link = (next: TableView) => {
    const query = tableParams(next).toString();
    return `${localPath(locale, "/waters")}${query ? `?${query}` : ""}`;
  };
  const rivers = new Map(rows.map((row) => [row.river ?? "", row.riverEn ?? row.river ?? ""]));
  const unplaced = rows.filter(
    (row) => row.kind === "station" && (row.lat === null || row.lon === null),
  ).length;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted" data-testid="waters-count">
          {t("count", { shown: shown.length, all: rows.length })} · {showFullTime(at, locale)}
        </p>
      </header>
      <WatersFilters view={view} choices={choicesOf(rows)} rivers={rivers} />
      {shown.length ? (
        <WatersTable
          rows={shown.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)}
          view={view}
          link={link}
          at={at}
        />
      ) : (
        <p className={styles.empty} data-testid="waters-empty">
          {t(rows.length ? "empty" : "emptyAll")}
          <br />
          <a href={localPath(locale, "/waters")}>{t("clear")}</a>
        </p>
      )}
      {pages > 1 ? (
        <nav className={styles.pages} aria-label={t("pages")}>
          {page > 1 ? <a href={link({ ...view, page: page - 1 })}>{t("before")}</a> : null}
          <span>{t("page", { page, pages })}</span>
          {page < pages ? <a href={link({ ...view, page: page + 1 })}>{t("next")}</a> : null}
        </nav>
      ) : null}
      <p className={styles.notes}>
        {t("note")} {unplaced ? t("unplaced", { count: unplaced }) : ""}
      </p>
    </div>
  );
}
