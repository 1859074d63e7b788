import { getTranslations, setRequestLocale } from "next-intl/server";
import { TimelinePage } from "@/components/timeline/timeline-page";
import { clockNow, preparedSnapshot, store } from "@/lib/live/store";
import { buildTimeline } from "@/lib/timeline/build";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { issuer, range } = await searchParams;
  const { log } = store();
  const t = await getTranslations("timeline");
  if (!log) return <p style={{ padding: 24 }}>{t("unavailable")}</p>;
  const acting = new Set([...log.tracks.values()].map((track) => track.key.issuerId));
  const issuers = [...log.reference.issuers.values()]
    .filter((row) => acting.has(row.id))
    .map(({ name, nameEn }) => ({ name, nameEn }));
  const chosen =
    typeof issuer === "string" && issuers.some((row) => row.name === issuer) ? issuer : undefined;
  return (
    <TimelinePage
      timeline={buildTimeline(log, { issuer: chosen })}
      issuers={issuers}
      issuer={chosen ?? null}
      range={range === "week" || range === "month" ? range : "season"}
      now={clockNow()}
      consultations={preparedSnapshot()?.snapshot.consultations ?? []}
    />
  );
}
