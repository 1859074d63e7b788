import { defineRouting } from "next-intl/routing";

export const routing = defineRouting({
  locales: ["zh", "en"],
  defaultLocale: "zh",
  localePrefix: "as-needed",
  localeDetection: false,
});
export type Locale = (typeof routing.locales)[number];
export const isLocale = (text: string): text is Locale => text === "zh" || text === "en";

/** The address of a page in a language: Chinese at the root, English under /en. */
export const localPath = (locale: string, path: string) =>
  locale === "en" ? `/en${path === "/" ? "" : path}` : path;
