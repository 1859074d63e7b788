import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BulletinsPage } from "@/components/bulletins/public/bulletins-page";
import { parseFilter } from "@/lib/bulletins/filter";
import { publishersOf, readPublicBulletins } from "@/lib/bulletins/public";
import { tagOf } from "@/lib/live/tag";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PAGE = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "bulletins" });
  return { title: t("pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const { filter } = parseFilter((key) => {
    const value = query[key];
    return Array.isArray(value) ? value[0] : value;
  });
  const page = readPublicBulletins(filter, PAGE);
  if (!page) return <p style={{ padding: 24 }}>{(await getTranslations("bulletins"))("unavailable")}</p>;
  return (
    <BulletinsPage
      page={page}
      filter={filter}
      publishers={publishersOf()}
      etag={tagOf(JSON.stringify(page))}
      limit={PAGE}
    />
  );
}
