"use client";
import { useLocale, useTranslations } from "next-intl";
import { provinceName } from "@/lib/provinces/list";
import type { ResponseLevel } from "@/lib/responses/levels";
import styles from "./forms.module.css";

interface Props {
  label: string;
  open: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  levelOf?: (adcode: string) => ResponseLevel | null;
  error?: string;
}

/** Provinces to tick, each with the level now in force where one is. */
export function ProvinceBoxes({ label, open, chosen, onChange, levelOf, error }: Props) {
  const terms = useTranslations("terms.numeral");
  const locale = useLocale();
  return (
    <fieldset className={styles.group} aria-invalid={error ? true : undefined}>
      <legend>{label}</legend>
      <div className={styles.boxes}>
        {open.map((code) => {
          const level = levelOf?.(code);
          return (
            <label key={code}>
              <input
                type="checkbox"
                name="provinces"
                value={code}
                checked={chosen.includes(code)}
                onChange={() =>
                  onChange(
                    chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code],
                  )
                }
              />
              {provinceName(code, locale)}
              {level ? <span className={styles.now}>{terms(level)}</span> : null}
            </label>
          );
        })}
      </div>
      {error ? <p className={styles.error}>{error}</p> : null}
    </fieldset>
  );
}
