"use client";
import { Activity, FileText, type LucideIcon, Map as MapIcon, PenLine, Waves } from "lucide-react";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";
import styles from "./shell.module.css";

interface Entry {
  path: string;
  /** Its word in the messages under `shell`. */
  label: "map" | "waters" | "timeline" | "bulletins" | "admin";
  icon: LucideIcon;
  /** Only for who is signed in. */
  desk?: true;
}

/** The pages of the bar, in their order: one line a page, and only pages that exist. */
const ENTRIES: readonly Entry[] = [
  { path: "/", label: "map", icon: MapIcon },
  { path: "/waters", label: "waters", icon: Waves },
  { path: "/timeline", label: "timeline", icon: Activity },
  { path: "/bulletins", label: "bulletins", icon: FileText },
  { path: "/admin", label: "admin", icon: PenLine, desk: true },
];

/** The bar's links; on a phone a row of their own that scrolls sideways when the words are long. */
export function Nav({ signedIn, path }: { signedIn: boolean; path: string }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const isHere = (to: string) => path === to || (to !== "/" && path.startsWith(`${to}/`));
  return (
    <nav aria-label={t("main")} className={styles.nav}>
      {ENTRIES.filter((entry) => signedIn || !entry.desk).map(({ path: to, label, icon: Icon }) => (
        <a key={to} href={localPath(locale, to)} aria-current={isHere(to) ? "page" : undefined}>
          <Icon size={16} aria-hidden />
          <span>{t(label)}</span>
        </a>
      ))}
    </nav>
  );
}

/** The address of this page without its language. */
export function usePlainPath(): string {
  return usePathname().replace(/^\/(en|zh)(?=\/|$)/, "") || "/";
}
