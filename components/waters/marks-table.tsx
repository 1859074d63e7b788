import { useLocale, useTranslations } from "next-intl";
import { SourceLine } from "@/components/ui/source-line";
import { parseTime, showFullTime, showNumber } from "@/lib/format";
import { datumWords } from "@/lib/waters/datums";
import type { MarkRecord } from "@/lib/waters/schema";
import styles from "./section.module.css";

/** Every mark with its datum, source, first day and how sure it is; those no longer in force are struck through. */
export function MarksTable({
  marks,
  current,
}: {
  marks: readonly MarkRecord[];
  current: readonly MarkRecord[];
}) {
  const t = useTranslations("waterSection");
  const names = useTranslations("terms.mark");
  const statuses = useTranslations("terms.markStatus");
  const locale = useLocale();
  if (!marks.length) return <p className="muted">{t("noMarks")}</p>;
  const holds = (mark: MarkRecord) =>
    current.some(
      (one) => one.kind === mark.kind && one.stage === mark.stage && one.validFrom === mark.validFrom,
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("marks")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("mark")}</th>
            <th scope="col" className={styles.number}>
              {t("stage")}
            </th>
            <th scope="col">{t("datum")}</th>
            <th scope="col">{t("validFrom")}</th>
            <th scope="col">{t("sureness")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => {
            const from = mark.validFrom === null ? undefined : parseTime(mark.validFrom);
            return (
              <tr
                key={`${mark.kind}-${mark.stage}-${mark.validFrom}`}
                data-struck={!holds(mark) || undefined}
              >
                <th scope="row">{names(mark.kind.toUpperCase() as "WARNING")}</th>
                <td className={styles.number}>{showNumber(mark.stage, locale, 2)}</td>
                <td>{datumWords(mark.datum, locale)}</td>
                <td>{from ? showFullTime(from.ms, locale, "DAY") : t("always")}</td>
                <td className={mark.status === "sourced" ? undefined : "stale"}>
                  {statuses(mark.status.toUpperCase() as "SOURCED")}
                </td>
                <td>
                  <SourceLine source={{ ...mark.source, bulletin: null }} />
                  {mark.note ? <p className="muted">{mark.note}</p> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
