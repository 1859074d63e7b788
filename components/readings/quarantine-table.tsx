import { useTranslations } from "next-intl";
import { showFullTime, showNumber } from "@/lib/format";
import type { QuarantinePage } from "@/lib/readings/read";
import { datumWords } from "@/lib/waters/datums";
import styles from "./quarantine.module.css";

type Row = QuarantinePage["rows"][number];

interface Props {
  rows: readonly Row[];
  locale: string;
  chosen: readonly string[];
  /** Left out for who may look but not decide. */
  onToggle?: (ids: readonly string[]) => void;
}

const COLUMNS = ["station", "at", "value", "reason", "delivery", "recorded", "decision"] as const;

/** What could be read of the row's numbers; the datum only beside a stage it belongs to. */
function numbersOf(row: Row, locale: string): string {
  const stage = row.stage === null ? null : `${showNumber(row.stage, locale, 2)} m`;
  const flow = row.flow === null ? null : `${showNumber(row.flow, locale)} m³/s`;
  const datum = stage && row.datum !== null ? datumWords(row.datum, locale) : null;
  return [stage, flow, datum].filter(Boolean).join(" · ") || "—";
}

/** Doubted readings, one a line (on a phone one a card): what was sent, why it was not believed, and what became of it. */
export function QuarantineTable({ rows, locale, chosen, onToggle }: Props) {
  const t = useTranslations("readings");
  if (!rows.length) return <p data-testid="quarantine-empty">{t("empty")}</p>;
  const open = rows.filter((row) => !row.decision).map((row) => row.id);
  const every = open.length > 0 && open.every((id) => chosen.includes(id));
  return (
    <div data-wide>
      {onToggle && open.length ? (
        <label>
          <input
            type="checkbox"
            checked={every}
            onChange={() => onToggle(every ? open : open.filter((id) => !chosen.includes(id)))}
          />{" "}
          {t("chooseAll", { count: open.length })}
        </label>
      ) : null}
      <table className={styles.table} data-testid="quarantine">
        <thead>
          <tr>
            {onToggle ? <th>{t("column.choose")}</th> : null}
            {COLUMNS.map((column) => (
              <th key={column}>{t(`column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {onToggle ? (
                <td data-box>
                  {row.decision ? null : (
                    <span className={styles.box}>
                      <input
                        type="checkbox"
                        checked={chosen.includes(row.id)}
                        onChange={() => onToggle([row.id])}
                        aria-label={t("chooseRow", { row: row.row, station: row.station })}
                      />
                    </span>
                  )}
                </td>
              ) : null}
              <Cells row={row} locale={locale} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row, locale }: { row: Row; locale: string }) {
  const t = useTranslations("readings");
  const label = (column: (typeof COLUMNS)[number]) => ({ "data-label": t(`column.${column}`) });
  return (
    <>
      <td>
        <span className={styles.station}>{(locale === "en" ? row.nameEn : row.name) ?? t("noStation")}</span>
        <br /> <code>{row.station}</code>
      </td>
      <td {...label("at")}>{row.at === null ? "—" : showFullTime(row.at, locale)}</td>
      <td {...label("value")}>
        {numbersOf(row, locale)}
        {row.raw ? (
          <details className={styles.raw}>
            <summary>{t("raw")}</summary>
            <code>{row.raw}</code>
          </details>
        ) : null}
      </td>
      <td {...label("reason")}>
        <strong>{t(`reason.${row.reason as "sentinel"}`)}</strong>
        {row.detail ? (
          <>
            <br /> <span className={styles.second}>{row.detail}</span>
          </>
        ) : null}
      </td>
      <td {...label("delivery")}>
        {row.delivery}
        <br /> <span className={styles.second}>{t("row", { row: row.row })}</span>
      </td>
      <td {...label("recorded")}>{showFullTime(row.recordedAt, locale)}</td>
      <td {...label("decision")}>
        {row.decision
          ? `${t(`choice.${row.decision.choice}`)} · ${row.decision.userName} · ${row.decision.reason}`
          : "—"}
      </td>
    </>
  );
}
