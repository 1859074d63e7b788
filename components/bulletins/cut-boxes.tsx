"use client";
import { useTranslations } from "next-intl";
import admin from "@/components/forms/forms.module.css";
import { Cut } from "@/lib/outages/schema";

interface Props {
  label: string;
  /** The codes of what is cut, with commas between. */
  value: string;
  onChange: (value: string) => void;
}

/** What a place is cut off from: roads, power, network. */
export function CutBoxes({ label, value, onChange }: Props) {
  const t = useTranslations("outages");
  const chosen = value.split(",");
  const toggle = (cut: Cut) =>
    onChange(Cut.options.filter((one) => chosen.includes(one) !== (one === cut)).join(","));
  return (
    <fieldset className={admin.group}>
      <legend>{label}</legend>
      <div className={admin.kinds}>
        {Cut.options.map((cut) => (
          <label key={cut}>
            <input type="checkbox" checked={chosen.includes(cut)} onChange={() => toggle(cut)} />
            {t(`cut.${cut.toLowerCase() as "road"}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
