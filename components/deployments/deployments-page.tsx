"use client";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import styles from "@/components/field/field.module.css";
import { useLive } from "@/components/shell/live";
import { usePicture } from "@/components/shell/use-picture";
import {
  AGES,
  countByKind,
  DEPLOYMENT_STATES,
  type DeploymentFilter,
  filterDeployments,
} from "@/lib/deployments/filter";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { PROVINCES, provinceName } from "@/lib/provinces/list";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import { DeploymentTable } from "./deployment-table";
import { KindCounts } from "./kind-counts";

interface Props {
  initial: DeploymentRecord[];
  version: number;
  filter: DeploymentFilter;
  /** World time shown, epoch ms; null follows the clock. */
  at: number | null;
  kinds: { code: string; term: string; termEn: string }[];
  desk: boolean;
}

/** Everyone and everything sent, with the filter in the address. */
export function DeploymentsPage({ initial, version, filter, at, kinds, desk }: Props) {
  const t = useTranslations("deployments");
  const terms = useTranslations("terms.state");
  const filters = useTranslations("filters");
  const locale = useLocale();
  const live = useLive();
  const now = at ?? live.now;
  const { part, failed } = usePicture(initial, version, (snapshot) => snapshot.deployments, at !== null);
  const shown = useMemo(() => filterDeployments(part, filter, now), [part, filter, now]);
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted" suppressHydrationWarning>
          {t("shown", { count: shown.length, all: part.length, time: showFullTime(now, locale) })}
        </p>
      </header>
      <form className={`${styles.filters} no-print`} method="get">
        <Choice name="kind" label={t("kindLabel")} value={filter.kind}>
          <option value="teams">{t("teams")}</option>
          <option value="assets">{t("assets")}</option>
          {kinds.map((kind) => (
            <option key={kind.code} value={kind.code}>
              {locale === "en" ? kind.termEn : kind.term}
            </option>
          ))}
        </Choice>
        <Choice name="province" label={filters("province")} value={filter.province}>
          {PROVINCES.map((row) => (
            <option key={row.adcode} value={row.adcode}>
              {provinceName(row.adcode, locale)}
            </option>
          ))}
        </Choice>
        <Choice name="state" label={t("stateLabel")} value={filter.state}>
          {DEPLOYMENT_STATES.filter((state) => state !== "withdrawn").map((state) => (
            <option key={state} value={state}>
              {terms(state)}
            </option>
          ))}
        </Choice>
        <Choice name="age" label={t("ageLabel")} value={filter.age}>
          {AGES.map((age) => (
            <option key={age} value={age}>
              {t("within", { hours: Number(age) })}
            </option>
          ))}
        </Choice>
        <button type="submit" className="button">
          {filters("open")}
        </button>
        {narrowed ? (
          <a className="button" href={localPath(locale, "/deployments")}>
            {filters("clear")}
          </a>
        ) : null}
      </form>
      {failed ? <p className="stale">{t("failed")}</p> : null}
      <KindCounts counts={countByKind(shown)} filter={filter} />
      <DeploymentTable deployments={shown} now={now} desk={desk} />
    </div>
  );
}

function Choice({
  name,
  label,
  value,
  children,
}: {
  name: string;
  label: string;
  value: string;
  children: React.ReactNode;
}) {
  const filters = useTranslations("filters");
  return (
    <label>
      <span>{label}</span>
      <select name={name} key={value} defaultValue={value}>
        <option value="">{filters("all")}</option>
        {children}
      </select>
    </label>
  );
}
