import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Refresh } from "@/components/admin/refresh";
import { SectionPage } from "@/components/waters/section-page";
import { store } from "@/lib/live/store";
import { readSection } from "@/lib/waters/page";
import { parseRange } from "@/lib/waters/ranges";

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "waterSection" });
  const found = readSection(id);
  return {
    title: t("title", { name: (locale === "en" ? found?.section.nameEn : found?.section.name) ?? id }),
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  if (!store().log) {
    const t = await getTranslations("error");
    return <p style={{ padding: 24 }}>{t("noSnapshot")}</p>;
  }
  const found = readSection(id);
  if (!found) notFound();
  return (
    <>
      <Refresh />
      <SectionPage
        {...found}
        range={parseRange(typeof query.range === "string" ? query.range : null)}
        compare={query.compare === "1"}
      />
    </>
  );
}
