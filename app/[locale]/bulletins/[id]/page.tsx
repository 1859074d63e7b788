import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BulletinPage } from "@/components/bulletins/public/bulletin-page";
import { readPublicBulletin } from "@/lib/bulletins/public";
import { store } from "@/lib/live/store";
import { tagOf } from "@/lib/live/tag";

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "bulletins" });
  const head = store().log?.bulletins.get(id);
  return { title: head ? `${head.title} · ${t("pageTitle")}` : t("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  if (!store().log)
    return <p style={{ padding: 24 }}>{(await getTranslations("bulletins"))("unavailable")}</p>;
  const bulletin = await readPublicBulletin(id);
  if (!bulletin) notFound();
  return <BulletinPage bulletin={bulletin} etag={tagOf(JSON.stringify(bulletin))} />;
}
