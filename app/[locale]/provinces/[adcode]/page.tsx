import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { ProvincePage } from "@/components/province/province-page";
import { may, PUBLIC } from "@/lib/auth/roles";
import { viewerOf } from "@/lib/auth/viewer";
import { clockNow, pictureOf, preparedSnapshot, store } from "@/lib/live/store";
import { provinceOf } from "@/lib/provinces/list";
import { readActions } from "@/lib/provinces/read";
import { buildTimeline } from "@/lib/timeline/build";
import { parseView } from "@/lib/view/schema";

interface Props {
  params: Promise<{ locale: string; adcode: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const { locale, adcode } = await params;
  setRequestLocale(locale);
  const province = provinceOf(adcode);
  const query = await searchParams;
  const { at } = parseView((key) => (key === "at" && typeof query.at === "string" ? query.at : null));
  const snapshot = ((await pictureOf(at ?? undefined)) ?? preparedSnapshot())?.snapshot;
  if (!province || !snapshot) notFound();
  const viewer = await viewerOf(await headers()).catch(() => PUBLIC);
  const { log } = store();
  const shown = at ?? clockNow();
  return (
    <ProvincePage
      province={province}
      at={shown}
      snapshot={snapshot}
      actions={readActions(adcode, shown)}
      timeline={log ? buildTimeline(log, { adcode }) : null}
      mayCorrect={may(viewer, "event:correct")}
    />
  );
}
