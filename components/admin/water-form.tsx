"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import {
  NO_SOURCE,
  RefusalNote,
  SelectField,
  SourceFields,
  TextField,
  useFieldError,
} from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { Review, Toast } from "@/components/forms/review";
import { useCommand, useDraft } from "@/components/forms/use-command";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import { isoTime, showFullTime } from "@/lib/format";
import { submitReport } from "@/lib/waters/actions";

export interface SectionOption {
  id: string;
  name: string;
  nameEn: string;
  river: string | null;
  adcodes: string[];
}

const STATUSES = ["NORMAL", "ABOVE_WARNING", "ABOVE_GUARANTEE", "ABOVE_RECORD", "ABOVE_FLOOD_LIMIT"] as const;
const TRENDS = ["RISING", "FALLING", "STEADY", "SLOWING"] as const;

export function WaterForm({ sections, now }: { sections: SectionOption[]; now: string }) {
  const t = useTranslations("admin");
  const sentences = useTranslations("admin.sentence");
  const status = useTranslations("terms.status");
  const trend = useTranslations("list.trend");
  const locale = useLocale();
  const live = useLive();
  const [draft, change, clear] = useDraft("water", {
    sectionId: "",
    status: "",
    trend: "",
    stage: "",
    at: "",
    source: NO_SOURCE,
  });
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, done, submit } = useCommand(submitReport);
  const errorOf = useFieldError(refusal);
  const at = draft.at || isoTime(live.now || Date.parse(now)).slice(0, 16);
  const section = sections.find((row) => row.id === draft.sectionId);
  const name = (row: SectionOption) => (locale === "en" ? row.nameEn : row.name);
  const lower = <K extends string>(value: string, all: readonly K[]) =>
    all.find((one) => one === value)?.toLowerCase();
  const what = [
    lower(draft.status, STATUSES) ? status(lower(draft.status, STATUSES) as "normal") : "",
    lower(draft.trend, TRENDS) ? trend(lower(draft.trend, TRENDS) as "rising") : "",
    draft.stage ? `${draft.stage} m` : "",
  ]
    .filter(Boolean)
    .join(" · ");
  const publish = () =>
    submit({ ...draft, at, provinces: section?.adcodes ?? [] }, () => {
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
      <SelectField
        name="sectionId"
        label={t("section")}
        value={draft.sectionId}
        onChange={(sectionId) => change({ sectionId })}
        empty="—"
        options={sections.map((row) => ({
          value: row.id,
          label: row.river && row.river !== row.name ? `${row.river} · ${name(row)}` : name(row),
        }))}
        error={errorOf("sectionId")}
      />
      <SelectField
        name="status"
        label={t("waterStatus")}
        value={draft.status}
        onChange={(value) => change({ status: value })}
        empty={t("none")}
        options={STATUSES.map((value) => ({ value, label: status(value.toLowerCase() as "normal") }))}
        error={errorOf("status")}
      />
      <SelectField
        name="trend"
        label={t("trend")}
        value={draft.trend}
        onChange={(value) => change({ trend: value })}
        empty={t("none")}
        options={TRENDS.map((value) => ({ value, label: trend(value.toLowerCase() as "rising") }))}
        error={errorOf("trend")}
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
        name="at"
        type="datetime-local"
        label={t("at")}
        value={at}
        onChange={(value) => change({ at: value })}
        error={errorOf("at")}
      />
      <SourceFields value={draft.source} onChange={(source) => change({ source })} errorOf={errorOf} />
      <RefusalNote refusal={refusal} />
      <Review
        sentence={sentences("water", {
          section: section ? name(section) : "—",
          what: what || "—",
          time: showFullTime(Date.parse(`${at}:00+08:00`) || 0, locale),
        })}
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
