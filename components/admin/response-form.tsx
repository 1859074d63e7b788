"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import {
  Field,
  NO_SOURCE,
  RefusalNote,
  SelectField,
  SourceFields,
  TextField,
  useFieldError,
} from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { ProvinceBoxes } from "@/components/forms/province-boxes";
import { Review, Toast } from "@/components/forms/review";
import { useCommand, useDraft } from "@/components/forms/use-command";
import { useLive } from "@/components/shell/live";
import { Form } from "@/components/ui/form";
import { isoTime, joinerOf, showFullTime } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import { submitAction, submitCorrection } from "@/lib/responses/actions";
import { ResponseLevel } from "@/lib/responses/levels";
import { legalMoves } from "@/lib/responses/rules";
import { ActionKind, Hazard } from "@/lib/responses/schema";

export interface IssuerOption {
  id: string;
  name: string;
  nameEn: string;
  province: string | null;
  area: string | null;
}

interface Props {
  issuers: IssuerOption[];
  /** Level in force by `issuer|hazard|province|area`. */
  inForce: Record<string, ResponseLevel>;
  /** Provinces the viewer may act for. */
  allowed: string[];
  now: string;
}

const EMPTY = {
  issuerId: "guojia-fangzong",
  hazard: "FLOOD",
  kind: "",
  level: "",
  provinces: [] as string[],
  effectiveAt: "",
  source: NO_SOURCE,
};

/** Activate, maintain, raise, lower or terminate: only legal moves are offered. */
export function ResponseForm({ issuers, inForce, allowed, now }: Props) {
  const t = useTranslations("admin");
  const terms = useTranslations("terms");
  const sentences = useTranslations("admin.sentence");
  const locale = useLocale();
  const live = useLive();
  const [draft, change, clear] = useDraft("response", EMPTY);
  const [reviewing, setReviewing] = useState(false);
  // What stood when the person decided: if it moves before publishing, the server says so.
  const [seen, setSeen] = useState<Record<string, string>>({});
  const { pending, refusal, done, submit, forget } = useCommand(submitAction);
  const undo = useCommand(submitCorrection);
  const errorOf = useFieldError(refusal);
  const issuer = issuers.find((row) => row.id === draft.issuerId) ?? issuers[0];
  const open = issuer?.province ? allowed.filter((code) => code === issuer.province) : allowed;
  const levelOf = (code: string) =>
    inForce[[issuer?.id, draft.hazard, code, issuer?.area ?? ""].join("|")] ?? null;
  const chosen = draft.provinces.filter((code) => open.includes(code));
  const moves = chosen.map((code) => legalMoves(levelOf(code)));
  const legal = (kind: ActionKind) =>
    moves.length > 0 && moves.every((list) => list.some((move) => move.kind === kind));
  const levels = ResponseLevel.options.filter((level) =>
    moves.every((list) => list.some((move) => move.kind === draft.kind && move.levels.includes(level))),
  );
  const effectiveAt = draft.effectiveAt || isoTime(live.now || Date.parse(now)).slice(0, 16);
  const join = (words: string[]) => words.join(joinerOf(locale));
  const kind = ActionKind.safeParse(draft.kind).data;
  const sentence = kind
    ? sentences(kind, {
        issuer: (locale === "en" ? issuer?.nameEn : issuer?.name) ?? "",
        provinces: join(chosen.map((code) => provinceName(code, locale))),
        hazard: terms(`hazard.${Hazard.catch("FLOOD").parse(draft.hazard)}`),
        level: draft.level ? terms(`level.${ResponseLevel.catch("IV").parse(draft.level)}`) : "",
        from: join([...new Set(chosen.map((code) => terms(`level.${levelOf(code) ?? "none"}`)))]),
        time: showFullTime(Date.parse(`${effectiveAt}:00+08:00`) || 0, locale),
      })
    : "";
  const publish = () =>
    submit(
      {
        issuerId: issuer?.id,
        hazard: draft.hazard,
        kind: draft.kind,
        level: draft.kind === "TERMINATE" ? null : draft.level,
        provinces: chosen,
        areaId: issuer?.area ?? null,
        effectiveAt,
        source: draft.source,
        seen,
      },
      () => {
        setReviewing(false);
        clear();
      },
    );
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        forget();
        setSeen(Object.fromEntries(chosen.map((code) => [code, levelOf(code) ?? "none"])));
        setReviewing(true);
      }}
    >
      <SelectField
        name="issuerId"
        label={t("issuer")}
        value={issuer?.id ?? ""}
        onChange={(issuerId) => change({ issuerId, provinces: [], kind: "", level: "" })}
        options={issuers.map((row) => ({ value: row.id, label: locale === "en" ? row.nameEn : row.name }))}
        error={errorOf("issuerId")}
      />
      <SelectField
        name="hazard"
        label={t("hazard")}
        value={draft.hazard}
        onChange={(hazard) => change({ hazard, kind: "", level: "" })}
        options={Hazard.options.map((value) => ({ value, label: terms(`hazard.${value}`) }))}
        error={errorOf("hazard")}
      />
      <ProvinceBoxes
        label={t("provinces")}
        open={open}
        chosen={chosen}
        onChange={(provinces) => change({ provinces })}
        levelOf={levelOf}
        error={errorOf("provinces")}
      />
      <Field label={t("kind")} error={errorOf("kind")}>
        {(props) => (
          <div className={styles.kinds} role="radiogroup" {...props}>
            {ActionKind.options.map((option) => (
              <label key={option} data-off={!legal(option) || undefined}>
                <input
                  type="radio"
                  name="kind"
                  value={option}
                  checked={draft.kind === option}
                  disabled={!legal(option)}
                  onChange={() => change({ kind: option, level: "" })}
                />
                {terms(`action.${option.toLowerCase() as "activate"}`)}
              </label>
            ))}
            {chosen.length ? null : <span className="muted">{t("chooseProvince")}</span>}
          </div>
        )}
      </Field>
      {draft.kind && draft.kind !== "TERMINATE" ? (
        <SelectField
          name="level"
          label={t("level")}
          value={draft.level}
          onChange={(level) => change({ level })}
          empty="—"
          options={levels.map((value) => ({ value, label: terms(`level.${value}`) }))}
          error={errorOf("level")}
        />
      ) : null}
      <TextField
        name="effectiveAt"
        type="datetime-local"
        label={t("effectiveAt")}
        value={effectiveAt}
        onChange={(value) => change({ effectiveAt: value })}
        error={errorOf("effectiveAt")}
      />
      <SourceFields value={draft.source} onChange={(source) => change({ source })} errorOf={errorOf} />
      <RefusalNote refusal={refusal} />
      <Review
        sentence={sentence || t("chooseProvince")}
        reviewing={reviewing}
        pending={pending}
        onReview={setReviewing}
        onConfirm={publish}
        act={
          draft.level
            ? `${t("confirm")} · ${terms(`level.${ResponseLevel.catch("IV").parse(draft.level)}`)}`
            : t("confirm")
        }
      />
      {done ? (
        <Toast>
          {undo.done ? t("undone") : t("done", { version: done.version })}{" "}
          {undo.done || done.value.actionIds.length !== 1 ? null : (
            <button
              type="button"
              className="button"
              disabled={undo.pending}
              onClick={() =>
                undo.submit({
                  actionId: done.value.actionIds[0],
                  province: done.value.provinces[0],
                  reason: t("undoReason"),
                  replacement: null,
                })
              }
            >
              {t("undo")}
            </button>
          )}
          <RefusalNote refusal={undo.refusal} />
        </Toast>
      ) : null}
    </Form>
  );
}
