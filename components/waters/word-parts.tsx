import { useLocale, useTranslations } from "next-intl";
import { showNumber } from "@/lib/format";
import type { Word } from "@/lib/waters/section";

/** Whether the water rises or falls, and over what time it was measured to; nothing where nobody says. */
export function TrendWords({ word }: { word: Pick<Word, "trend" | "trendBasis"> }) {
  const t = useTranslations("waters");
  const trends = useTranslations("list.trend");
  const locale = useLocale();
  const { trend, trendBasis } = word;
  if (!trend) return null;
  if (!trendBasis) return trends(trend);
  return t("trendOver", {
    trend: trends(trend),
    hours: showNumber(trendBasis.hours, locale, Number.isInteger(trendBasis.hours) ? 0 : 1),
    change: `${trendBasis.change > 0 ? "+" : ""}${showNumber(trendBasis.change, locale, 2)}`,
  });
}

/** Beside a number measured from a mark that no source prints as it stands: that it is derived, or not verified. */
export function MarkDoubt({ word }: { word: Pick<Word, "exceedance" | "markStatus"> }) {
  const t = useTranslations("waters");
  const statuses = useTranslations("terms.markStatus");
  const { exceedance, markStatus } = word;
  if (exceedance === null || markStatus === null || markStatus === "sourced") return null;
  const status = statuses(markStatus.toUpperCase() as "DERIVED");
  return (
    <small className="stale" title={t("markDoubt", { status })}>
      {status}
    </small>
  );
}
