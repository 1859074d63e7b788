"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { submitMark } from "@/lib/waters/actions";
import { type DatumOption, DatumSelect, nameOf, type SectionOption, SectionSelect } from "./section-fields";

const KINDS = ["GUARD", "WARNING", "GUARANTEE", "RECORD", "FLOOD_LIMIT"] as const;
const STATUSES = ["SOURCED", "DERIVED", "UNVERIFIED"] as const;
const EMPTY = {
  sectionId: "",
  kind: "WARNING",
  stage: "",
  datum: "not_stated",
  validFrom: "",
  status: "SOURCED",
  note: "",
};

/** A mark that holds from a day on; readings of earlier days keep the mark of their day. */
export function MarkForm({
  sections,
  datums,
  now,
}: {
  sections: SectionOption[];
  datums: DatumOption[];
  now: string;
}) {
  const t = useTranslations("waterForms");
  const marks = useTranslations("terms.mark");
  const statuses = useTranslations("terms.markStatus");
  const locale = useLocale();
  const section = (id: string) => sections.find((row) => row.id === id);
  const markOf = (kind: string) => KINDS.find((one) => one === kind) ?? "WARNING";
  return (
    <EventForm
      name="mark"
      empty={EMPTY}
      now={now}
      timeless
      send={submitMark}
      input={({ at: _, ...draft }) => ({
        ...draft,
        validFrom: draft.validFrom || null,
        note: draft.note || null,
        provinces: section(draft.sectionId)?.adcodes ?? [],
      })}
      sentence={(draft) =>
        t("markSentence", {
          section: nameOf(section(draft.sectionId), locale),
          kind: marks(markOf(draft.kind)),
          stage: draft.stage || "—",
          from: draft.validFrom ? t("fromDay", { day: draft.validFrom }) : "",
        })
      }
    >
      {({ draft, change, errorOf }) => (
        <>
          <SectionSelect
            sections={sections}
            value={draft.sectionId}
            onChange={(sectionId) => change({ sectionId })}
            error={errorOf("sectionId")}
          />
          <SelectField
            name="kind"
            label={t("kind")}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={KINDS.map((value) => ({ value, label: marks(value) }))}
          />
          <TextField
            name="stage"
            type="number"
            label={t("stage")}
            value={draft.stage}
            onChange={(stage) => change({ stage })}
            error={errorOf("stage")}
          />
          <DatumSelect
            datums={datums}
            value={draft.datum}
            onChange={(datum) => change({ datum })}
            error={errorOf("datum")}
          />
          <TextField
            name="validFrom"
            type="date"
            label={t("validFrom")}
            value={draft.validFrom}
            onChange={(validFrom) => change({ validFrom })}
            error={errorOf("validFrom")}
          />
          <SelectField
            name="status"
            label={t("status")}
            value={draft.status}
            onChange={(status) => change({ status })}
            options={STATUSES.map((value) => ({ value, label: statuses(value) }))}
          />
          <TextField
            name="note"
            label={t("note")}
            value={draft.note}
            max={500}
            onChange={(note) => change({ note })}
            error={errorOf("note")}
          />
        </>
      )}
    </EventForm>
  );
}
