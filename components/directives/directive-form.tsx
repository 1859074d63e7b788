"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextArea, TextField } from "@/components/forms/fields";
import { ProvinceBoxes } from "@/components/forms/province-boxes";
import { submitDirective } from "@/lib/directives/actions";
import { DirectiveCategory } from "@/lib/directives/categories";
import { joinerOf } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";

/** An order to provinces; to every province under response when none is ticked. */
export function DirectiveForm({ allowed, now }: { allowed: string[]; now: string }) {
  const t = useTranslations("directives");
  const locale = useLocale();
  const empty: { category: string; text: string; issuer: string; provinces: string[] } = {
    category: "",
    text: "",
    issuer: "",
    provinces: [],
  };
  return (
    <EventForm
      name="directive"
      now={now}
      send={submitDirective}
      empty={empty}
      sentence={(draft) => {
        const category = DirectiveCategory.safeParse(draft.category).data;
        return t("sentence", {
          issuer: draft.issuer || "—",
          category: category ? t(`category.${category}`) : "—",
          provinces:
            draft.provinces.map((code) => provinceName(code, locale)).join(joinerOf(locale)) || t("everyone"),
          text: draft.text || "—",
        });
      }}
    >
      {({ draft, change, errorOf }) => (
        <>
          <SelectField
            name="category"
            label={t("categoryLabel")}
            value={draft.category}
            onChange={(category) => change({ category })}
            empty="—"
            options={DirectiveCategory.options.map((value) => ({ value, label: t(`category.${value}`) }))}
            error={errorOf("category")}
          />
          <TextArea
            name="text"
            label={t("textLabel")}
            value={draft.text}
            max={600}
            onChange={(text) => change({ text })}
            error={errorOf("text")}
          />
          <TextField
            name="issuer"
            label={t("issuerLabel")}
            value={draft.issuer}
            max={80}
            onChange={(issuer) => change({ issuer })}
            error={errorOf("issuer")}
          />
          <ProvinceBoxes
            label={t("provincesLabel")}
            open={allowed}
            chosen={draft.provinces}
            onChange={(provinces) => change({ provinces })}
            error={errorOf("provinces")}
          />
        </>
      )}
    </EventForm>
  );
}
