import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/admin/admin.module.css";
import type { readBulletins } from "@/lib/bulletins/read";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import own from "./bulletins.module.css";

export function BulletinList({
  bulletins,
}: {
  bulletins: NonNullable<Awaited<ReturnType<typeof readBulletins>>>;
}) {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  return (
    <>
      <p>
        <a className="button primary" href={localPath(locale, "/admin/bulletins/new")}>
          {t("new")}
        </a>
      </p>
      {bulletins.length ? (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(["title", "publisher", "published", "received", "by", "state"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bulletins.map((row) => (
                <tr key={row.id}>
                  <td className={own.named}>
                    <a href={localPath(locale, `/admin/bulletins/${row.id}`)}>{row.title}</a>
                  </td>
                  <td>{row.publisher}</td>
                  <td className={own.nowrap}>{row.published}</td>
                  <td className={own.nowrap}>{showFullTime(Date.parse(row.received), locale)}</td>
                  <td>{row.by}</td>
                  <td>
                    {row.publishedFacts === null
                      ? t("waiting", { count: row.proposals })
                      : t("isPublished", { count: row.publishedFacts })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>{t("none")}</p>
      )}
    </>
  );
}
