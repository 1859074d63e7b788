"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import { submitDeployment } from "@/lib/deployments/actions";
import { isoTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import styles from "./admin.module.css";
import { NO_SOURCE, RefusalNote, SelectField, SourceFields, TextField, useFieldError } from "./fields";
import { Review, Toast } from "./review";
import { useCommand, useDraft } from "./use-command";

const STATES = ["PREPOSITIONED", "SENT", "ARRIVED", "WORKING"] as const;

interface Props {
  kinds: { code: string; term: string; termEn: string; unit: string }[];
  allowed: string[];
  now: string;
}

export function DeploymentForm({ kinds, allowed, now }: Props) {
  const t = useTranslations("admin");
  const sentences = useTranslations("admin.sentence");
  const state = useTranslations("terms.state");
  const locale = useLocale();
  const live = useLive();
  const [draft, change, clear] = useDraft("deployment", {
    kindId: "",
    count: "",
    from: "",
    place: "",
    province: "",
    mission: "",
    state: "SENT",
    at: "",
    source: NO_SOURCE,
  });
  const [reviewing, setReviewing] = useState(false);
  const { pending, refusal, done, submit } = useCommand(submitDeployment);
  const errorOf = useFieldError(refusal);
  const at = draft.at || isoTime(live.now || Date.parse(now)).slice(0, 16);
  const kind = kinds.find((row) => row.code === draft.kindId);
  const sentence = sentences("deployment", {
    from: draft.from || "—",
    kind: (locale === "en" ? kind?.termEn : kind?.term) ?? "—",
    count: draft.count ? `${draft.count} ${kind?.unit ?? ""}` : "",
    place: draft.place || "—",
    mission: draft.mission || "—",
  });
  const publish = () =>
    submit({ ...draft, at }, () => {
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
        name="kindId"
        label={t("team")}
        value={draft.kindId}
        onChange={(kindId) => change({ kindId })}
        empty="—"
        options={kinds.map((row) => ({ value: row.code, label: locale === "en" ? row.termEn : row.term }))}
        error={errorOf("kindId")}
      />
      <TextField
        name="count"
        type="number"
        label={`${t("count")}${kind ? ` (${kind.unit})` : ""}`}
        value={draft.count}
        onChange={(count) => change({ count })}
        error={errorOf("count")}
      />
      <TextField
        name="from"
        label={t("from")}
        value={draft.from}
        max={120}
        onChange={(from) => change({ from })}
        error={errorOf("from")}
      />
      <SelectField
        name="province"
        label={t("province")}
        value={draft.province}
        onChange={(province) => change({ province })}
        empty="—"
        options={allowed.map((code) => ({ value: code, label: provinceName(code, locale) }))}
        error={errorOf("province")}
      />
      <TextField
        name="place"
        label={t("place")}
        value={draft.place}
        max={120}
        onChange={(place) => change({ place })}
        error={errorOf("place")}
      />
      <TextField
        name="mission"
        label={t("mission")}
        value={draft.mission}
        max={300}
        onChange={(mission) => change({ mission })}
        error={errorOf("mission")}
      />
      <SelectField
        name="state"
        label={t("state")}
        value={draft.state}
        onChange={(value) => change({ state: value })}
        options={STATES.map((value) => ({ value, label: state(value.toLowerCase() as "sent") }))}
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
        sentence={sentence}
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
