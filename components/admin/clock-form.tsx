"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, SelectField, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Toast } from "@/components/forms/review";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { showFullTime } from "@/lib/format";
import { submitClock } from "@/lib/settings/actions";

const RATES = [
  ["0", "rateStill"],
  ["1", "rateReal"],
  ["60", "rateFast"],
  ["3600", "rateHour"],
] as const;

export function ClockForm({
  mode: firstMode,
  now,
  rate: firstRate,
}: {
  mode: "live" | "exercise";
  now: string;
  rate: number;
}) {
  const t = useTranslations("admin");
  const shell = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const [mode, setMode] = useState<string>(firstMode);
  const [time, setTime] = useState(now.slice(0, 16));
  const [rate, setRate] = useState(String(firstRate));
  const { pending, refusal, done, submit } = useCommand(submitClock);
  const errorOf = useFieldError(refusal);
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(mode === "live" ? { mode } : { mode, now: time, rate }, () => router.refresh());
      }}
    >
      <p>
        {t("clockNow", {
          time: showFullTime(Date.parse(now), locale),
          mode: firstMode === "live" ? shell("live") : shell("exercise"),
        })}
      </p>
      <SelectField
        name="mode"
        label={t("clock")}
        value={mode}
        onChange={setMode}
        options={[
          { value: "exercise", label: t("clockExercise") },
          { value: "live", label: t("clockLive") },
        ]}
      />
      {mode === "exercise" ? (
        <>
          <TextField
            name="now"
            type="datetime-local"
            label={t("clockTime")}
            value={time}
            onChange={setTime}
            error={errorOf("now")}
          />
          <SelectField
            name="rate"
            label={t("clockRate")}
            value={rate}
            onChange={setRate}
            options={RATES.map(([value, key]) => ({ value, label: t(key) }))}
            error={errorOf("rate")}
          />
        </>
      ) : null}
      <RefusalNote refusal={refusal} />
      <button type="submit" className="button primary" disabled={pending}>
        {t("clockSet")}
      </button>
      {done ? <Toast>{t("clockDone")}</Toast> : null}
    </Form>
  );
}
