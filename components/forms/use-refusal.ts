"use client";
import { useLocale, useTranslations } from "next-intl";
import type { Refusal } from "@/lib/errors";
import { provinceNames } from "@/lib/provinces/list";

/** A refusal in the reader's language; the codes of provinces, which machines are told, by their names. */
export function useRefusal() {
  const t = useTranslations("refusal");
  const locale = useLocale();
  return (key: string, values?: Refusal["values"]): string | undefined => {
    if (!t.has(key as "not_found")) return undefined;
    const codes = values?.provinces;
    const named = typeof codes === "string" && provinceNames(codes, locale);
    return t(key as "not_found", named ? { ...values, provinces: named } : values);
  };
}
