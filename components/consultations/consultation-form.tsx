"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextArea, TextField } from "@/components/forms/fields";
import { ProvinceBoxes } from "@/components/forms/province-boxes";
import { submitConsultation } from "@/lib/consultations/actions";
import { joinerOf, showFullTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";

const KINDS = ["MEETING", "VIDEO"] as const;

/** A consultation or video call: who led it, with which provinces, what was decided. */
export function ConsultationForm({ allowed, now }: { allowed: string[]; now: string }) {
  const t = useTranslations("consultations");
  const locale = useLocale();
  const empty: { kind: string; ledBy: string; provinces: string[]; decisions: string } = {
    kind: "MEETING",
    ledBy: "",
    provinces: [],
    decisions: "",
  };
  return (
    <EventForm
      name="consultation"
      now={now}
      send={submitConsultation}
      empty={empty}
      sentence={(draft) =>
        t("sentence", {
          by: draft.ledBy || "—",
          kind: t(`kind.${draft.kind === "VIDEO" ? "video" : "meeting"}`),
          provinces:
            draft.provinces.map((code) => provinceName(code, locale)).join(joinerOf(locale)) || t("nation"),
          time: showFullTime(Date.parse(`${draft.at}:00+08:00`) || 0, locale),
        })
      }
    >
      {({ draft, change, errorOf }) => (
        <>
          <SelectField
            name="kind"
            label={t("kindLabel")}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={KINDS.map((value) => ({
              value,
              label: t(`kind.${value.toLowerCase() as "meeting"}`),
            }))}
            error={errorOf("kind")}
          />
          <TextField
            name="ledBy"
            label={t("ledByLabel")}
            value={draft.ledBy}
            max={400}
            onChange={(ledBy) => change({ ledBy })}
            error={errorOf("ledBy") ?? errorOf("ledBy.0")}
          />
          <ProvinceBoxes
            label={t("provincesLabel")}
            open={allowed}
            chosen={draft.provinces}
            onChange={(provinces) => change({ provinces })}
            error={errorOf("provinces")}
          />
          <TextArea
            name="decisions"
            label={t("decisionsLabel")}
            value={draft.decisions}
            max={1000}
            onChange={(decisions) => change({ decisions })}
            error={errorOf("decisions")}
          />
        </>
      )}
    </EventForm>
  );
}
