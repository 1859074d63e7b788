"use client";
import { useLocale, useTranslations } from "next-intl";
import type { DeploymentFilter, KindCount } from "@/lib/deployments/filter";
import { countInWords } from "@/lib/deployments/words";
import { joinerOf } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import styles from "./deployments.module.css";
import { KindIcon } from "./kind-icon";

/** How many of each kind, teams and equipment apart; each leads to its own list. */
export function KindCounts({ counts, filter }: { counts: readonly KindCount[]; filter: DeploymentFilter }) {
  const t = useTranslations("deployments");
  const locale = useLocale();
  const link = (kind: string) => {
    const query = new URLSearchParams(
      Object.entries({ ...filter, kind: filter.kind === kind ? "" : kind }).filter(([, value]) => value),
    ).toString();
    return `${localPath(locale, "/deployments")}${query ? `?${query}` : ""}`;
  };
  if (!counts.length) return null;
  return (
    <div className={styles.counts} data-testid="kind-counts">
      {[false, true].map((asset) => {
        const own = counts.filter((one) => one.asset === asset);
        return own.length ? (
          <section key={String(asset)}>
            <h2>{t(asset ? "assets" : "teams")}</h2>
            <ul>
              {own.map((one) => (
                <li key={one.kind}>
                  <a href={link(one.kind)} aria-current={filter.kind === one.kind ? "true" : undefined}>
                    <KindIcon icon={one.icon} size={18} />
                    <span>{locale === "en" ? one.nameEn : one.name}</span>
                    <strong>
                      {one.sums.length
                        ? `${one.open ? "≥ " : ""}${one.sums.map((sum) => countInWords(sum.count, sum.unit, locale)).join(joinerOf(locale))}`
                        : t("entries", { count: one.entries })}
                    </strong>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null;
      })}
    </div>
  );
}
