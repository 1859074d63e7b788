"use client";
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";

export interface SectionOption {
  id: string;
  name: string;
  nameEn: string;
  river: string | null;
  adcodes: string[];
}
export interface DatumOption {
  code: string;
  name: string;
  nameEn: string;
}
interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

export const nameOf = (row: { name: string; nameEn: string } | undefined, locale: string) =>
  (locale === "en" ? row?.nameEn : row?.name) ?? "—";

/** A station, reach, lake or reservoir, under its river. */
export function SectionSelect({ sections, ...field }: Props & { sections: readonly SectionOption[] }) {
  const t = useTranslations("waterForms");
  const locale = useLocale();
  return (
    <SelectField
      {...field}
      name="sectionId"
      label={t("section")}
      empty="—"
      options={sections.map((row) => ({
        value: row.id,
        label: nameOf(row, locale),
        group: row.river ?? undefined,
      }))}
    />
  );
}

export function DatumSelect({ datums, ...field }: Props & { datums: readonly DatumOption[] }) {
  const t = useTranslations("waterForms");
  const locale = useLocale();
  return (
    <SelectField
      {...field}
      name="datum"
      label={t("datum")}
      options={datums.map((row) => ({ value: row.code, label: nameOf(row, locale) }))}
    />
  );
}
