"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { NO_SOURCE, RefusalNote, SourceFields, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Review, Toast } from "@/components/forms/review";
import { useCommand, useDraft } from "@/components/forms/use-command";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import {
  type DatumOption,
  DatumSelect,
  nameOf,
  type SectionOption,
  SectionSelect,
} from "@/components/waters/section-fields";
import { isoTime, showFullTime } from "@/lib/format";
import { submitReading } from "@/lib/readings/actions";

interface Props {
  sections: SectionOption[];
  datums: DatumOption[];
  now: string;
}

const BLANK = {
  sectionId: "",
  stage: "",
  flow: "",
  datum: "not_stated",
  at: "",
  sure: false,
  source: NO_SOURCE,
};

/** One reading by hand: what the fact will be is shown in words before it is recorded. Station, datum and source stay for the next one. */
export function ReadingForm({ sections, datums, now }: Props) {
  const t = useTranslations("readings");
  const locale = useLocale();
  const live = useLive();
  const [draft, change] = useDraft("reading", BLANK);
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, done, submit } = useCommand(submitReading);
  const errorOf = useFieldError(refusal);
  const at = draft.at || isoTime(live.now || Date.parse(now)).slice(0, 16);
  const section = sections.find((row) => row.id === draft.sectionId);
  const what = [draft.stage && `${draft.stage} m`, draft.flow && `${draft.flow} m³/s`]
    .filter(Boolean)
    .join(" · ");
  const record = () =>
    submit({ ...draft, at, provinces: section?.adcodes ?? [] }, () => {
      setReviewing(false);
      change({ stage: "", flow: "", at: "", sure: false });
    });
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      <SectionSelect
        sections={sections}
        value={draft.sectionId}
        onChange={(sectionId) => change({ sectionId })}
        error={errorOf("sectionId")}
      />
      <TextField
        name="at"
        type="datetime-local"
        label={t("at")}
        value={at}
        onChange={(value) => change({ at: value })}
        error={errorOf("at")}
      />
      <TextField
        name="stage"
        type="number"
        label={t("stage")}
        value={draft.stage}
        onChange={(stage) => change({ stage })}
        error={errorOf("stage")}
      />
      <TextField
        name="flow"
        type="number"
        label={t("flow")}
        value={draft.flow}
        onChange={(flow) => change({ flow })}
        error={errorOf("flow")}
      />
      <DatumSelect
        datums={datums}
        value={draft.datum}
        onChange={(datum) => change({ datum })}
        error={errorOf("datum")}
      />
      {refusal?.refusal === "reading_implausible" || refusal?.refusal === "reading_far" || draft.sure ? (
        <label>
          <input
            type="checkbox"
            name="sure"
            checked={draft.sure}
            onChange={(event) => change({ sure: event.target.checked })}
          />{" "}
          {t("sure")}
        </label>
      ) : null}
      <SourceFields value={draft.source} onChange={(source) => change({ source })} errorOf={errorOf} />
      <RefusalNote refusal={refusal} />
      <Review
        sentence={t("sentence", {
          section: nameOf(section, locale),
          what: what || "—",
          time: showFullTime(Date.parse(`${at}:00+08:00`) || 0, locale),
        })}
        reviewing={reviewing}
        pending={pending}
        onReview={setReviewing}
        onConfirm={record}
        act={t("confirm")}
      />
      {done ? <Toast>{t("done", { version: done.version })}</Toast> : null}
    </Form>
  );
}
