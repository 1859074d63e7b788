"use client";
import { useTranslations } from "next-intl";
import { ProvinceBoxes } from "@/components/forms/province-boxes";
import { PROVINCES } from "@/lib/provinces/list";

interface Reach {
  national: boolean;
  provinces: string[];
}
interface Props {
  value: Reach;
  onChange: (part: Partial<Reach>) => void;
  error?: string;
}

const CODES = PROVINCES.map((row) => row.adcode);

/** For which provinces an account or a token may act: all of them, or those ticked. */
export function ReachFields({ value, onChange, error }: Props) {
  const t = useTranslations("admin");
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={value.national}
          onChange={() => onChange({ national: !value.national })}
        />{" "}
        {t("national")}
      </label>
      {value.national ? null : (
        <ProvinceBoxes
          label={t("areas")}
          open={CODES}
          chosen={value.provinces}
          onChange={(provinces) => onChange({ provinces })}
          error={error}
        />
      )}
    </>
  );
}
