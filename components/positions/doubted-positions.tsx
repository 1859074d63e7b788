import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/forms/forms.module.css";
import { showFullTime } from "@/lib/format";
import type { QuarantinedPosition } from "@/lib/positions/read";
import { POSITION_REASONS, type PositionReason } from "@/lib/positions/rules";

interface Props {
  /** The last ones, newest first, of the viewer's provinces. */
  rows: readonly QuarantinedPosition[];
  reason: PositionReason | undefined;
}

/** Positions that were not believed: what came, for which deployment, and why it was set aside. */
export function DoubtedPositions({ rows, reason }: Props) {
  const t = useTranslations("positions");
  const locale = useLocale();
  const shown = rows.filter((row) => !reason || row.reason === reason);
  const count = (one: PositionReason) => rows.filter((row) => row.reason === one).length;
  return (
    <>
      <h2>{t("heading")}</h2>
      <p>{t("intro")}</p>
      <form method="get" className={styles.inline}>
        <div className={styles.field}>
          <label htmlFor="reason">{t("reasonFilter")}</label>
          <select id="reason" name="reason" defaultValue={reason ?? ""}>
            <option value="">{t("all")}</option>
            {POSITION_REASONS.filter((one) => count(one) || one === reason).map((one) => (
              <option key={one} value={one}>
                {t(`reason.${one}`)} ({count(one)})
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          {t("show")}
        </button>
      </form>
      {shown.length ? (
        <>
          <p className="muted">{t("limit", { count: shown.length })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
          <section className={styles.scroll} data-wide tabIndex={0} aria-label={t("heading")}>
            <table className={styles.table} data-testid="doubted-positions">
              <thead>
                <tr>
                  {(["deployment", "reasonLabel", "row", "recorded", "by"] as const).map((column) => (
                    <th key={column}>{t(column)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.id} data-reason={row.reason}>
                    <td>{row.deployment ?? (row.reason === "unknown_deployment" ? t("none") : "—")}</td>
                    <td>{t(`reason.${row.reason}`)}</td>
                    <td>
                      <code>{row.text}</code>
                    </td>
                    <td>{showFullTime(Date.parse(row.recordedAt), locale)}</td>
                    <td>{row.userName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : (
        <p>{t("empty")}</p>
      )}
    </>
  );
}
