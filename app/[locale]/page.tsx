import { getTranslations, setRequestLocale } from "next-intl/server";
import { Home } from "@/components/home/home";
import { baseMap } from "@/lib/env";
import { pictureOf, preparedSnapshot, store } from "@/lib/live/store";
import { lightSnapshot } from "@/lib/snapshot/light";
import { buildTimeline } from "@/lib/timeline/build";
import { HIGHEST, parseView } from "@/lib/view/schema";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const view = parseView((key) => {
    const value = query[key];
    return Array.isArray(value) ? value[0] : value;
  });
  const prepared = view.at === null ? preparedSnapshot() : ((await pictureOf(view.at)) ?? preparedSnapshot());
  const { log } = store();
  if (!prepared) {
    const t = await getTranslations("error");
    return <p style={{ padding: 24 }}>{t("noSnapshot")}</p>;
  }
  const strip = log
    ? {
        ...buildTimeline(log, {
          issuer: view.issuer === HIGHEST ? undefined : view.issuer,
          hazards: view.hazards,
        }),
        tracks: [],
      }
    : null;
  const acting = new Set([...(log?.tracks.values() ?? [])].map((track) => track.key.issuerId));
  const issuers = [...(log?.reference.issuers.values() ?? [])]
    .filter((issuer) => acting.has(issuer.id))
    .map(({ name, nameEn }) => ({ name, nameEn }));
  return (
    <Home
      initial={lightSnapshot(prepared.snapshot, view.layers)}
      view={view}
      strip={strip}
      issuers={issuers}
      base={baseMap()}
    />
  );
}
