"use client";
import { useLocale, useTranslations } from "next-intl";
import { AreaPicker } from "@/components/areas/area-picker";
import { RingPicker } from "@/components/areas/map-picker";
import type { Picked } from "@/components/areas/picker-map";
import type { AreaChoice } from "@/components/areas/use-area-search";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextField } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { joinerOf, showFullTime } from "@/lib/format";
import { submitOutage } from "@/lib/outages/actions";
import { Cut } from "@/lib/outages/schema";
import { provinceName } from "@/lib/provinces/list";

interface Draft {
  province: string;
  areas: AreaChoice[];
  name: string;
  ring: Picked[];
  cuts: Cut[];
  until: string;
  people: string;
  note: string;
}

const EMPTY: Draft = {
  province: "",
  areas: [],
  name: "",
  ring: [],
  cuts: [],
  until: "",
  people: "",
  note: "",
};
const lower = (cut: Cut) => cut.toLowerCase() as "road";

/** A place cut off: a county or prefecture by name, or an area drawn on the map. */
export function OutageForm({ allowed, now }: { allowed: string[]; now: string }) {
  const t = useTranslations("outages");
  const admin = useTranslations("admin");
  const locale = useLocale();
  const join = joinerOf(locale);
  return (
    <EventForm
      name="outage"
      now={now}
      send={submitOutage}
      empty={EMPTY}
      timeLabel={t("sinceLabel")}
      afterTime={({ draft, change, errorOf }) => (
        <TextField
          name="until"
          type="datetime-local"
          label={t("untilLabel")}
          value={draft.until}
          onChange={(until) => change({ until })}
          error={errorOf("until")}
        />
      )}
      input={({ at, areas, ring, province, ...draft }) => ({
        ...draft,
        since: at,
        province: province || areas[0]?.province || "",
        areaId: areas[0]?.adcode ?? "",
        ring: ring.length ? ring.map(({ lat, lon }) => [lon, lat]) : null,
      })}
      sentence={(draft) =>
        t("sentence", {
          place: draft.name || draft.areas[0]?.name || "—",
          cuts:
            Cut.options
              .filter((cut) => draft.cuts.includes(cut))
              .map((cut) => t(`cut.${lower(cut)}`))
              .join(join) || "—",
          time: showFullTime(Date.parse(`${draft.at}:00+08:00`) || 0, locale),
        })
      }
    >
      {({ draft, change, errorOf }) => (
        <>
          <fieldset className={styles.group}>
            <legend>{t("what")}</legend>
            <div className={styles.kinds}>
              {Cut.options.map((cut) => (
                <label key={cut}>
                  <input
                    type="checkbox"
                    name="cuts"
                    checked={draft.cuts.includes(cut)}
                    onChange={() =>
                      change({
                        cuts: draft.cuts.includes(cut)
                          ? draft.cuts.filter((one) => one !== cut)
                          : [...draft.cuts, cut],
                      })
                    }
                  />
                  {t(`cut.${lower(cut)}`)}
                </label>
              ))}
            </div>
            {errorOf("cuts") ? <p className={styles.error}>{errorOf("cuts")}</p> : null}
          </fieldset>
          <SelectField
            name="province"
            label={admin("province")}
            value={draft.province}
            onChange={(province) => change({ province, areas: [] })}
            empty="—"
            options={allowed.map((code) => ({ value: code, label: provinceName(code, locale) }))}
            error={errorOf("province")}
          />
          <AreaPicker
            label={t("area")}
            chosen={draft.areas}
            onChange={(areas) => change({ areas, province: areas[0]?.province ?? draft.province })}
            province={draft.province}
            max={1}
            error={errorOf("areaId")}
          />
          <RingPicker
            label={t("ring")}
            ring={draft.ring}
            onChange={(ring) => change({ ring })}
            province={draft.province}
            codes={draft.areas.map((area) => area.adcode)}
            error={errorOf("ring")}
          />
          <TextField
            name="name"
            label={t("name")}
            value={draft.name}
            max={120}
            onChange={(name) => change({ name })}
            error={errorOf("name")}
          />
          <TextField
            name="people"
            type="number"
            label={t("peopleLabel")}
            value={draft.people}
            onChange={(people) => change({ people })}
            error={errorOf("people")}
          />
          <TextField
            name="note"
            label={admin("note")}
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
