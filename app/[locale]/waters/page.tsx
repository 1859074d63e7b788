import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Refresh } from "@/components/admin/refresh";
import { WatersPage } from "@/components/waters/waters-page";
import { clockNow } from "@/lib/live/store";
import { readRows } from "@/lib/waters/rows";
import { parseTableView } from "@/lib/waters/table";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "watersPage" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const rows = readRows();
  if (!rows) {
    const t = await getTranslations("error");
    return <p style={{ padding: 24 }}>{t("noSnapshot")}</p>;
  }
  const view = parseTableView((key) => {
    const value = query[key];
    return Array.isArray(value) ? value[0] : value;
  });
  return (
    <>
      <Refresh />
      <WatersPage rows={rows} view={view} at={clockNow()} />
    </>
  );
}
