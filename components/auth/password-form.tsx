"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Form } from "@/components/ui/form";
import { changePassword } from "@/lib/accounts/actions";

export function PasswordForm({ must }: { must: boolean }) {
  const t = useTranslations("auth");
  const refused = useTranslations("refusal");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [result, setResult] = useState<Awaited<ReturnType<typeof changePassword>> | null>(null);
  const wrong = result && !result.ok ? result : null;
  const error = useFieldError(wrong);
  const submit = async () => {
    const answer = await changePassword({ current, next });
    setResult(answer);
    if (answer.ok && must) window.location.reload();
  };
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {must ? <p className="stale">{t("mustChange")}</p> : null}
      <TextField
        name="current"
        type="password"
        label={t("current")}
        value={current}
        max={128}
        onChange={setCurrent}
        error={wrong?.fields?.current === "wrong" ? t("wrong") : error("current")}
      />
      <TextField
        name="next"
        type="password"
        label={t("next")}
        value={next}
        max={128}
        onChange={setNext}
        error={error("next")}
      />
      {wrong && !wrong.fields ? (
        <p role="alert" className={styles.refusal}>
          {refused(wrong.refusal as "unavailable")}
        </p>
      ) : null}
      <button type="submit" className="button primary">
        {t("save")}
      </button>
      {result?.ok ? <p role="status">{t("saved")}</p> : null}
    </Form>
  );
}
