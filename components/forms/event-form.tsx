"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import type { Result } from "@/lib/command";
import { isoTime } from "@/lib/format";
import { NO_SOURCE, RefusalNote, type SourceDraft, SourceFields, TextField, useFieldError } from "./fields";
import styles from "./forms.module.css";
import { Review, Toast } from "./review";
import { useCommand, useDraft } from "./use-command";

interface Common {
  /** China time as an input holds it: 2024-07-04T20:00. */
  at: string;
  source: SourceDraft;
}

export interface Tools<D> {
  draft: D & Common;
  change: (part: Partial<D & Common>) => void;
  errorOf: (name: string) => string | undefined;
}

interface Props<D extends object> {
  /** Under which the draft is kept on this device. */
  name: string;
  empty: D;
  now: string;
  send: (input: unknown) => Promise<Result<unknown>>;
  /** What is sent, from what was typed. */
  input?: (draft: D & Common) => object;
  /** The fact that will be true, in words. */
  sentence: (draft: D & Common) => string;
  timeLabel?: string;
  /** Fields that follow the time: an end after its beginning. */
  afterTime?: (tools: Tools<D>) => ReactNode;
  /** Left out where the fact has no time of its own to ask for. */
  timeless?: boolean;
  children: (tools: Tools<D>) => ReactNode;
}

/** A form that records one event: its own fields, then time and source, the fact in words, and only then the act. */
export function EventForm<D extends object>({
  name,
  empty,
  now,
  send,
  input,
  sentence,
  timeLabel,
  afterTime,
  timeless,
  children,
}: Props<D>) {
  const t = useTranslations("admin");
  const live = useLive();
  const [kept, change, clear] = useDraft<D & Common>(name, { ...empty, at: "", source: NO_SOURCE });
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, done, submit } = useCommand(send);
  const errorOf = useFieldError(refusal);
  const draft = { ...kept, at: kept.at || isoTime(live.now || Date.parse(now)).slice(0, 16) };
  const publish = () =>
    submit(input ? input(draft) : draft, () => {
      setReviewing(false);
      clear();
    });
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      {children({ draft, change, errorOf })}
      {timeless ? null : (
        <TextField
          name="at"
          type="datetime-local"
          label={timeLabel ?? t("at")}
          value={draft.at}
          onChange={(at) => change({ at } as Partial<D & Common>)}
          error={errorOf("at")}
        />
      )}
      {afterTime?.({ draft, change, errorOf })}
      <SourceFields
        value={draft.source}
        onChange={(source) => change({ source } as Partial<D & Common>)}
        errorOf={errorOf}
      />
      <RefusalNote refusal={refusal} />
      <Review
        sentence={sentence(draft)}
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
