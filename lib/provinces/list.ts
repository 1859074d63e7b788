import { joinerOf } from "@/lib/format";
import rows from "@/prisma/data/provinces.json";

/** The 34 provinces by adcode order: names in both languages, pinyin and its initials for searching. */
export const PROVINCES = rows.map(({ adcode, name, nameEn, pinyin, initials, abbr }) => ({
  adcode,
  name,
  nameEn,
  pinyin,
  initials,
  abbr,
}));
export type ProvinceRow = (typeof PROVINCES)[number];

const byCode = new Map(PROVINCES.map((row) => [row.adcode, row]));
/** The province with an adcode; undefined when there is none. */
export const provinceOf = (adcode: string): ProvinceRow | undefined => byCode.get(adcode);
export const provinceName = (adcode: string, locale: string) =>
  (locale === "en" ? byCode.get(adcode)?.nameEn : byCode.get(adcode)?.name) ?? adcode;

/** Codes as a refusal names them (430000、420000) as names in a language; what is no code stays as it is. */
export const provinceNames = (codes: string, locale: string) =>
  codes
    .split("、")
    .map((code) => provinceName(code, locale))
    .join(joinerOf(locale));

/** Provinces whose name, pinyin, initials, one-character short form or code begins with (or contains) what was typed. */
export function searchProvinces(typed: string): ProvinceRow[] {
  const key = typed.trim().toLowerCase().replaceAll(" ", "");
  if (!key) return PROVINCES;
  return PROVINCES.filter(
    (row) =>
      row.name.includes(key) ||
      row.abbr === key ||
      row.pinyin.startsWith(key) ||
      row.initials.startsWith(key) ||
      row.adcode.startsWith(key) ||
      row.nameEn.toLowerCase().replaceAll(" ", "").startsWith(key),
  );
}
