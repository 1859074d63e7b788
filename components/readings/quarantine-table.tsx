import { useTranslations } from "next-intl";
import styles from "@/components/admin/admin.module.css";
import { showFullTime, showNumber } from "@/lib/format";
import type { QuarantinePage } from "@/lib/readings/read";

type Row = QuarantinePage["rows"][number];

interface Props {
  rows: readonly Row[];
  locale: string;
  chosen: readonly string[];
  /** Left out for who may look but not decide. */
  onToggle?: (id: string) => void;
}

/** Doubted readings, one a line: what was sent, why it was not believed, and what became of it. */
export function QuarantineTable({ rows, locale, chosen, onToggle }: Props) {
  const t = useTranslations("readings");
  if (!rows.length) return <p>{t("empty")}</p>;
  const value = (row: Row) =>
    [
      row.stage === null ? null : `${showNumber(row.stage, locale, 2)} m`,
      row.flow === null ? null : `${showNumber(row.flow, locale)} m³/s`,
      row.datum,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div className={styles.scroll} data-wide>
      <table className={styles.table} data-testid="quarantine">
        <thead>
          <tr>
            {onToggle ? <th>{t("column.choose")}</th> : null}
            {(["station", "at", "value", "reason", "delivery", "recorded", "decision"] as const).map(
              (column) => (
                <th key={column}>{t(`column.${column}`)}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {onToggle ? (
                <td>
                  {row.decision ? null : (
                    <input
                      type="checkbox"
                      checked={chosen.includes(row.id)}
                      onChange={() => onToggle(row.id)}
                      aria-label={t("chooseRow", { row: row.row, station: row.station })}
                    />
                  )}
                </td>
              ) : null}
              <td>
                {(locale === "en" ? row.nameEn : row.name) ?? t("noStation")}
                <br />
                <code>{row.station}</code>
              </td>
              <td>{row.at === null ? "—" : showFullTime(row.at, locale)}</td>
              <td>
                {value(row) || "—"}
                {row.raw ? (
                  <details>
                    <summary>{t("raw")}</summary>
                    <code>{row.raw}</code>
                  </details>
                ) : null}
              </td>
              <td>
                {t(`reason.${row.reason as "sentinel"}`)}
                {row.detail ? (
                  <>
                    <br />
                    {row.detail}
                  </>
                ) : null}
              </td>
              <td>
                {row.delivery}
                <br />
                {t("row", { row: row.row })}
              </td>
              <td>{showFullTime(row.recordedAt, locale)}</td>
              <td>
                {row.decision
                  ? `${t(`choice.${row.decision.choice}`)} · ${row.decision.userName} · ${row.decision.reason}`
                  : "—"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
