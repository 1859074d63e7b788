"use client";
import { useLocale } from "next-intl";
import { useEffect } from "react";
import { localPath } from "@/lib/i18n/routing";

async function keep(page: string): Promise<void> {
  // Only over https, or on the machine itself, does a browser have service workers.
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/api/patrol-worker", { scope: page });
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${window.location.origin}/_next/static/`));
  active?.postMessage({ files: [...new Set(files)], page });
}

/** Keeps a copy of this one page on the device, so that it opens where there is no network. */
export function useOfflinePage(): void {
  const locale = useLocale();
  useEffect(() => {
    keep(localPath(locale, "/admin/patrol")).catch(() => undefined);
  }, [locale]);
}
