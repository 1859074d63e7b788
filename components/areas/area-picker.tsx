"use client";
import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import adminStyles from "@/components/forms/forms.module.css";
import styles from "./areas.module.css";
import { type AreaChoice, useAreaSearch } from "./use-area-search";

interface Props {
  label: string;
  chosen: readonly AreaChoice[];
  onChange: (chosen: AreaChoice[]) => void;
  /** Only areas of this province; empty: of all. */
  province?: string;
  /** At most this many; a further choice takes the place of the last. */
  max?: number;
  error?: string;
}

/** Prefectures and counties found by typing their names, as chips that can be taken back. */
export function AreaPicker({ label, chosen, onChange, province = "", max = 40, error }: Props) {
  const t = useTranslations("areas");
  const locale = useLocale();
  const id = useId();
  const [typed, setTyped] = useState("");
  const { found, failed } = useAreaSearch(typed, province, locale);
  const add = (area: AreaChoice) => {
    const others = chosen.filter((one) => one.adcode !== area.adcode);
    onChange([...others.slice(0, max - 1), area]);
    setTyped("");
  };
  return (
    <div className={adminStyles.field}>
      <label htmlFor={id}>{label}</label>
      {chosen.length ? (
        <ul className={styles.chips} data-testid="areas">
          {chosen.map((area) => (
            <li key={area.adcode}>
              {area.within} {area.name}
              <button
                type="button"
                aria-label={t("remove", { name: area.name })}
                onClick={() => onChange(chosen.filter((one) => one.adcode !== area.adcode))}
              >
                <X size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        id={id}
        type="search"
        value={typed}
        maxLength={40}
        autoComplete="off"
        placeholder={t("search")}
        aria-describedby={`${id}-note`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter takes the first match; it must not send the form.
          event.preventDefault();
          if (found[0]) add(found[0]);
        }}
      />
      {typed.trim() && found.length ? (
        <ul className={styles.found} aria-label={t("found")}>
          {found.map((area) => (
            <li key={area.adcode}>
              <button type="button" onClick={() => add(area)}>
                <Plus size={14} aria-hidden /> <strong>{area.name}</strong>{" "}
                <span className="muted">{area.within}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p id={`${id}-note`} className={error ? adminStyles.error : styles.note} role="status">
        {error ?? (failed ? t("failed") : typed.trim() && !found.length ? t("nothing") : "")}
      </p>
    </div>
  );
}
