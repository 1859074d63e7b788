"use client";
import admin from "@/components/forms/forms.module.css";
import styles from "./patrol.module.css";

interface Props {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  error?: string;
}

/** One of a few, each a target for a thumb. */
export function Picks({ name, label, value, options, onChange, error }: Props) {
  return (
    <fieldset className={styles.picks}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
      {error ? <p className={admin.error}>{error}</p> : null}
    </fieldset>
  );
}
