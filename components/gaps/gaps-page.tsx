"use client";
import { useLocale, useTranslations } from "next-intl";
import styles from "@/components/field/field.module.css";
import { useLive } from "@/components/shell/live";
import { usePicture } from "@/components/shell/use-picture";
import { showFullTime } from "@/lib/format";
import { type GapRecord, GapRule } from "@/lib/gaps/record";
import { localPath } from "@/lib/i18n/routing";
import { PROVINCES, provinceName } from "@/lib/provinces/list";
import type { Thresholds } from "@/lib/settings/thresholds";
import { GapList } from "./gap-list";
import gapStyles from "./gaps.module.css";

interface Props {
  initial: GapRecord[];
  version: number;
  at: number | null;
  province: string;
  thresholds: Thresholds;
  maySet: boolean;
}

/** Where the need is and nobody is. */
export function GapsPage({ initial, version, at, province, thresholds, maySet }: Props) {
  const t = useTranslations("gaps");
  const filters = useTranslations("filters");
  const numeral = useTranslations("terms.level");
  const locale = useLocale();
  const live = useLive();
  const now = at ?? live.now;
  const { part, failed } = usePicture(initial, version, (snapshot) => snapshot.gaps, at !== null);
  const gaps = province ? part.filter((gap) => gap.adcode === province) : part;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p className="muted" role="status" suppressHydrationWarning>
          {t("summary", { count: gaps.length, time: showFullTime(now, locale) })}
        </p>
      </header>
      <form className={`${styles.filters} no-print`} method="get">
        <label>
          <span>{filters("province")}</span>
          <select name="province" defaultValue={province} key={province}>
            <option value="">{filters("all")}</option>
            {PROVINCES.map((row) => (
              <option key={row.adcode} value={row.adcode}>
                {provinceName(row.adcode, locale)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {filters("open")}
        </button>
        <a className="button" href={localPath(locale, "/?layer=gaps")}>
          {t("onMap")}
        </a>
      </form>
      <p className={styles.note}>
        {t("limits", {
          level: numeral(thresholds.teamLevel),
          km: thresholds.teamWithinKm,
          patrol: thresholds.patrolWithinHours,
          answer: thresholds.directiveWithinHours,
          asset: thresholds.assetWithinKm,
        })}{" "}
        {maySet ? <a href={localPath(locale, "/admin/thresholds")}>{t("setLimits")}</a> : null}
      </p>
      {failed ? <p className="stale">{t("failed")}</p> : null}
      <nav className={gapStyles.jump} aria-label={t("rules")}>
        {GapRule.options.map((rule) => {
          const count = gaps.filter((gap) => gap.rule === rule).length;
          return count ? (
            <a key={rule} className="button" href={`#${rule}`}>
              <strong>{count}</strong> {t(`rule.${rule}`)}
            </a>
          ) : null;
        })}
      </nav>
      {gaps.length ? <GapList gaps={gaps} now={now} /> : <p data-testid="no-gaps">{t("none")}</p>}
    </div>
  );
}
