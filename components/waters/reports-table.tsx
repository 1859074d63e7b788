import { useLocale, useTranslations } from "next-intl";
import { SourceLine } from "@/components/ui/source-line";
import { showFullTime, showNumber } from "@/lib/format";
import type { Word } from "@/lib/waters/section";
import styles from "./section.module.css";
import { StateMark } from "./state-mark";

const SHOWN = 60;

/** What bulletins said of the section, newest first, up to the time of the page. */
export function ReportsTable({ reports }: { reports: readonly Word[] }) {
  const t = useTranslations("waterSection");
  const trends = useTranslations("list.trend");
  const locale = useLocale();
  if (!reports.length) return <p className="muted">{t("noReports")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("reports")}>
      <table className={styles.table} data-testid="reports-table">
        <thead>
          <tr>
            <th scope="col">{t("time")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className={styles.number}>
              {t("stage")}
            </th>
            <th scope="col">{t("trend")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {reports.slice(0, SHOWN).map((report) => (
            <tr key={`${report.at}-${report.state}-${report.stage}-${report.source.title}`}>
              <td>{showFullTime(Date.parse(report.at), locale, report.precision)}</td>
              <td>
                <StateMark state={report.state} />
              </td>
              <td className={styles.number}>
                {report.stage === null ? "—" : showNumber(report.stage, locale, 2)}
              </td>
              <td>{report.trend ? trends(report.trend) : "—"}</td>
              <td>
                <SourceLine source={report.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
