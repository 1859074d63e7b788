"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote, TextField, useFieldError } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Review } from "@/components/forms/review";
import { useCommand } from "@/components/forms/use-command";
import { Form } from "@/components/ui/form";
import {
  type DatumOption,
  DatumSelect,
  nameOf,
  type SectionOption,
} from "@/components/waters/section-fields";
import { isoTime, showFullTime } from "@/lib/format";
import { submitReadingCorrection } from "@/lib/readings/actions";
import type { DayReading } from "@/lib/readings/of-day";

interface Props {
  section: SectionOption;
  datums: DatumOption[];
  reading: DayReading;
  onDone: (version: number) => void;
}

const text = (value: number | null) => (value === null ? "" : String(value));
const words = (stage: string, flow: string) =>
  [stage && `${stage} m`, flow && `${flow} m³/s`].filter(Boolean).join(" · ") || "—";

/** What one reading should have said, or that it was none; with the reason. */
export function CorrectionForm({ section, datums, reading, onDone }: Props) {
  const t = useTranslations("readingCorrect");
  const locale = useLocale();
  const [draft, setDraft] = useState({
    stage: text(reading.stage),
    flow: text(reading.flow),
    datum: reading.datum,
    withdrawn: false,
    reason: "",
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, submit } = useCommand(async (input) => {
    const result = await submitReadingCorrection(input);
    if (result.ok) onDone(result.version);
    return result;
  });
  const errorOf = useFieldError(refusal);
  const about = {
    section: nameOf(section, locale),
    time: showFullTime(reading.at, locale),
    before: words(text(reading.stage), text(reading.flow)),
  };
  const record = () =>
    submit({
      ...draft,
      sectionId: section.id,
      provinces: section.adcodes,
      at: isoTime(reading.at),
      source: reading.source,
    });
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      <h2>
        {about.section} · {about.time} · {reading.sourceName}
      </h2>
      <label>
        <input
          type="checkbox"
          name="withdrawn"
          checked={draft.withdrawn}
          onChange={(event) => change({ withdrawn: event.target.checked })}
        />{" "}
        {t("withdrawn")}
      </label>
      {draft.withdrawn ? null : (
        <>
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
        </>
      )}
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
        sentence={
          draft.withdrawn
            ? t("withdrawSentence", about)
            : t("sentence", { ...about, after: words(draft.stage, draft.flow) })
        }
        reviewing={reviewing}
        pending={pending}
        onReview={setReviewing}
        onConfirm={record}
        act={t("act")}
      />
    </Form>
  );
}
