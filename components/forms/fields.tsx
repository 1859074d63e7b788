"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { Refusal } from "@/lib/errors";
import styles from "./forms.module.css";
import { useRefusal } from "./use-refusal";

/** The message beside a field, in the reader's language; a key of `refusal` or `field`. */
export function useFieldError(refusal: Refusal | null) {
  const field = useTranslations("field");
  const refused = useRefusal();
  return (name: string): string | undefined => {
    const key = refusal?.fields?.[name];
    if (!key) return undefined;
    if (field.has(key as "field_required")) return field(key as "field_required");
    return refused(key, refusal?.values) ?? field("field_invalid_type");
  };
}

interface FieldProps {
  label: string;
  error?: string;
  children: (props: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** A label, its control and what is wrong with it. */
export function Field({ label, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(error ? { "aria-describedby": `${id}-error`, "aria-invalid": true as const } : {}),
      })}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  type?: string;
  max?: number;
  name: string;
}

export function TextField({ label, value, onChange, error, type = "text", max, name }: TextProps) {
  return (
    <Field label={label} error={error}>
      {(props) => (
        <input
          {...props}
          name={name}
          type={type}
          step={type === "number" ? "any" : undefined}
          value={value}
          maxLength={max}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

export function TextArea({ label, value, onChange, error, max, name }: Omit<TextProps, "type">) {
  return (
    <Field label={label} error={error}>
      {(props) => (
        <textarea
          {...props}
          name={name}
          rows={3}
          value={value}
          maxLength={max}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps extends Omit<TextProps, "type" | "max"> {
  options: SelectOption[];
  empty?: string;
}

interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
  /** Options of one group stand together under its words. */
  group?: string;
}

const inGroups = (options: readonly SelectOption[]) =>
  [...new Set(options.map((option) => option.group))].map((group) => ({
    group,
    options: options.filter((option) => option.group === group),
  }));

export function SelectField({ label, value, onChange, error, options, empty, name }: SelectProps) {
  return (
    <Field label={label} error={error}>
      {(props) => (
        <select {...props} name={name} value={value} onChange={(event) => onChange(event.target.value)}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {inGroups(options).map(({ group, options: own }) => {
            const items = own.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ));
            return group ? (
              <optgroup key={group} label={group}>
                {items}
              </optgroup>
            ) : (
              items
            );
          })}
        </select>
      )}
    </Field>
  );
}

export interface SourceDraft {
  publisher: string;
  title: string;
  published: string;
  url: string;
}
export const NO_SOURCE: SourceDraft = { publisher: "", title: "", published: "", url: "" };

export function SourceFields({
  value,
  onChange,
  errorOf,
}: {
  value: SourceDraft;
  onChange: (value: SourceDraft) => void;
  errorOf: (name: string) => string | undefined;
}) {
  const t = useTranslations("admin");
  const set = (part: Partial<SourceDraft>) => onChange({ ...value, ...part });
  return (
    <fieldset className={styles.group}>
      <legend>{t("source")}</legend>
      <TextField
        name="publisher"
        label={t("publisher")}
        value={value.publisher}
        max={120}
        onChange={(publisher) => set({ publisher })}
        error={errorOf("source.publisher")}
      />
      <TextField
        name="title"
        label={t("title")}
        value={value.title}
        max={300}
        onChange={(title) => set({ title })}
        error={errorOf("source.title")}
      />
      <TextField
        name="published"
        type="date"
        label={t("published")}
        value={value.published}
        onChange={(published) => set({ published })}
        error={errorOf("source.published")}
      />
      <TextField
        name="url"
        type="url"
        label={t("url")}
        value={value.url}
        max={1000}
        onChange={(url) => set({ url })}
        error={errorOf("source.url")}
      />
    </fieldset>
  );
}

/** What the server refused, in words; it comes into view wherever the form was sent from. */
export function RefusalNote({ refusal }: { refusal: Refusal | null }) {
  const say = useRefusal();
  const admin = useTranslations("admin");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);
  if (!refusal) return null;
  return (
    <div ref={box} role="alert" className={styles.refusal} data-testid="refusal">
      <p>{say(refusal.refusal, refusal.values) ?? say("unavailable")}</p>
      {refusal.refusal === "not_signed_in" ? <p>{admin("expired")}</p> : null}
    </div>
  );
}
