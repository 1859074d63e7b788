"use client";
import { useLocale, useTranslations } from "next-intl";
import type { OutageRecord, SeasonRecord } from "@/lib/outages/record";

/** Whether command communication was lost for long this season: computed from the outages, never typed. */
export function SeasonLine({
  season,
  outages,
}: {
  season: SeasonRecord | null;
  outages: readonly OutageRecord[];
}) {
  const t = useTranslations("outages");
  const locale = useLocale();
  if (!season) return null;
  const longest = outages.find((one) => one.id === season.longest);
  return (
    <p
      data-testid="season"
      data-long={season.longLoss || undefined}
      className={season.longLoss ? "stale" : ""}
    >
      <strong>{t(season.longLoss ? "longLoss" : "noLongLoss", { hours: season.thresholdHours })}</strong>{" "}
      {t("seasonDetail", {
        year: season.from.slice(0, 4),
        count: season.networkOutages,
        longest: season.longestHours,
        where: longest ? (locale === "en" ? ` (${longest.name})` : `（${longest.name}）`) : "",
      })}
    </p>
  );
}
