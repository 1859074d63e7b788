"use client";
import { useLocale, useTranslations } from "next-intl";
import { EventForm } from "@/components/forms/event-form";
import { SelectField, TextField } from "@/components/forms/fields";
import styles from "@/components/forms/forms.module.css";
import { submitProgress } from "@/lib/directives/actions";
import { FIGURES, FigureKind, ProgressState } from "@/lib/directives/categories";
import type { DirectiveRecord } from "@/lib/directives/record";
import { provinceName } from "@/lib/provinces/list";

interface Props {
  directives: readonly DirectiveRecord[];
  allowed: readonly string[];
  now: string;
  /** What the address names: a cell of the matrix leads here. */
  directive: string;
  province: string;
}

const lower = (state: string) => state.toLowerCase() as "received";

/** A province's answer to an order: received, in hand or done, with its figures. */
export function ProgressForm({ directives, allowed, now, directive, province }: Props) {
  const t = useTranslations("directives");
  const admin = useTranslations("admin");
  const locale = useLocale();
  const empty: { directiveId: string; province: string; state: string; note: string } & Record<
    FigureKind,
    string
  > = {
    directiveId: directive,
    province: province || (allowed.length === 1 ? (allowed[0] ?? "") : ""),
    state: "",
    note: "",
    PEOPLE_MOVED: "",
    PEOPLE_ON_DUTY: "",
    KM_PATROLLED: "",
    SITES_CHECKED: "",
    DANGERS_HANDLED: "",
    ITEMS_SENT: "",
  };
  const title = (row: DirectiveRecord) => `${t(`category.${row.category}`)} · ${row.issuer} · ${row.text}`;
  if (!directives.length) return <p>{t("noneYet")}</p>;
  return (
    <EventForm
      // Another cell is another form: what was typed for one order must not answer another.
      key={`${directive}-${province}`}
      name={`progress-${directive}-${province}`}
      now={now}
      send={submitProgress}
      empty={empty}
      input={({ directiveId, province: own, state, note, at, source, ...rest }) => ({
        directiveId,
        province: own,
        state,
        note,
        at,
        source,
        figures: FigureKind.options.flatMap((what) =>
          String(rest[what]).trim() === "" ? [] : [{ what, value: rest[what] }],
        ),
      })}
      sentence={(draft) => {
        const order = directives.find((row) => row.id === draft.directiveId);
        const state = ProgressState.safeParse(draft.state).data;
        return t("progressSentence", {
          province: draft.province ? provinceName(draft.province, locale) : "—",
          what: order ? title(order) : "—",
          state: state ? t(`state.${lower(state)}`) : "—",
        });
      }}
    >
      {({ draft, change, errorOf }) => {
        const order = directives.find((row) => row.id === draft.directiveId);
        const last = order?.progress.find((answer) => answer.adcode === draft.province)?.state;
        const open = ProgressState.options.filter(
          (state) =>
            ProgressState.options.indexOf(state) >= ProgressState.options.findIndex((s) => lower(s) === last),
        );
        return (
          <>
            <SelectField
              name="directiveId"
              label={t("order")}
              value={draft.directiveId}
              onChange={(directiveId) => change({ directiveId, state: "" })}
              empty="—"
              options={directives.map((row) => ({ value: row.id, label: title(row).slice(0, 90) }))}
              error={errorOf("directiveId")}
            />
            <SelectField
              name="province"
              label={admin("province")}
              value={draft.province}
              onChange={(own) => change({ province: own, state: "" })}
              empty="—"
              options={allowed
                .filter((code) => !order || order.provinces.includes(code))
                .map((code) => ({ value: code, label: provinceName(code, locale) }))}
              error={errorOf("province")}
            />
            <SelectField
              name="state"
              label={t("stateLabel")}
              value={draft.state}
              onChange={(state) => change({ state })}
              empty="—"
              options={open.map((value) => ({ value, label: t(`state.${lower(value)}`) }))}
              error={errorOf("state")}
            />
            <fieldset className={styles.group}>
              <legend>{t("figures")}</legend>
              <div className={styles.inline}>
                {FigureKind.options.map((what) => (
                  <TextField
                    key={what}
                    name={what}
                    type="number"
                    label={`${t(`figure.${what}`)} (${t(`figureUnit.${FIGURES[what].unit}`)})`}
                    value={draft[what]}
                    onChange={(value) => change({ [what]: value })}
                  />
                ))}
              </div>
            </fieldset>
            <TextField
              name="note"
              label={admin("note")}
              value={draft.note}
              max={500}
              onChange={(note) => change({ note })}
              error={errorOf("note")}
            />
          </>
        );
      }}
    </EventForm>
  );
}
