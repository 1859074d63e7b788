"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/forms/forms.module.css";
import { localPath } from "@/lib/i18n/routing";
import { deskGroups, pageAt } from "./desk-pages";

/** Two rows: the groups of the desk, and under them the pages of the group one is in. */
export function Tabs({ write, manage }: { write: boolean; manage: boolean }) {
  const t = useTranslations("admin");
  const locale = useLocale();
  const path = usePathname().replace(/^\/(en|zh)(?=\/|$)/, "");
  const groups = deskGroups({ write, manage });
  const here = pageAt(groups, path);
  const open = groups.find((group) => group.pages.some((page) => page === here)) ?? groups[0];
  return (
    <nav aria-label={t("heading")}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <a
            key={group.name}
            href={localPath(locale, group.pages[0]?.path ?? "/admin")}
            aria-current={group === open ? "true" : undefined}
          >
            {t(`group.${group.name}`)}
          </a>
        ))}
      </div>
      {open && open.pages.length > 1 ? (
        <div className={styles.tabs}>
          {open.pages.map((page) => (
            <a
              key={page.path}
              href={localPath(locale, page.path)}
              aria-current={page === here ? "page" : undefined}
            >
              {t(page.label as "response")}
            </a>
          ))}
        </div>
      ) : null}
    </nav>
  );
}
