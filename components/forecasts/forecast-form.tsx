"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { submitForecast } from "@/lib/forecasts/actions";
import { RainGrade } from "@/lib/forecasts/grades";
import { showDayText } from "@/lib/format";

/** A rain forecast: its period in days, its areas as the source words them, its grade. */
export function ForecastForm({ now }: { now: string }) {
  const t = useTranslations("forecasts");
  const locale = useLocale();
  return (
    <EventForm
      name="forecast"
      now={now}
      send={submitForecast}
      empty={{ areas: "", from: now.slice(0, 10), to: "", intensity: "", grade: "", note: "" }}
      timeLabel={t("issuedAt")}
      input={({ at, ...draft }) => ({ ...draft, issuedAt: at })}
      sentence={(draft) =>
        t("sentence", {
          areas: draft.areas || "—",
          intensity: draft.intensity || "—",
          from: showDayText(draft.from, locale),
          to: draft.to ? showDayText(draft.to, locale) : t("open"),
        })
      }
    >
      {({ draft, change, errorOf }) => (
        <>
          <TextField
            name="areas"
            label={t("areasLabel")}
            value={draft.areas}
            max={600}
            onChange={(areas) => change({ areas })}
            error={errorOf("areas") ?? errorOf("areas.0")}
          />
          <TextField
            name="from"
            type="date"
            label={t("from")}
            value={draft.from}
            onChange={(from) => change({ from })}
            error={errorOf("from")}
          />
          <TextField
            name="to"
            type="date"
            label={t("to")}
            value={draft.to}
            onChange={(to) => change({ to })}
            error={errorOf("to")}
          />
          <TextField
            name="intensity"
            label={t("intensity")}
            value={draft.intensity}
            max={120}
            onChange={(intensity) => change({ intensity })}
            error={errorOf("intensity")}
          />
          <SelectField
            name="grade"
            label={t("gradeLabel")}
            value={draft.grade}
            onChange={(grade) => change({ grade })}
            empty={t("gradeFromWords")}
            options={RainGrade.options.map((value) => ({ value, label: t(`grade.${value}`) }))}
            error={errorOf("grade")}
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
