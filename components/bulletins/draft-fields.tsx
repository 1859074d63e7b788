"use client";
import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { ProvinceBoxes } from "@/components/forms/province-boxes";
import type { Kind } from "@/lib/bulletins/schema";
import { DirectiveCategory } from "@/lib/directives/categories";
import { RainGrade } from "@/lib/forecasts/grades";
import { DangerGrade, DangerKind, DangerState } from "@/lib/patrols/dangers";
import { PROVINCES } from "@/lib/provinces/list";
import { ResponseLevel } from "@/lib/responses/levels";
import { ActionKind, Hazard } from "@/lib/responses/schema";
import { AreaField } from "./area-field";
import type { Choices } from "./choices";
import { CutBoxes } from "./cut-boxes";
import styles from "./editor.module.css";
import { WhenField } from "./when-field";

export type Values = Record<string, string>;
type Control = "select" | "text" | "when" | "provinces" | "wide" | "cuts" | "area";

/** Which fields a kind has, in which order, and how each is filled in. */
const SENT: [string, Control][] = [
  ["kindId", "select"],
  ["count", "text"],
  ["from", "text"],
  ["place", "text"],
  ["province", "select"],
  ["state", "select"],
  ["mission", "wide"],
  ["at", "when"],
];
const FIELDS: Record<Kind, [string, Control][]> = {
  RESPONSE: [
    ["issuerId", "select"],
    ["hazard", "select"],
    ["action", "select"],
    ["level", "select"],
    ["effectiveAt", "when"],
    ["provinces", "provinces"],
  ],
  WATER: [
    ["sectionId", "select"],
    ["status", "select"],
    ["trend", "select"],
    ["stage", "text"],
    ["exceedance", "text"],
    ["at", "when"],
  ],
  DEPLOYMENT: SENT,
  COMMUNICATION: SENT,
  OUTAGE: [
    ["cuts", "cuts"],
    ["areaId", "area"],
    ["name", "text"],
    ["people", "text"],
    ["since", "when"],
    ["until", "when"],
  ],
  DANGER: [
    ["danger", "select"],
    ["dangerGrade", "select"],
    ["dangerState", "select"],
    ["sectionId", "select"],
    ["province", "select"],
    ["at", "when"],
    ["place", "wide"],
  ],
  FORECAST: [
    ["from", "when"],
    ["to", "when"],
    ["areas", "wide"],
    ["intensity", "wide"],
    ["grade", "select"],
  ],
  CONSULTATION: [
    ["form", "select"],
    ["ledBy", "text"],
    ["at", "when"],
    ["decisions", "wide"],
    ["provinces", "provinces"],
  ],
  DIRECTIVE: [
    ["category", "select"],
    ["issuer", "text"],
    ["at", "when"],
    ["text", "wide"],
    ["provinces", "provinces"],
  ],
};
/** Fields whose label depends on the kind. */
const LABELS: Record<string, string> = {
  "FORECAST.from": "fromDay",
  "OUTAGE.name": "placeName",
  "OUTAGE.until": "untilAll",
  "DANGER.place": "dangerPlace",
};
const STATUSES = ["NORMAL", "ABOVE_WARNING", "ABOVE_GUARANTEE", "ABOVE_RECORD", "ABOVE_FLOOD_LIMIT"] as const;
const TRENDS = ["RISING", "FALLING", "STEADY", "SLOWING"] as const;
const STATES = ["PREPOSITIONED", "SENT", "ARRIVED", "WORKING"] as const;
const NEVER_EMPTY = new Set([
  ...["hazard", "action", "state", "form", "category"],
  ...["danger", "dangerState"],
]);

interface Props {
  kind: Kind;
  values: Values;
  choices: Choices;
  onChange: (values: Values) => void;
}

/** The fields of one draft. */
export function DraftFields({ kind, values, choices, onChange }: Props) {
  const t = useTranslations("bulletin");
  const terms = useTranslations("terms");
  const dangers = useTranslations("patrol");
  const locale = useLocale();
  const set = (name: string, value: string) =>
    // An area of the province before is none of the new one.
    onChange({
      ...values,
      ...(name === "province" ? { areas: "" } : name === "provinces" ? { areaId: "" } : {}),
      [name]: value,
    });
  const named = (list: Choices["issuers"]) =>
    list.map((one) => ({ value: one.id, label: locale === "en" ? one.nameEn : one.name }));
  const options: Record<string, { value: string; label: string }[]> = {
    issuerId: named(choices.issuers),
    sectionId: named(choices.sections),
    kindId: named(choices.kinds),
    hazard: Hazard.options.map((value) => ({ value, label: terms(`hazard.${value}`) })),
    action: ActionKind.options.map((value) => ({ value, label: t(`action.${value}`) })),
    level: ResponseLevel.options.map((value) => ({ value, label: terms(`level.${value}`) })),
    status: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    trend: TRENDS.map((value) => ({ value, label: t(`trend.${value}`) })),
    state: STATES.map((value) => ({ value, label: terms(`state.${value.toLowerCase() as "sent"}`) })),
    danger: DangerKind.options.map((value) => ({ value, label: dangers(`kind.${value}`) })),
    dangerGrade: DangerGrade.options.map((value) => ({ value, label: dangers(`grade.${value}`) })),
    dangerState: DangerState.options.map((value) => ({ value, label: dangers(`state.${value}`) })),
    form: (["MEETING", "VIDEO"] as const).map((value) => ({ value, label: t(`form.${value}`) })),
    category: DirectiveCategory.options.map((value) => ({ value, label: t(`category.${value}`) })),
    grade: RainGrade.options.map((value) => ({ value, label: t(`grade.${value}`) })),
    province: PROVINCES.map((row) => ({
      value: row.adcode,
      label: locale === "en" ? row.nameEn : row.name,
    })),
  };
  return FIELDS[kind].map(([name, control]) => {
    const key = LABELS[`${kind}.${name}`] ?? name;
    const label = t(`field.${key}` as "field.at");
    const value = values[name] ?? "";
    const put = (next: string) => set(name, next);
    if (control === "when")
      return <WhenField key={name} name={name} label={label} value={value} onChange={put} />;
    if (control === "cuts")
      return (
        <div key={name} className={styles.whole}>
          <CutBoxes label={label} value={value} onChange={put} />
        </div>
      );
    if (control === "area")
      return (
        <AreaField
          key={name}
          label={label}
          code={value}
          onChange={(area) =>
            onChange({
              ...values,
              areaId: area?.adcode ?? "",
              province: area?.province ?? "",
              name: values.name || (area?.name ?? ""),
            })
          }
        />
      );
    if (control === "provinces")
      return (
        <div key={name} className={styles.whole}>
          <ProvinceBoxes
            label={label}
            open={PROVINCES.map((row) => row.adcode)}
            chosen={value.split(",").filter(Boolean)}
            onChange={(chosen) => put(chosen.join(","))}
          />
        </div>
      );
    const field = { name, label, value, onChange: put };
    return (
      <div key={name} className={control === "wide" ? styles.whole : undefined}>
        {control === "select" ? (
          <SelectField
            {...field}
            options={options[name] ?? []}
            empty={NEVER_EMPTY.has(name) ? undefined : "—"}
          />
        ) : (
          <TextField {...field} />
        )}
      </div>
    );
  });
}
