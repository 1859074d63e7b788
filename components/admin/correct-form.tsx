"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, SelectField, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Review, Toast } from "@/components/forms/review";
import { useCommand, useDraft } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import { submitCorrection } from "@/lib/responses/actions";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind } from "@/lib/responses/schema";

interface Props {
  actionId: number;
  province: string;
  kind: string;
  level: string;
  effectiveAt: string;
}

/** Puts a right record in place of a wrong one, or withdraws it; the wrong one stays on file. */
export function CorrectForm({ actionId, province, ...before }: Props) {
  const t = useTranslations("admin");
  const sentences = useTranslations("admin.sentence");
  const terms = useTranslations("terms");
  const [draft, change, clear] = useDraft(`correct-${actionId}`, { how: "replace", reason: "", ...before });
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, done, submit } = useCommand(submitCorrection);
  const errorOf = useFieldError(refusal);
  const publish = () =>
    submit(
      {
        actionId,
        province,
        reason: draft.reason,
        replacement:
          draft.how === "withdraw"
            ? null
            : {
                kind: draft.kind,
                level: draft.kind === "TERMINATE" ? null : draft.level,
                effectiveAt: draft.effectiveAt,
              },
      },
      () => {
        setReviewing(false);
        clear();
      },
    );
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      <SelectField
        name="how"
        label={t("correct")}
        value={draft.how}
        onChange={(how) => change({ how })}
        options={[
          { value: "replace", label: t("replace") },
          { value: "withdraw", label: t("withdraw") },
        ]}
      />
      {draft.how === "replace" ? (
        <>
          <SelectField
            name="kind"
            label={t("kind")}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={ActionKind.options.map((value) => ({
              value,
              label: terms(`action.${value.toLowerCase() as "activate"}`),
            }))}
          />
          {draft.kind === "TERMINATE" ? null : (
            <SelectField
              name="level"
              label={t("level")}
              value={draft.level}
              onChange={(level) => change({ level })}
              empty="—"
              options={ResponseLevel.options.map((value) => ({ value, label: terms(`level.${value}`) }))}
              error={errorOf("level")}
            />
          )}
          <TextField
            name="effectiveAt"
            type="datetime-local"
            label={t("effectiveAt")}
            value={draft.effectiveAt}
            onChange={(effectiveAt) => change({ effectiveAt })}
            error={errorOf("replacement.effectiveAt") ?? errorOf("effectiveAt")}
          />
        </>
      ) : null}
      <TextField
        name="reason"
        label={t("reason")}
        value={draft.reason}
        max={500}
        onChange={(reason) => change({ reason })}
        error={errorOf("reason")}
      />
      <RefusalNote refusal={refusal} />
      <Review
        sentence={sentences("correct", { id: actionId })}
        reviewing={reviewing}
        pending={pending}
        onReview={setReviewing}
        onConfirm={publish}
        act={t("confirm")}
      />
      {done ? <Toast>{t("done", { version: done.version })}</Toast> : null}
    </Form>
  );
}
