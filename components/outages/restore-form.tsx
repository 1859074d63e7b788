"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { EventForm } from "@/components/forms/event-form";
import { SelectField } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { joinerOf, showFullTime } from "@/lib/format";
import { submitRestoration } from "@/lib/outages/actions";
import type { OutageRecord } from "@/lib/outages/record";
import { provinceName } from "@/lib/provinces/list";

interface Props {
  outages: readonly OutageRecord[];
  now: string;
  chosen: string;
}

/** What works again at a place that was cut off. */
export function RestoreForm({ outages, now, chosen }: Props) {
  const t = useTranslations("outages");
  const locale = useLocale();
  const join = joinerOf(locale);
  const empty: { outageId: string; cuts: string[] } = { outageId: chosen, cuts: [] };
  // What has just been sent may have been the last one open: its form stays, with what came of it.
  const [began] = useState(outages.length > 0);
  if (!began && !outages.length) return <p>{t("none")}</p>;
  return (
    <EventForm
      name={`restore-${chosen}`}
      now={now}
      send={submitRestoration}
      empty={empty}
      input={(draft) => ({
        ...draft,
        cuts: draft.cuts.map((cut) => cut.toUpperCase()),
        province: outages.find((row) => row.id === draft.outageId)?.province ?? "",
      })}
      sentence={(draft) =>
        t("restoreSentence", {
          place: outages.find((row) => row.id === draft.outageId)?.name ?? "—",
          cuts: draft.cuts.map((cut) => t(`cut.${cut as "road"}`)).join(join) || "—",
          time: showFullTime(Date.parse(`${draft.at}:00+08:00`) || 0, locale),
        })
      }
    >
      {({ draft, change, errorOf }) => (
        <>
          <SelectField
            name="outageId"
            label={t("which")}
            value={draft.outageId}
            onChange={(outageId) => change({ outageId, cuts: [] })}
            empty="—"
            options={outages.map((row) => ({
              value: row.id,
              label: `${provinceName(row.province, locale)} ${row.name}`,
            }))}
            error={errorOf("outageId")}
          />
          <fieldset className={styles.group}>
            <legend>{t("worksAgain")}</legend>
            {draft.outageId ? null : <p className="muted">{t("chooseFirst")}</p>}
            <div className={styles.kinds}>
              {(outages.find((row) => row.id === draft.outageId)?.open ?? []).map((cut) => (
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
                  {t(`cut.${cut}`)}
                </label>
              ))}
            </div>
            {errorOf("cuts") ? <p className={styles.error}>{errorOf("cuts")}</p> : null}
          </fieldset>
        </>
      )}
    </EventForm>
  );
}
