import { NextIntlClientProvider } from "next-intl";
import { getMessages, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";

/** The words of these pages go only to them. */
export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  setRequestLocale((await params).locale);
  const { shell, list, terms, waters, watersPage, hydrograph, error } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ shell, list, terms, waters, watersPage, hydrograph, error }}>
      {children}
    </NextIntlClientProvider>
  );
}
