import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import styles from "@/components/forms/forms.module.css";
import { joinerOf, showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { PROVINCES, provinceName } from "@/lib/provinces/list";

interface Entry {
  id: bigint;
  at: Date;
  userName: string;
  command: string;
  outcome: "DONE" | "REFUSED" | "INVALID" | "FORBIDDEN" | "FAILED";
  detail: string;
  provinces: string[];
  input: unknown;
  result: unknown;
}
interface Props {
  entries: Entry[];
  filter: { who?: string; what?: string; province?: string; day?: string };
}

/** Who did what, when, for which provinces, and what came of it; filtered by the address. */
export function AuditTable({ entries, filter }: Props) {
  const t = useTranslations("admin");
  const filters = useTranslations("filters");
  const locale = useLocale();
  const last = entries.at(-1);
  const older = new URLSearchParams({
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => typeof value === "string")),
    before: String(last?.id ?? ""),
  } as Record<string, string>);
  return (
    <>
      <form method="get" className={styles.inline}>
        <div className={styles.field}>
          <label htmlFor="who">{t("anyone")}</label>
          <input id="who" name="who" defaultValue={filter.who} maxLength={60} />
        </div>
        <div className={styles.field}>
          <label htmlFor="what">{t("anything")}</label>
          <input id="what" name="what" defaultValue={filter.what} maxLength={60} />
        </div>
        <div className={styles.field}>
          <label htmlFor="province">{filters("province")}</label>
          <select id="province" name="province" defaultValue={filter.province ?? ""}>
            <option value="">{filters("all")}</option>
            {PROVINCES.map((row) => (
              <option key={row.adcode} value={row.adcode}>
                {provinceName(row.adcode, locale)}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <label htmlFor="day">{t("day")}</label>
          <input id="day" name="day" type="date" defaultValue={filter.day} />
        </div>
        <button type="submit" className="button">
          {t("filter")}
        </button>
      </form>
      {entries.length ? (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t("auditTime")}</th>
                <th>{t("auditWho")}</th>
                <th>{t("auditWhat")}</th>
                <th>{filters("province")}</th>
                <th>{t("auditOutcome")}</th>
                <th>{t("auditDetail")}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={String(entry.id)}>
                  <td>{showFullTime(entry.at.getTime(), locale)}</td>
                  <td>{entry.userName}</td>
                  <td>{entry.command}</td>
                  <td>{entry.provinces.map((code) => provinceName(code, locale)).join(joinerOf(locale))}</td>
                  <td>{t(`outcome.${entry.outcome}`)}</td>
                  <td>
                    {entry.detail}
                    <AuditedBulletin entry={entry} />
                    <details>
                      <summary>{t("auditDetail")}</summary>
                      <code>{JSON.stringify(entry.input)}</code>
                    </details>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>{t("auditEmpty")}</p>
      )}
      {entries.length === 100 ? <a href={`?${older}`}>…</a> : null}
    </>
  );
}

const OfBulletin = z.object({ bulletinId: z.uuid() });

/** Leads to the bulletin that an entry is about: the public page once it is published here, else the desk's. */
function AuditedBulletin({ entry }: { entry: Entry }) {
  const t = useTranslations("admin");
  const locale = useLocale();
  const about = [entry.result, entry.input]
    .map((value) => OfBulletin.safeParse(value))
    .find(({ success }) => success)?.data;
  if (!entry.command.startsWith("bulletin.") || !about) return null;
  const desk = entry.command === "bulletin.publish" && entry.outcome === "DONE" ? "" : "/admin";
  return <a href={localPath(locale, `${desk}/bulletins/${about.bulletinId}`)}>{t("bulletins")}</a>;
}
