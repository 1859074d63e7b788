"use client";
import { Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/fields";
import styles from "./patrol.module.css";

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  step: number;
  min?: number;
  max: number;
  unit: string;
  error?: string;
}

/** A number for one thumb: less, more, or typed. */
export function Stepper({ name, label, value, onChange, step, min = 0, max, unit, error }: Props) {
  const t = useTranslations("patrol");
  const move = (by: number) => {
    const next = Math.min(max, Math.max(min, (Number(value) || 0) + by));
    onChange(String(Math.round(next * 10) / 10));
  };
  return (
    <Field label={`${label} (${unit})`} error={error}>
      {(props) => (
        <div className={styles.stepper}>
          <button type="button" aria-label={t("less", { what: label })} onClick={() => move(-step)}>
            <Minus size={20} aria-hidden />
          </button>
          <input
            {...props}
            name={name}
            inputMode="decimal"
            value={value}
            maxLength={9}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value.replace(/[^\d.]/g, ""))}
          />
          <button type="button" aria-label={t("more", { what: label })} onClick={() => move(step)}>
            <Plus size={20} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  );
}
