"use client";
import { useLocale, useTranslations } from "next-intl";
import { LevelChip } from "@/components/ui/level-chip";
import { SourceLine } from "@/components/ui/source-line";
import { showAge, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import { provinceName } from "@/lib/provinces/list";
import { LEVEL_CODES, type ResponseLevel } from "@/lib/responses/words";
import type { DeploymentRecord, ResponseRecord, WaterRecord } from "@/lib/snapshot/schema";
import styles from "./panel.module.css";
import { WaterAndTeams } from "./water-and-teams";

interface Props {
  className?: string;
  responses: readonly ResponseRecord[];
  waters: readonly WaterRecord[];
  deployments: readonly DeploymentRecord[];
  /** The world time shown, epoch ms. */
  at: number;
  pulsing: ReadonlySet<string>;
}

/** How many provinces are under each level. */
export function Counts({ counts, className }: { counts: Record<ResponseLevel, number>; className?: string }) {
  const terms = useTranslations("terms");
  return (
    <ul className={`${styles.counts} ${className ?? ""}`} data-testid="counts">
      {LEVEL_CODES.map((level) => (
        <li key={level} data-level={level} data-none={counts[level] === 0 || undefined}>
          <strong>{counts[level]}</strong>
          <span>{terms(`level.${level}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the map shows, in words: the provinces under response by gravity. */
export function Panel({ className, responses, waters, deployments, at, pulsing }: Props) {
  const t = useTranslations("list");
  return (
    <aside className={`${styles.panel} ${className ?? ""}`} aria-label={t("heading")}>
      <section>
        <h2 className={styles.heading}>{t("heading")}</h2>
        {responses.length ? (
          <ol className={styles.list} data-testid="responses">
            {responses.map((record) => (
              <ResponseLine key={record.track} record={record} at={at} changed={pulsing.has(record.adcode)} />
            ))}
          </ol>
        ) : (
          <p className={styles.empty} data-testid="empty">
            {t("empty")}
            <br />
            <span className="muted">{t("emptyHint")}</span>
          </p>
        )}
      </section>
      <WaterAndTeams waters={waters} deployments={deployments} />
    </aside>
  );
}

function ResponseLine({ record, at, changed }: { record: ResponseRecord; at: number; changed: boolean }) {
  const t = useTranslations("list");
  const terms = useTranslations("terms");
  const contradiction = useTranslations("contradiction");
  const locale = useLocale();
  const time = (iso: string, precision: "DAY" | "MINUTE") => showTime(Date.parse(iso), locale, precision);
  return (
    <li
      className={styles.line}
      data-adcode={record.adcode}
      data-level={record.level}
      data-changed={changed || undefined}
    >
      <div className={styles.first}>
        <LevelChip level={record.level} stale={record.stale} />
        <a href={localPath(locale, `/provinces/${record.adcode}`)} className={styles.province}>
          {record.area?.name ?? provinceName(record.adcode, locale)}
        </a>
        <span className={styles.issuer}>
          {locale === "en" ? record.issuerEn : record.issuer} · {terms(`hazard.${record.hazard}`)}
        </span>
      </div>
      <p className={styles.times}>
        {record.since ? t("since", { time: time(record.since, record.sincePrecision) }) : t("sinceUnknown")}
        {record.certainty === "INFERRED" ? (
          <span className={styles.inferred}>
            {" "}
            {t("inferred")}
            {record.window
              ? ` ${t("window", { after: time(record.window.after, "DAY"), by: time(record.window.by, "DAY") })}`
              : ""}
          </span>
        ) : null}
        <br />
        <span className={record.stale ? "stale" : undefined}>
          {t("confirmed", { time: time(record.confirmedAt, record.confirmedPrecision) })}
          {record.stale ? ` · ${t("stale")} · ${showAge(Date.parse(record.confirmedAt), at, locale)}` : ""}
        </span>
      </p>
      {record.contradiction ? (
        <p className="stale">{contradiction(record.contradiction as "activated_while_active")}</p>
      ) : null}
      <SourceLine source={record.source} />
    </li>
  );
}
