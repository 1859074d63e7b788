"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { nameOf, type SectionOption, SectionSelect } from "@/components/waters/section-fields";
import { showFullTime } from "@/lib/format";
import { submitReport } from "@/lib/waters/actions";

const STATUSES = {
  NORMAL: "normal",
  ABOVE_WARNING: "above_warning",
  ABOVE_GUARANTEE: "above_guarantee",
  ABOVE_RECORD: "above_record",
  ABOVE_FLOOD_LIMIT: "above_flood_limit",
} as const;
const TRENDS = { RISING: "rising", FALLING: "falling", STEADY: "steady", SLOWING: "slowing" } as const;
const EMPTY = { sectionId: "", status: "", trend: "", stage: "" };

const keys = <T extends object>(table: T) =>
  Object.keys(table).filter((key): key is keyof T & string => key in table);

/** What a bulletin says of a water: over which mark it stands, whether it rises, and its stage where one is given. */
export function WaterForm({ sections, now }: { sections: SectionOption[]; now: string }) {
  const t = useTranslations("admin");
  const sentences = useTranslations("admin.sentence");
  const status = useTranslations("terms.status");
  const trend = useTranslations("list.trend");
  const locale = useLocale();
  const statuses = keys(STATUSES).map((value) => ({ value, label: status(STATUSES[value]) }));
  const trends = keys(TRENDS).map((value) => ({ value, label: trend(TRENDS[value]) }));
  const said = (options: readonly { value: string; label: string }[], value: string) =>
    options.find((one) => one.value === value)?.label;
  const section = (id: string) => sections.find((row) => row.id === id);
  return (
    <EventForm
      name="water"
      empty={EMPTY}
      now={now}
      send={submitReport}
      input={(draft) => ({ ...draft, provinces: section(draft.sectionId)?.adcodes ?? [] })}
      sentence={(draft) =>
        sentences("water", {
          section: nameOf(section(draft.sectionId), locale),
          what:
            [said(statuses, draft.status), said(trends, draft.trend), draft.stage && `${draft.stage} m`]
              .filter(Boolean)
              .join(" · ") || "—",
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
          <SelectField
            name="status"
            label={t("waterStatus")}
            value={draft.status}
            onChange={(value) => change({ status: value })}
            empty={t("none")}
            options={statuses}
            error={errorOf("status")}
          />
          <SelectField
            name="trend"
            label={t("trend")}
            value={draft.trend}
            onChange={(value) => change({ trend: value })}
            empty={t("none")}
            options={trends}
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
        </>
      )}
    </EventForm>
  );
}
