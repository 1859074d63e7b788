import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

const EVERYWHERE = [
  "shell",
  "map",
  "filters",
  "list",
  "terms",
  "timeline",
  "error",
  "contradiction",
] as const;
type Messages = Awaited<ReturnType<typeof getMessages>>;

/** Adds the words of one page to those that every page has. */
export async function Words({ of, children }: { of: readonly (keyof Messages)[]; children: ReactNode }) {
  const all = await getMessages();
  const messages = Object.fromEntries([...EVERYWHERE, ...of].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
