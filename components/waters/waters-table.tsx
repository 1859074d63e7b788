import { useLocale, useTranslations } from "next-intl";
import { wordsPath } from "@/components/ui/source-line";
import { showAge, showFullTime, showNumber } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import { basinName } from "@/lib/waters/basins";
import type { Word } from "@/lib/waters/section";
import { type Sort, sortedBy, type TableView, type WaterRow } from "@/lib/waters/table";
import { Sparkline } from "./sparkline";
import { StateMark } from "./state-mark";
import styles from "./waters.module.css";
import { MarkDoubt } from "./word-parts";

interface Props {
  rows: readonly WaterRow[];
  view: TableView;
  link: (view: TableView) => string;
  at: number;
}

const SPARK_MS = 3 * 86_400_000;

export function WatersTable({ rows, view, link, at }: Props) {
  const t = useTranslations("watersPage");
  const head = (sort: Sort, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={view.sort === sort ? (view.descending ? "descending" : "ascending") : undefined}
    >
      <a href={link(sortedBy(view, sort))}>
        {t(`column.${sort}`)}
        {view.sort === sort ? <span aria-hidden="true">{view.descending ? " ↓" : " ↑"}</span> : null}
      </a>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("heading")}>
      <table className={styles.table} data-testid="waters-table">
        <thead>
          <tr>
            {head("name")}
            {head("state")}
            {head("stage", styles.number)}
            {head("exceedance", styles.number)}
            {head("trend")}
            <th scope="col" className={styles.wide}>
              {t("column.spark")}
            </th>
            {head("age")}
            <th scope="col" className={styles.wide}>
              {t("column.river")}
            </th>
            <th scope="col" className={styles.wide}>
              {t("column.province")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} at={at} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who says it; of a bulletin, the way to its words. */
function Teller({ word: { teller, source } }: { word: Word }) {
  const t = useTranslations("waters.short");
  const list = useTranslations("list");
  const locale = useLocale();
  if (!source.bulletin) return <span className="muted"> {t(teller)}</span>;
  return (
    <>
      {" "}
      <a
        href={wordsPath(source.bulletin, locale)}
        title={list("words")}
        aria-label={`${t(teller)} · ${list("words")}`}
      >
        {t(teller)}
      </a>
    </>
  );
}

function Line({ row, at }: { row: WaterRow; at: number }) {
  const t = useTranslations("watersPage");
  const waters = useTranslations("waters");
  const trends = useTranslations("list.trend");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const { word } = row;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "—" : showNumber(value, locale, 2);
  return (
    <tr data-section={row.id} data-state={row.state}>
      <th scope="row">
        <a className={styles.name} href={localPath(locale, `/waters/${row.id}`)}>
          {locale === "en" ? row.nameEn : row.name}
        </a>
        {row.synthetic ? <small className={styles.synthetic}>{waters("synthetic")}</small> : null}
        {row.conflict ? (
          <small className="stale" title={waters("contradiction")}>
            {" "}
            {t("conflict")}
          </small>
        ) : null}
      </th>
      <td>
        <StateMark state={row.state} />
      </td>
      <td className={styles.number}>{number(word?.stage)}</td>
      <td className={styles.number}>
        {word?.exceedance !== null && word?.exceedance !== undefined && word.exceeds ? (
          <>
            <MarkDoubt word={word} />{" "}
            <span className="muted">{marks(word.exceeds.toUpperCase() as "WARNING")} </span>
            {word.exceedance > 0 ? "+" : ""}
            {number(word.exceedance)}
          </>
        ) : (
          "—"
        )}
      </td>
      <td>{word?.trend ? trends(word.trend) : "—"}</td>
      <td className={styles.wide}>
        {row.gauge ? <Sparkline id={row.id} to={row.gauge.at} span={SPARK_MS} /> : null}
      </td>
      <td className={word?.stale ? "stale" : undefined}>
        {word ? (
          <time dateTime={word.at} title={showFullTime(Date.parse(word.at), locale, word.precision)}>
            {showAge(Date.parse(word.at), at, locale)}
          </time>
        ) : (
          "—"
        )}
        {word ? <Teller word={word} /> : null}
      </td>
      <td className={styles.wide}>
        {(locale === "en" ? row.riverEn : row.river) ?? "—"}
        {row.basin ? <span className="muted"> {basinName(row.basin, locale)}</span> : null}
      </td>
      <td className={styles.wide}>{row.adcodes.map((code) => provinceName(code, locale)).join(" ")}</td>
    </tr>
  );
}
