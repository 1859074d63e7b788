"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import styles from "@/components/admin/admin.module.css";
import { Field, RefusalNote, TextField, useFieldError } from "@/components/admin/fields";
import { useCommand, useDraft } from "@/components/admin/use-command";
import { Form } from "@/components/ui/form";
import { submitBulletin } from "@/lib/bulletins/actions";
import { localPath } from "@/lib/i18n/routing";
import own from "./bulletins.module.css";

const EMPTY = { text: "", publisher: "", title: "", published: "" };
const MAX_BYTES = 1_000_000;

/** The bytes of a dropped file as text: UTF-8, else the encoding that older Chinese systems write. */
async function readFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Paste a bulletin or drop its file; publisher, title and day are read from it unless given. */
export function BulletinForm() {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const [values, change, clear] = useDraft("bulletin", EMPTY);
  const [problem, setProblem] = useState<"fileTooLarge" | "fileKind" | null>(null);
  const { pending, refusal, submit } = useCommand(submitBulletin);
  const errorOf = useFieldError(refusal);
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MAX_BYTES) return setProblem("fileTooLarge");
    if (!/\.(txt|html?|md)$/i.test(file.name)) return setProblem("fileKind");
    setProblem(null);
    change({ text: await readFile(file) });
  };
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(values, ({ bulletinId }) => {
          clear();
          window.location.assign(localPath(locale, `/admin/bulletins/${bulletinId}`));
        });
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <Field label={t("text")} error={errorOf("text")}>
        {(props) => (
          <textarea
            {...props}
            name="text"
            rows={14}
            className={own.paste}
            value={values.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("file")} error={problem ? t(problem) : undefined}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept=".txt,.html,.htm,.md"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        )}
      </Field>
      <p className="muted">{t("headHint")}</p>
      {(["publisher", "title"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(name)}
          value={values[name]}
          onChange={(value) => change({ [name]: value })}
          error={errorOf(name)}
        />
      ))}
      <TextField
        name="published"
        type="date"
        label={t("published")}
        value={values.published}
        onChange={(published) => change({ published })}
        error={errorOf("published")}
      />
      <RefusalNote refusal={refusal} />
      <button type="submit" className="button primary" disabled={pending}>
        {pending ? t("reading") : t("read")}
      </button>
    </Form>
  );
}
