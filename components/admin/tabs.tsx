"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";
import styles from "./admin.module.css";

export function Tabs({ write, manage }: { write: boolean; manage: boolean }) {
  const t = useTranslations("admin");
  const locale = useLocale();
  const path = usePathname().replace(/^\/(en|zh)(?=\/|$)/, "");
  const tabs = [
    ...(write
      ? ([
          ["/admin", "response"],
          ["/admin/bulletins", "bulletins"],
          ["/admin/water", "water"],
          ["/admin/deployment", "deployment"],
          ["/admin/status", "status"],
        ] as const)
      : []),
    ["/admin/audit", "audit"] as const,
    ...(manage
      ? ([
          ["/admin/users", "users"],
          ["/admin/tokens", "tokens"],
          ["/admin/clock", "clock"],
          ["/admin/texts", "texts"],
        ] as const)
      : []),
    ["/admin/account", "account"] as const,
  ];
  return (
    <nav className={styles.tabs} aria-label={t("heading")}>
      {tabs.map(([to, label]) => (
        <a
          key={to}
          href={localPath(locale, to)}
          aria-current={path === to || (to !== "/admin" && path.startsWith(`${to}/`)) ? "page" : undefined}
        >
          {t(label)}
        </a>
      ))}
    </nav>
  );
}
