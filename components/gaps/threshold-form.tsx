"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, SelectField, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Toast } from "@/components/forms/review";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { ResponseLevel } from "@/lib/responses/levels";
import { submitThresholds } from "@/lib/settings/actions";
import type { Thresholds } from "@/lib/settings/thresholds";

const NUMBERS = [
  "teamWithinKm",
  "patrolWithinHours",
  "directiveWithinHours",
  "assetWithinKm",
  "longLossHours",
  "geohazardDays",
] as const;

/** What the desk calls a gap: distances, hours and days. A change shows on every page at once. */
export function ThresholdForm({ thresholds }: { thresholds: Thresholds }) {
  const t = useTranslations("gaps");
  const level = useTranslations("terms.level");
  const [draft, setDraft] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(thresholds).map(([key, value]) => [key, String(value)])),
  );
  const { pending, refusal, done, submit } = useCommand(submitThresholds);
  const errorOf = useFieldError(refusal);
  const change = (key: string, value: string) => setDraft((before) => ({ ...before, [key]: value }));
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit({ thresholds: draft });
      }}
    >
      <p className="muted">{t("setHint")}</p>
      <SelectField
        name="teamLevel"
        label={t("threshold.teamLevel")}
        value={draft.teamLevel ?? ""}
        onChange={(value) => change("teamLevel", value)}
        options={ResponseLevel.options.map((value) => ({ value, label: level(value) }))}
        error={errorOf("thresholds.teamLevel")}
      />
      {NUMBERS.map((key) => (
        <TextField
          key={key}
          name={key}
          type="number"
          label={t(`threshold.${key}`)}
          value={draft[key] ?? ""}
          onChange={(value) => change(key, value)}
          error={errorOf(`thresholds.${key}`)}
        />
      ))}
      <RefusalNote refusal={refusal} />
      <button type="submit" className="button primary" disabled={pending}>
        {t("save")}
      </button>
      {done ? <Toast>{t("saved")}</Toast> : null}
    </Form>
  );
}
