"use client";
import { useLocale } from "next-intl";
import { AreaPicker } from "@/components/areas/area-picker";
import { type AreaChoice, useAreaSearch } from "@/components/areas/use-area-search";

interface Props {
  label: string;
  /** The area's code; empty when none is chosen. */
  code: string;
  onChange: (area: AreaChoice | undefined) => void;
}

/** One prefecture or county of a draft, which knows it by its code alone. */
export function AreaField({ label, code, onChange }: Props) {
  const { found } = useAreaSearch(code, "", useLocale());
  return (
    <AreaPicker
      label={label}
      chosen={found.filter((area) => area.adcode === code)}
      onChange={([area]) => onChange(area)}
      max={1}
    />
  );
}
