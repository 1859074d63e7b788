"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { SourceLine } from "@/components/ui/source-line";
import { countInWords } from "@/lib/deployments/words";
import { joinerOf, showAge, showNumber, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { OutageRecord } from "@/lib/outages/record";
import { provinceName } from "@/lib/provinces/list";
import type { DeploymentRecord } from "@/lib/snapshot/schema";

interface Props {
  outages: readonly OutageRecord[];
  deployments: readonly DeploymentRecord[];
  /** World time, epoch ms. */
  now: number;
  empty: string;
  desk?: boolean;
}

/** Places cut off, and what brings their network back: there, under way, or nearest. */
export function OutageList({ outages, deployments, now, empty, desk = false }: Props) {
  if (!outages.length) return <p className="muted">{empty}</p>;
  return (
    <ul className={styles.list} data-testid="outages">
      {outages.map((outage) => (
        <Line key={outage.id} outage={outage} deployments={deployments} now={now} desk={desk} />
      ))}
    </ul>
  );
}

function Line({
  outage,
  deployments,
  now,
  desk,
}: { outage: OutageRecord } & Omit<Props, "outages" | "empty">) {
  const t = useTranslations("outages");
  const locale = useLocale();
  const time = (iso: string, precision?: "DAY" | "MINUTE") => showTime(Date.parse(iso), locale, precision);
  return (
    <li id={`outage-${outage.id}`} data-open={outage.open.length > 0 || undefined}>
      <div className={styles.first}>
        <strong>{outage.name}</strong>
        <a href={localPath(locale, `/provinces/${outage.province}`)}>
          {provinceName(outage.province, locale)}
        </a>
        {outage.cuts.map(({ what, until }) => (
          <span key={what} className={styles.tag} data-late={until === null || undefined}>
            {t(`cut.${what}`)}
            {until ? ` · ${t("restored", { time: time(until) })}` : ""}
          </span>
        ))}
        <span className={styles.end} suppressHydrationWarning>
          {t("since", { time: time(outage.since, outage.sincePrecision) })} ·{" "}
          {outage.until
            ? t("over", { time: time(outage.until) })
            : showAge(Date.parse(outage.since), now, locale)}
        </span>
      </div>
      {outage.people === null ? null : (
        <p className={styles.line}>{t("people", { count: showNumber(outage.people, locale) })}</p>
      )}
      {outage.note ? <p className={styles.line}>{outage.note}</p> : null}
      <Help outage={outage} deployments={deployments} />
      {desk && outage.open.length ? (
        <p>
          <a className="button" href={localPath(locale, `/admin/outage/restore?id=${outage.id}`)}>
            {t("restore")}
          </a>
        </p>
      ) : null}
      <SourceLine source={outage.source} further={outage.furtherSources} />
    </li>
  );
}

function Help({ outage, deployments }: Pick<Props, "deployments"> & { outage: OutageRecord }) {
  const t = useTranslations("outages");
  const locale = useLocale();
  const join = joinerOf(locale);
  const name = (id: string) => {
    const one = deployments.find((row) => row.id === id);
    if (!one) return id;
    const kind = locale === "en" ? one.kindNameEn : one.kindName;
    return `${kind} ${countInWords(one.count, one.unit, locale)}`.trim();
  };
  const { there, onTheWay, nearest } = outage.help;
  if (!outage.open.length) return null;
  return (
    <p className={styles.line}>
      {there.length ? t("there", { what: there.map(name).join(join) }) : t("noneThere")}{" "}
      {onTheWay.length ? t("onTheWay", { what: onTheWay.map(name).join(join) }) : t("noneOnTheWay")}{" "}
      {nearest
        ? t("nearest", { what: name(nearest.deployment), km: showNumber(nearest.km, locale) })
        : there.length || onTheWay.length
          ? ""
          : t("noneKnown")}
    </p>
  );
}
