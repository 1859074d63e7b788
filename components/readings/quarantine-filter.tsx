import { useTranslations } from "next-intl";
import styles from "@/components/forms/forms.module.css";
import type { QuarantineFilter } from "@/lib/readings/read";
import { REASONS } from "@/lib/readings/rules";

/** Which doubted readings are shown; each reason says how many it has. The choice lives in the address. */
export function QuarantineFilters({
  filter,
  counts,
}: {
  filter: QuarantineFilter;
  counts: Record<string, number>;
}) {
  const t = useTranslations("readings");
  return (
    <form method="get" className={styles.inline}>
      <div className={styles.field}>
        <label htmlFor="reason">{t("reasonFilter")}</label>
        <select id="reason" name="reason" defaultValue={filter.reason ?? ""}>
          <option value="">{t("every")}</option>
          {REASONS.filter((reason) => counts[reason] || filter.reason === reason).map((reason) => (
            <option key={reason} value={reason}>
              {t(`reason.${reason}`)} ({counts[reason] ?? 0})
            </option>
          ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor="station">{t("station")}</label>
        <input id="station" name="station" defaultValue={filter.station} maxLength={60} />
      </div>
      <div className={styles.field}>
        <label htmlFor="decided">{t("shown")}</label>
        <select id="decided" name="decided" defaultValue={filter.decided}>
          <option value="open">{t("open")}</option>
          <option value="all">{t("all")}</option>
        </select>
      </div>
      <button type="submit" className="button">
        {t("filter")}
      </button>
    </form>
  );
}
