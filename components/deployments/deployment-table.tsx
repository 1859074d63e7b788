"use client";
import { useLocale, useTranslations } from "next-intl";
import { SourceLine } from "@/components/ui/source-line";
import { countInWords, placesInWords, senderInWords } from "@/lib/deployments/words";
import { showAge, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import styles from "./deployments.module.css";
import { KindIcon } from "./kind-icon";
import { StatePill } from "./state-pill";

interface Props {
  deployments: readonly DeploymentRecord[];
  /** World time, epoch ms, that ages are counted from. */
  now: number;
  desk?: boolean;
}

/** One row a deployment: what, how many, how it stands and since when, from where to where, by which source. */
export function DeploymentTable({ deployments, now, desk = false }: Props) {
  const t = useTranslations("deployments");
  if (!deployments.length) return <p data-testid="deployments-empty">{t("empty")}</p>;
  return (
    <table className={styles.table} data-testid="deployment-table">
      <thead>
        <tr>
          <th>{t("kindLabel")}</th>
          <th>{t("stateLabel")}</th>
          <th>{t("route")}</th>
          <th>{t("mission")}</th>
          <th>{t("source")}</th>
        </tr>
      </thead>
      <tbody>
        {deployments.map((one) => (
          <Row key={one.id} deployment={one} now={now} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ deployment: one, now, desk }: { deployment: DeploymentRecord } & Pick<Props, "now" | "desk">) {
  const t = useTranslations("deployments");
  const locale = useLocale();
  const origin = one.origin?.name === one.from ? undefined : one.origin?.name;
  return (
    <tr data-id={one.id}>
      <td>
        <span className={styles.kind}>
          <KindIcon icon={one.icon} size={18} />
          <strong>{locale === "en" ? one.kindNameEn : one.kindName}</strong>
          <span className={styles.number}>{countInWords(one.count, one.unit, locale)}</span>
        </span>
      </td>
      <td>
        <StatePill state={one.status} />{" "}
        <span className={styles.times} suppressHydrationWarning>
          {showTime(Date.parse(one.at), locale, one.precision)} · {showAge(Date.parse(one.at), now, locale)}
        </span>
        {desk ? (
          <a className={styles.step} href={localPath(locale, `/admin/status?id=${one.id}`)}>
            {t("next")}
          </a>
        ) : null}
      </td>
      <td>
        {senderInWords(one, locale)}
        {origin ? (locale === "en" ? ` (${origin})` : `（${origin}）`) : ""} →{" "}
        {placesInWords(one, locale) || t("reserve")}
        {one.certainty === "INFERRED" ? <span className="stale"> · {t("inferred")}</span> : null}
        {one.position ? (
          <span className={styles.times}>
            {" "}
            · {t("seen", { time: showTime(Date.parse(one.position.at), locale) })}
          </span>
        ) : null}
      </td>
      <td>{one.mission}</td>
      <td>
        <SourceLine source={one.source} further={one.furtherSources} />
      </td>
    </tr>
  );
}
