"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, RefusalNote, SelectField } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Toast } from "@/components/forms/review";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import type { TextRight } from "@/lib/bulletins/rights";
import { submitTextRight } from "@/lib/settings/actions";

/** Whose bulletins the public may read in full. */
export function TextsForm({ right }: { right: TextRight }) {
  const t = useTranslations("admin");
  const [mode, setMode] = useState<string>(right.all ? "all" : right.publishers.length ? "some" : "none");
  const [names, setNames] = useState(right.publishers.join("\n"));
  const { pending, refusal, done, submit, forget } = useCommand(submitTextRight);
  const lines = names.split("\n").flatMap((line) => line.trim() || []);
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit({ all: mode === "all", publishers: mode === "none" ? [] : lines });
      }}
      onChange={forget}
    >
      <p>{t("textsIntro")}</p>
      <SelectField
        name="mode"
        label={t("textsMode")}
        value={mode}
        onChange={setMode}
        options={[
          { value: "none", label: t("textsNone") },
          { value: "some", label: t("textsSome") },
          { value: "all", label: t("textsAll") },
        ]}
      />
      {mode === "some" ? (
        <Field label={t("textsPublishers")}>
          {(props) => (
            <textarea
              {...props}
              name="publishers"
              rows={6}
              value={names}
              onChange={(event) => setNames(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <RefusalNote refusal={refusal} />
      <button type="submit" className="button primary" disabled={pending}>
        {t("textsSave")}
      </button>
      {done ? <Toast>{t("textsSaved")}</Toast> : null}
    </Form>
  );
}
