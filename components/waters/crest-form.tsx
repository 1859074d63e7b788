"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { TextField } from "@/components/forms/fields";
import { isoTime, showFullTime } from "@/lib/format";
import { submitCrest } from "@/lib/waters/actions";
import { type DatumOption, DatumSelect, nameOf, type SectionOption, SectionSelect } from "./section-fields";

const EMPTY = { sectionId: "", stage: "", datum: "not_stated", issuedAt: "" };

/** The highest water a forecast expects, and when. */
export function CrestForm({
  sections,
  datums,
  now,
}: {
  sections: SectionOption[];
  datums: DatumOption[];
  now: string;
}) {
  const t = useTranslations("waterForms");
  const locale = useLocale();
  const section = (id: string) => sections.find((row) => row.id === id);
  const issued = (draft: { issuedAt: string }) => draft.issuedAt || isoTime(Date.parse(now)).slice(0, 16);
  return (
    <EventForm
      name="crest"
      empty={EMPTY}
      now={now}
      send={submitCrest}
      input={(draft) => ({
        ...draft,
        issuedAt: issued(draft),
        provinces: section(draft.sectionId)?.adcodes ?? [],
      })}
      timeLabel={t("crestAt")}
      sentence={(draft) =>
        t("crestSentence", {
          section: nameOf(section(draft.sectionId), locale),
          stage: draft.stage || "—",
          time: showFullTime(Date.parse(`${draft.at}:00+08:00`) || 0, locale),
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
            name="issuedAt"
            type="datetime-local"
            label={t("issuedAt")}
            value={issued(draft)}
            onChange={(issuedAt) => change({ issuedAt })}
            error={errorOf("issuedAt")}
          />
        </>
      )}
    </EventForm>
  );
}
