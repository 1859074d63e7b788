import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { PUBLIC } from "@/lib/auth/roles";
import { viewerOf } from "@/lib/auth/viewer";
import { routing } from "@/lib/i18n/routing";
import { frame } from "@/lib/live/store";
import "../tokens.css";
import "../map.css";

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({
    locale: hasLocale(routing.locales, locale) ? locale : "zh",
    namespace: "app",
  });
  return { title: t("title"), description: t("description") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [{ media: "(prefers-color-scheme: dark)", color: "#161e23" }, { color: "#ffffff" }],
};

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  await cookies();
  const viewer = await viewerOf(await headers()).catch(() => PUBLIC);
  const { shell, map, filters, list, terms, timeline, waters, error, contradiction } = await getMessages();
  return (
    <html lang={locale === "en" ? "en" : "zh-CN"}>
      <body>
        <NextIntlClientProvider
          messages={{ shell, map, filters, list, terms, timeline, waters, error, contradiction }}
        >
          <Shell user={viewer.user} initial={frame()}>
            {children}
          </Shell>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
