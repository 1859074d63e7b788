"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { useLive } from "@/components/shell/live";
import { usePicture } from "@/components/shell/use-picture";
import { showFullTime } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import type { Snapshot } from "@/lib/snapshot/schema";
import { OutageList } from "./outage-list";
import { SeasonLine } from "./season-line";

type Part = Pick<Snapshot, "outages" | "season" | "deployments">;
const pick = ({ outages, season, deployments }: Snapshot): Part => ({ outages, season, deployments });

/** Roads, power and network cut: where, since when, for how many, and what is being done about the network. */
export function OutagesPage({
  initial,
  version,
  at,
  desk,
}: {
  initial: Part;
  version: number;
  at: number | null;
  desk: boolean;
}) {
  const t = useTranslations("outages");
  const locale = useLocale();
  const live = useLive();
  const now = at ?? live.now;
  const { part } = usePicture(initial, version, pick, at !== null);
  const open = part.outages.filter((one) => one.open.length);
  const over = part.outages.filter((one) => !one.open.length);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted" suppressHydrationWarning>
          {showFullTime(now, locale)} · <a href={localPath(locale, "/")}>{t("onMap")}</a>
        </p>
      </header>
      <SeasonLine season={part.season} outages={part.outages} />
      {desk ? (
        <p className={styles.acts}>
          <a className="button" href={localPath(locale, "/admin/outage")}>
            {t("enter")}
          </a>
        </p>
      ) : null}
      <section className={styles.section}>
        <h2>{t("open", { count: open.length })}</h2>
        <OutageList outages={open} deployments={part.deployments} now={now} empty={t("none")} desk={desk} />
      </section>
      {over.length ? (
        <section className={styles.section}>
          <h2>{t("overHeading")}</h2>
          <OutageList outages={over} deployments={part.deployments} now={now} empty={t("none")} />
        </section>
      ) : null}
    </div>
  );
}
