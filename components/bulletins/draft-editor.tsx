"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SelectField, TextField } from "@/components/forms/fields";
import { Form } from "@/components/ui/form";
import { useReady } from "@/components/ui/use-ready";
import type { Candidate } from "@/lib/bulletins/candidates";
import { CorrectsFact, Draft } from "@/lib/bulletins/schema";
import own from "./bulletins.module.css";
import { candidateWords } from "./candidate-words";
import type { Choices } from "./choices";
import { DraftFields, type Values } from "./draft-fields";
import styles from "./editor.module.css";

interface Props {
  draft: Draft;
  choices: Choices;
  pending: boolean;
  /** Earlier facts that this one may put right; left out where nothing is corrected. */
  candidates?: readonly Candidate[];
  corrects?: CorrectsFact | null;
  onSave: (draft: Draft, corrects: CorrectsFact | null) => void;
  onCancel: () => void;
}

/** Puts one fact right, field by field, and says which earlier fact it corrects where it does. */
export function DraftEditor({ draft, choices, pending, candidates = [], corrects, onSave, onCancel }: Props) {
  const t = useTranslations("bulletin");
  const terms = useTranslations("terms");
  const dangers = useTranslations("patrol");
  const fields = useTranslations("field");
  const locale = useLocale();
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(
      Object.entries(draft).map(([key, value]) => [key, value === null ? "" : String(value)]),
    ),
  );
  const [wrong, setWrong] = useState<string | null>(null);
  const [target, setTarget] = useState({ id: String(corrects?.id ?? ""), reason: corrects?.reason ?? "" });
  const form = useRef<HTMLFormElement>(null);
  const ready = useReady();
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>("input,select,textarea")?.focus();
  }, [ready]);
  const complain = (name: string, message: string | undefined) => {
    const label = name === "reason" ? t("correctsReason") : t(`field.${name}` as "field.issuerId");
    const what = fields.has(message as "field_required")
      ? fields(message as "field_required")
      : fields("field_invalid_type");
    setWrong(t("wrongField", { label, what }));
  };
  const save = () => {
    const parsed = Draft.safeParse(values);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return complain(String(issue?.path[0] ?? ""), issue?.message);
    }
    const replaced = target.id ? CorrectsFact.safeParse(target) : undefined;
    if (replaced && !replaced.success) return complain("reason", replaced.error.issues[0]?.message);
    onSave(parsed.data, replaced?.data ?? null);
  };
  return (
    <Form
      ref={form}
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      data-testid="editor"
    >
      <DraftFields kind={draft.kind} values={values} choices={choices} onChange={setValues} />
      {candidates.length ? (
        <div className={styles.whole}>
          <SelectField
            name="corrects"
            label={t("corrects")}
            value={target.id}
            onChange={(id) => setTarget({ ...target, id })}
            empty={t("correctsNone")}
            options={candidates.map((one) => ({
              value: String(one.id),
              label: candidateWords(one, { t, terms, dangers, locale, choices }),
            }))}
          />
          {target.id ? (
            <TextField
              name="correctsReason"
              label={t("correctsReason")}
              value={target.reason}
              max={500}
              onChange={(reason) => setTarget({ ...target, reason })}
            />
          ) : null}
        </div>
      ) : null}
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
