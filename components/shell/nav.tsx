"use client";
import {
  Activity,
  ClipboardList,
  CloudRain,
  FileText,
  type LucideIcon,
  Map as MapIcon,
  PenLine,
  Truck,
  Unplug,
  UserRoundX,
  Waves,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { localPath } from "@/lib/i18n/routing";
import { More } from "./more";
import styles from "./shell.module.css";

interface Entry {
  path: string;
  /** Its word in the messages under `shell`. */
  label:
    | "map"
    | "waters"
    | "timeline"
    | "deployments"
    | "gaps"
    | "outages"
    | "forecasts"
    | "directives"
    | "bulletins"
    | "admin";
  icon: LucideIcon;
  /** Only for who is signed in. */
  desk?: true;
  /** In the list that opens at the end, so that the bar keeps its room. */
  more?: true;
}

/** The pages of the bar, in their order: one line a page, and only pages that exist. */
const ENTRIES: readonly Entry[] = [
  { path: "/", label: "map", icon: MapIcon },
  { path: "/waters", label: "waters", icon: Waves },
  { path: "/timeline", label: "timeline", icon: Activity },
  { path: "/deployments", label: "deployments", icon: Truck },
  { path: "/gaps", label: "gaps", icon: UserRoundX },
  { path: "/bulletins", label: "bulletins", icon: FileText },
  { path: "/outages", label: "outages", icon: Unplug, more: true },
  { path: "/forecasts", label: "forecasts", icon: CloudRain, more: true },
  { path: "/directives", label: "directives", icon: ClipboardList, more: true },
  { path: "/admin", label: "admin", icon: PenLine, desk: true },
];

/** The bar's links; on a phone a row of their own that scrolls sideways when the words are long. */
export function Nav({ signedIn, path }: { signedIn: boolean; path: string }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const isHere = (to: string) => path === to || (to !== "/" && path.startsWith(`${to}/`));
  const open = ENTRIES.filter((entry) => signedIn || !entry.desk);
  const rest = open.filter((entry) => entry.more);
  const link = ({ path: to, label, icon: Icon }: Entry) => (
    <a key={to} href={localPath(locale, to)} aria-current={isHere(to) ? "page" : undefined}>
      <Icon size={16} aria-hidden />
      <span>{t(label)}</span>
    </a>
  );
  return (
    <nav aria-label={t("main")} className={styles.nav}>
      {open.filter((entry) => !entry.more && !entry.desk).map(link)}
      <More here={rest.some((entry) => isHere(entry.path))}>{rest.map(link)}</More>
      {open.filter((entry) => entry.desk).map(link)}
    </nav>
  );
}

/** The address of this page without its language. */
export function usePlainPath(): string {
  return usePathname().replace(/^\/(en|zh)(?=\/|$)/, "") || "/";
}
