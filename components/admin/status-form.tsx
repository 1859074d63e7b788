"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import { submitStatus } from "@/lib/deployments/actions";
import { DeploymentState, NEXT_STATES } from "@/lib/deployments/rules";
import { isoTime, showFullTime } from "@/lib/format";
import type { DeploymentRecord } from "@/lib/snapshot/schema";
import styles from "./admin.module.css";
import { NO_SOURCE, RefusalNote, SelectField, SourceFields, TextField, useFieldError } from "./fields";
import { Review, Toast } from "./review";
import { useCommand, useDraft } from "./use-command";

export function StatusForm({ deployments, now }: { deployments: DeploymentRecord[]; now: string }) {
  const t = useTranslations("admin");
  const sentences = useTranslations("admin.sentence");
  const terms = useTranslations("terms.state");
  const locale = useLocale();
  const live = useLive();
  const [draft, change, clear] = useDraft("status", {
    deploymentId: "",
    state: "",
    at: "",
    source: NO_SOURCE,
  });
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, done, submit } = useCommand(submitStatus);
  const errorOf = useFieldError(refusal);
  const at = draft.at || isoTime(live.now || Date.parse(now)).slice(0, 16);
  const chosen = deployments.find((row) => row.id === draft.deploymentId);
  const current = DeploymentState.safeParse(chosen?.status.toUpperCase()).data;
  const words = (row: DeploymentRecord) =>
    `${locale === "en" ? row.kindNameEn : row.kindName} ${row.count ?? ""} · ${row.from} → ${row.place}`;
  const province = chosen?.places.find((place) => place.adcode)?.adcode;
  const publish = () =>
    submit({ ...draft, at, province: province ? `${province.slice(0, 2)}0000` : "" }, () => {
      setReviewing(false);
      clear();
    });
  if (!deployments.length) return <p>{t("empty")}</p>;
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      <SelectField
        name="deploymentId"
        label={t("deploymentChoice")}
        value={draft.deploymentId}
        onChange={(deploymentId) => change({ deploymentId, state: "" })}
        empty="—"
        options={deployments.map((row) => ({ value: row.id, label: words(row) }))}
        error={errorOf("deploymentId")}
      />
      <SelectField
        name="state"
        label={t("state")}
        value={draft.state}
        onChange={(state) => change({ state })}
        empty="—"
        options={(current ? NEXT_STATES[current] : []).map((value) => ({
          value,
          label: terms(value.toLowerCase() as "sent"),
        }))}
        error={errorOf("state")}
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
        sentence={sentences("status", {
          what: chosen ? words(chosen) : "—",
          state: draft.state ? terms(draft.state.toLowerCase() as "sent") : "—",
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
