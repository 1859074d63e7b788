"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SourceLine } from "@/components/ui/source-line";
import { StateMark } from "@/components/waters/state-mark";
import { countInWords, placesInWords, senderInWords } from "@/lib/deployments/words";
import { showNumber, showTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { DeploymentRecord, WaterRecord } from "@/lib/snapshot/schema";
import { gravity } from "@/lib/waters/states";
import styles from "./panel.module.css";

const SHOWN = 6;
const byGravity = (a: WaterRecord, b: WaterRecord) =>
  gravity(a.state) - gravity(b.state) || b.at.localeCompare(a.at);

export function WaterAndTeams({
  waters,
  deployments,
}: {
  waters: readonly WaterRecord[];
  deployments: readonly DeploymentRecord[];
}) {
  const t = useTranslations("list");
  const sorted = [...waters].sort(
    (a, b) => Number(a.kind === "station") - Number(b.kind === "station") || byGravity(a, b),
  );
  return (
    <>
      <Section
        title={t("waters")}
        empty={t("watersEmpty")}
        testId="waters"
        items={sorted.map((water) => ({ id: water.id, node: <WaterLine water={water} /> }))}
      />
      <Section
        title={t("deployments")}
        empty={t("deploymentsEmpty")}
        testId="deployments"
        items={deployments.map((d) => ({ id: d.id, node: <TeamLine deployment={d} /> }))}
      />
    </>
  );
}

function Section({
  title,
  empty,
  items,
  testId,
}: {
  title: string;
  empty: string;
  testId: string;
  items: { id: string; node: React.ReactNode }[];
}) {
  const t = useTranslations("list");
  const [all, setAll] = useState(false);
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      {items.length ? (
        <ul className={styles.list} data-testid={testId}>
          {(all ? items : items.slice(0, SHOWN)).map((item) => (
            <li key={item.id} className={styles.line}>
              {item.node}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.empty}>{empty}</p>
      )}
      {items.length > SHOWN && !all ? (
        <button type="button" className={`button ${styles.more}`} onClick={() => setAll(true)}>
          {t("showAll", { count: items.length })}
        </button>
      ) : null}
    </section>
  );
}

function WaterLine({ water }: { water: WaterRecord }) {
  const list = useTranslations("list");
  const trend = useTranslations("list.trend");
  const locale = useLocale();
  return (
    <>
      <div className={styles.first}>
        <a className={styles.province} href={localPath(locale, `/waters/${water.id}`)}>
          {locale === "en" ? water.nameEn : water.name}
        </a>
        <span>
          <StateMark state={water.state} />
          {water.trend ? ` · ${trend(water.trend)}` : ""}
        </span>
        <span className={styles.number}>
          {water.stage === null ? "" : `${showNumber(water.stage, locale, 2)} m`}
        </span>
      </div>
      <p className={styles.times}>
        {showTime(Date.parse(water.at), locale, water.precision)}
        {water.stale ? <span className="stale"> · {list("stale")}</span> : null}
      </p>
      <SourceLine source={water.source} />
    </>
  );
}

function TeamLine({ deployment }: { deployment: DeploymentRecord }) {
  const t = useTranslations("terms");
  const locale = useLocale();
  return (
    <>
      <div className={styles.first}>
        <strong>
          {locale === "en" ? deployment.kindNameEn : deployment.kindName}
          {` ${countInWords(deployment.count, deployment.unit, locale)}`}
        </strong>
        <span className={styles.issuer}>{t(`state.${deployment.status}`)}</span>
      </div>
      <p className={styles.times}>
        {senderInWords(deployment, locale)} → {placesInWords(deployment, locale) || t("reserve")} ·{" "}
        {deployment.mission} · {showTime(Date.parse(deployment.at), locale, deployment.precision)}
      </p>
      <SourceLine source={deployment.source} further={deployment.furtherSources} />
    </>
  );
}
