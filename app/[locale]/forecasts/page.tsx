import { setRequestLocale } from "next-intl/server";
import { ForecastsPage } from "@/components/forecasts/forecasts-page";
import { Words } from "@/components/shell/messages";
import { pagePicture } from "@/lib/live/page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { snapshot, at } = pagePicture((await searchParams).at);
  const { forecasts, geohazards, consultations, version } = snapshot;
  return (
    <Words of={["forecasts", "consultations"]}>
      <ForecastsPage initial={{ forecasts, geohazards, consultations }} version={version} at={at} />
    </Words>
  );
}
