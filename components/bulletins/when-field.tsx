"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import styles from "./editor.module.css";

interface Props {
  name: string;
  label: string;
  /** YYYY-MM-DD, or a time with offset; empty when nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
}

/** A day and, where the source prints it, an hour (Asia/Shanghai): without an hour only the day counts. */
export function WhenField({ name, label, value, onChange }: Props) {
  const t = useTranslations("bulletin");
  const day = value.slice(0, 10);
  const hour = /T(\d{2}:\d{2})/.exec(value)?.[1] ?? "";
  const put = (newDay: string, newHour: string) =>
    onChange(newDay && newHour ? `${newDay}T${newHour}:00+08:00` : newDay);
  return (
    <div className={styles.when}>
      <TextField name={name} type="date" label={label} value={day} onChange={(next) => put(next, hour)} />
      <TextField
        name={`${name}Hour`}
        type="time"
        label={t("field.hour")}
        value={hour}
        onChange={(next) => put(day, next)}
      />
    </div>
  );
}
