"use client";
import { useLocale, useTranslations } from "next-intl";
import { useFieldError } from "@/components/forms/fields";
import { useRefusal } from "@/components/forms/use-refusal";
import { showTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import styles from "./patrol.module.css";
import type { Report } from "./store";

interface Props {
  reports: readonly Report[];
  sending: boolean;
  onSend: () => void;
  onDrop: (report: Report) => void;
  /** Takes a refused report back into the form. */
  onMend: (report: Report) => void;
}

/** What lies on this device: what waits, what was refused and why, and what has just gone out. */
export function WaitingList({ reports, sending, onSend, onDrop, onMend }: Props) {
  const t = useTranslations("patrol");
  const waiting = reports.filter((report) => report.state === "waiting").length;
  if (!reports.length) return null;
  return (
    <section className={styles.waiting} aria-label={t("kept")} data-testid="waiting">
      <h2>{t("kept")}</h2>
      <p role="status">
        {sending ? t("sending") : waiting ? t("waitingCount", { count: waiting }) : t("allSent")}
      </p>
      {waiting ? (
        <button type="button" className="button" disabled={sending} onClick={onSend}>
          {t("sendNow")}
        </button>
      ) : null}
      <ul>
        {[...reports].reverse().map((report) => (
          <ReportLine key={report.clientId} report={report} onDrop={onDrop} onMend={onMend} />
        ))}
      </ul>
    </section>
  );
}

function ReportLine({ report, onDrop, onMend }: { report: Report } & Pick<Props, "onDrop" | "onMend">) {
  const t = useTranslations("patrol");
  const refused = useRefusal();
  const locale = useLocale();
  const field = useFieldError(report.problem ? { ok: false, ...report.problem } : null);
  const { problem } = report;
  const why = problem ? (refused(problem.refusal, problem.values) ?? refused("unavailable")) : "";
  const fields = [...new Set(Object.keys(report.problem?.fields ?? {}).map((name) => field(name)))];
  return (
    <li data-state={report.state}>
      <strong>{report.sectionName}</strong> {provinceName(report.province, locale)} ·{" "}
      {showTime(Date.parse(`${report.at}:00+08:00`) || 0, locale)} ·{" "}
      {t("dangerCount", { count: report.dangers.length })}
      <p className={report.state === "refused" ? "stale" : "muted"}>
        {t(`reportState.${report.state}`)}
        {why ? ` ${why} ${fields.filter(Boolean).join(" ")}` : ""}
      </p>
      {report.state === "refused" ? (
        <p className={styles.row}>
          <button type="button" className="button" onClick={() => onMend(report)}>
            {t("mend")}
          </button>
          <button type="button" className="button" onClick={() => onDrop(report)}>
            {t("drop")}
          </button>
        </p>
      ) : null}
    </li>
  );
}
