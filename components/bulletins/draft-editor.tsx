"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextField } from "@/components/admin/fields";
import { Form } from "@/components/ui/form";
import { Draft } from "@/lib/bulletins/schema";
import { PROVINCES } from "@/lib/provinces/list";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind, Hazard } from "@/lib/responses/schema";
import own from "./bulletins.module.css";
import type { Choices } from "./choices";

interface Props {
  draft: Draft;
  choices: Choices;
  pending: boolean;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}

/** Puts one fact right, field by field. */
export function DraftEditor({ draft, choices, pending, onSave, onCancel }: Props) {
  const t = useTranslations("bulletin");
  const terms = useTranslations("terms");
  const fields = useTranslations("field");
  const locale = useLocale();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      Object.entries(draft).map(([key, value]) => [key, value === null ? "" : String(value)]),
    ),
  );
  const [wrong, setWrong] = useState<string | null>(null);
  const named = (list: Choices["issuers"]) =>
    list.map((one) => ({ value: one.id, label: locale === "en" ? one.nameEn : one.name }));
  const provinces = PROVINCES.map((row) => ({
    value: row.adcode,
    label: locale === "en" ? row.nameEn : row.name,
  }));
  const select = (name: string, options: { value: string; label: string }[], empty?: string) => (
    <SelectField
      key={name}
      name={name}
      label={t(`field.${name}` as "field.issuerId")}
      value={values[name] ?? ""}
      // An area of the province before is none of the new one.
      onChange={(value) =>
        setValues({ ...values, ...(name === "province" ? { areaId: "", areas: "" } : {}), [name]: value })
      }
      options={options}
      empty={empty}
    />
  );
  const input = (name: string, type?: string) => (
    <TextField
      key={name}
      name={name}
      type={type}
      label={t(`field.${name}` as "field.issuerId")}
      value={values[name] ?? ""}
      onChange={(value) => setValues({ ...values, [name]: value })}
    />
  );
  const controls = {
    response: () => [
      select("issuerId", named(choices.issuers), "—"),
      select(
        "hazard",
        Hazard.options.map((value) => ({ value, label: terms(`hazard.${value}`) })),
      ),
      select("province", provinces, "—"),
      select(
        "action",
        ActionKind.options.map((value) => ({ value, label: t(`action.${value}`) })),
      ),
      select(
        "level",
        ResponseLevel.options.map((value) => ({ value, label: terms(`level.${value}`) })),
        "—",
      ),
      input("effectiveAt"),
    ],
    water: () => [
      select("sectionId", named(choices.sections), "—"),
      select(
        "status",
        (["NORMAL", "ABOVE_WARNING", "ABOVE_GUARANTEE", "ABOVE_RECORD", "ABOVE_FLOOD_LIMIT"] as const).map(
          (value) => ({ value, label: t(`status.${value}`) }),
        ),
        "—",
      ),
      select(
        "trend",
        (["RISING", "FALLING", "STEADY", "SLOWING"] as const).map((value) => ({
          value,
          label: t(`trend.${value}`),
        })),
        "—",
      ),
      input("stage"),
      input("at"),
    ],
    deployment: () => [
      select("kindId", named(choices.kinds), "—"),
      input("count"),
      input("from"),
      input("place"),
      select("province", provinces, "—"),
      input("mission"),
      input("at"),
    ],
  };
  return (
    <Form
      className={own.editor}
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = Draft.safeParse(values);
        if (parsed.success) return onSave(parsed.data);
        const [issue] = parsed.error.issues;
        const name = String(issue?.path[0] ?? "");
        setWrong(
          `${t(`field.${name}` as "field.issuerId")}：${fields.has(issue?.message as "field_required") ? fields(issue?.message as "field_required") : fields("field_invalid_type")}`,
        );
      }}
    >
      {controls[draft.kind.toLowerCase() as keyof typeof controls]()}
      {wrong ? (
        <p className="stale" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className={own.acts}>
        <button type="submit" className="button primary" disabled={pending}>
          {t("saveAccept")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </Form>
  );
}
