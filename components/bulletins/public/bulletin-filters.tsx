import { useLocale, useTranslations } from "next-intl";
import type { BulletinFilter } from "@/lib/bulletins/filter";
import { localPath } from "@/lib/i18n/routing";
import { PROVINCES } from "@/lib/provinces/list";
import { publisherName } from "@/lib/responses/source-words";
import styles from "./public.module.css";

/** Time, publisher and province; a plain form, so that it filters without a script, too. */
export function BulletinFilters({
  filter,
  publishers,
}: {
  filter: BulletinFilter;
  publishers: readonly string[];
}) {
  const t = useTranslations("bulletins");
  const locale = useLocale();
  const set = filter.from || filter.to || filter.publisher || filter.province;
  return (
    <form method="get" className={`${styles.filters} no-print`} aria-label={t("filter")}>
      <label>
        <span>{t("from")}</span>
        <input type="date" name="from" defaultValue={filter.from ?? ""} />
      </label>
      <label>
        <span>{t("to")}</span>
        <input type="date" name="to" defaultValue={filter.to ?? ""} />
      </label>
      <label>
        <span>{t("publisher")}</span>
        <select name="publisher" defaultValue={filter.publisher ?? ""}>
          <option value="">{t("all")}</option>
          {publishers.map((name) => (
            <option key={name} value={name}>
              {publisherName(name, locale)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("province")}</span>
        <select name="province" defaultValue={filter.province ?? ""}>
          <option value="">{t("all")}</option>
          {PROVINCES.map((row) => (
            <option key={row.adcode} value={row.adcode}>
              {locale === "en" ? row.nameEn : row.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary">
        {t("filter")}
      </button>
      {set ? (
        <a className="button" href={localPath(locale, "/bulletins")}>
          {t("clear")}
        </a>
      ) : null}
    </form>
  );
}
