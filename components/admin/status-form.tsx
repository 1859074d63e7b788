"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { submitStatus } from "@/lib/deployments/actions";
import { DeploymentState, NEXT_STATES } from "@/lib/deployments/rules";
import { placesInWords, senderInWords } from "@/lib/deployments/words";
import { showFullTime, showTime } from "@/lib/format";
import type { DeploymentRecord } from "@/lib/snapshot/schema";

interface Props {
  deployments: readonly DeploymentRecord[];
  now: string;
  /** The deployment that the address names. */
  chosen: string;
}

const word = (state: string) => state.toLowerCase() as "sent";

/** The next step of a deployment: only steps that can follow its present one are offered. */
export function StatusForm({ deployments, now, chosen }: Props) {
  const t = useTranslations("admin");
  const own = useTranslations("deployments");
  const terms = useTranslations("terms.state");
  const locale = useLocale();
  const words = (row: DeploymentRecord) =>
    `${locale === "en" ? row.kindNameEn : row.kindName} ${row.count ?? ""} · ${senderInWords(row, locale)} → ${placesInWords(row, locale) || own("reserve")}`;
  if (!deployments.length) return <p>{t("empty")}</p>;
  return (
    <EventForm
      key={chosen}
      name={chosen ? `status-${chosen}` : "status"}
      now={now}
      send={submitStatus}
      empty={{ deploymentId: chosen, state: "" }}
      input={(draft) => {
        const row = deployments.find((one) => one.id === draft.deploymentId);
        const province = row?.places.find((place) => place.adcode)?.adcode;
        return { ...draft, province: province ? `${province.slice(0, 2)}0000` : "" };
      }}
      sentence={(draft) => {
        const row = deployments.find((one) => one.id === draft.deploymentId);
        return t("sentence.status", {
          what: row ? words(row) : "—",
          state: draft.state ? terms(word(draft.state)) : "—",
          time: showFullTime(Date.parse(`${draft.at}:00+08:00`) || 0, locale),
        });
      }}
    >
      {({ draft, change, errorOf }) => {
        const row = deployments.find((one) => one.id === draft.deploymentId);
        const current = DeploymentState.safeParse(row?.status.toUpperCase()).data;
        const next = current ? NEXT_STATES[current] : [];
        return (
          <>
            <SelectField
              name="deploymentId"
              label={t("deploymentChoice")}
              value={draft.deploymentId}
              onChange={(deploymentId) => change({ deploymentId, state: "" })}
              empty="—"
              options={deployments.map((one) => ({ value: one.id, label: words(one) }))}
              error={errorOf("deploymentId")}
            />
            {row ? (
              <p className="muted">
                {own("stands", {
                  state: terms(row.status),
                  time: showTime(Date.parse(row.at), locale, row.precision),
                })}
              </p>
            ) : null}
            <fieldset className={styles.group}>
              <legend>{own("nextStep")}</legend>
              {row ? null : <p className="muted">{own("chooseFirst")}</p>}
              <div className={styles.kinds}>
                {next.map((state) => (
                  <label key={state}>
                    <input
                      type="radio"
                      name="state"
                      checked={draft.state === state}
                      onChange={() => change({ state })}
                    />
                    {terms(word(state))}
                  </label>
                ))}
              </div>
              {errorOf("state") ? <p className={styles.error}>{errorOf("state")}</p> : null}
            </fieldset>
          </>
        );
      }}
    </EventForm>
  );
}
