"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Field, RefusalNote, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { useDraft } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { useReady } from "@/components/ui/use-ready";
import { proposeHead } from "@/lib/bulletins/preview";
import type { Head } from "@/lib/bulletins/publisher";
import { showNumber } from "@/lib/format";
import { localPath } from "@/lib/i18n/routing";
import own from "./form.module.css";
import { fullTimeOf } from "./sentence";
import { useDelivery } from "./use-delivery";
import { WhenField } from "./when-field";

const EMPTY = { text: "", publisher: "", title: "", published: "", url: "" };
const MAX_BYTES = 5 * 1024 * 1024;
const KINDS = /\.(txt|html?|md|docx|pdf)$/i;

/** Paste a bulletin or drop its file; publisher, title and time are read from it unless given. */
export function BulletinForm() {
  const t = useTranslations("bulletin");
  const locale = useLocale();
  const [values, change, clear] = useDraft("bulletin", EMPTY);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<"fileTooLarge" | "fileKind" | null>(null);
  const [head, setHead] = useState<Head | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const paste = useRef<HTMLTextAreaElement>(null);
  // Pasting is what this page is for.
  const ready = useReady();
  useEffect(() => {
    if (ready) paste.current?.focus({ preventScroll: true });
  }, [ready]);
  const { step, percent, refusal, send, forget } = useDelivery();
  const errorOf = useFieldError(refusal);
  const take = (one: File | undefined) => {
    setOver(false);
    forget();
    if (!one) return;
    const wrong = one.size > MAX_BYTES ? "fileTooLarge" : KINDS.test(one.name) ? null : "fileKind";
    setProblem(wrong);
    setFile(wrong ? null : one);
  };
  const drop = () => {
    setFile(null);
    if (picker.current) picker.current.value = "";
  };
  const hint = (name: "publisher" | "title" | "published") => {
    const found = head?.[name];
    if (!found || values[name]) return undefined;
    return t("fromText", { value: name === "published" ? fullTimeOf(found, locale) : found });
  };
  return (
    <Form
      className={`${styles.form} ${own.form}`}
      data-over={over || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        const { text, ...given } = values;
        send(file ? { ...given, file } : { ...given, text }, ({ bulletinId }) => {
          clear();
          window.location.assign(localPath(locale, `/admin/bulletins/${bulletinId}`));
        });
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files[0]);
      }}
    >
      {over ? <p className={own.over}>{t("drop")}</p> : null}
      {file ? (
        <p className={own.file} data-testid="file">
          {t("fileTaken", { name: file.name, size: showNumber(Math.max(1, file.size / 1024), locale) })}
          <button type="button" className="button" onClick={drop}>
            {t("fileRemove")}
          </button>
        </p>
      ) : (
        <Field label={t("text")} error={errorOf("text")}>
          {(props) => (
            <textarea
              {...props}
              ref={paste}
              name="text"
              rows={14}
              className={own.paste}
              value={values.text}
              onChange={(event) => change({ text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                  event.currentTarget.form?.requestSubmit();
              }}
              onBlur={() => void proposeHead(values.text).then(setHead, () => undefined)}
            />
          )}
        </Field>
      )}
      {file ? null : <p className={`${own.hint} ${own.key}`}>{t("pasteKey")}</p>}
      <Field label={t("file")} error={problem ? t(problem) : undefined}>
        {(props) => (
          <input
            {...props}
            ref={picker}
            type="file"
            accept=".txt,.html,.htm,.md,.docx,.pdf"
            onChange={(event) => take(event.target.files?.[0])}
          />
        )}
      </Field>
      <p className="muted">{t("headHint")}</p>
      {(["publisher", "title"] as const).map((name) => (
        <div key={name}>
          <TextField
            name={name}
            label={t(name)}
            value={values[name]}
            onChange={(value) => change({ [name]: value })}
            error={errorOf(name)}
          />
          {hint(name) ? <p className={own.hint}>{hint(name)}</p> : null}
        </div>
      ))}
      <div>
        <WhenField
          name="published"
          label={t("published")}
          value={values.published}
          onChange={(published) => change({ published })}
        />
        {errorOf("published") ? <p className={styles.error}>{errorOf("published")}</p> : null}
        {hint("published") ? <p className={own.hint}>{hint("published")}</p> : null}
      </div>
      <TextField
        name="url"
        type="url"
        label={t("url")}
        value={values.url}
        onChange={(url) => change({ url })}
        error={errorOf("url")}
      />
      <RefusalNote refusal={refusal} />
      {step === "idle" ? null : (
        <div className={own.progress} role="status">
          <progress value={step === "sending" ? percent : undefined} max={100} aria-label={t("reading")} />
          <span>{step === "sending" ? t("uploading", { percent }) : t("readingStep")}</span>
        </div>
      )}
      <button type="submit" className="button primary" disabled={step !== "idle"}>
        {step === "idle" ? t("read") : t("reading")}
      </button>
    </Form>
  );
}
