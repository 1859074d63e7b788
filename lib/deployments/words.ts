import { joinerOf, showNumber } from "@/lib/format";
import { provinceName } from "@/lib/provinces/list";
import type { DeploymentRecord } from "@/lib/snapshot/schema";

/** English needs no measure word but these: of one, of several. */
const UNITS: Record<string, [string, string]> = {
  人: [" person", " people"],
  件: [" item", " items"],
  套: [" set", " sets"],
  万元: [" × 10,000 CNY", " × 10,000 CNY"],
};

/** 5 个 · 5; nothing when the source gives no number. */
export function countInWords(count: number | null, unit: string, locale: string): string {
  if (count === null) return "";
  const number = showNumber(count, locale);
  return locale === "en" ? `${number}${UNITS[unit]?.[count === 1 ? 0 : 1] ?? ""}` : `${number} ${unit}`;
}

/** The number behind the kind's name: 2支 · × 2 · , 200 people; nothing when the source gives none. */
export function countBeside(count: number | null, unit: string, locale: string): string {
  if (count === null) return "";
  if (locale !== "en") return `${showNumber(count, locale)}${unit}`;
  return unit === "人" ? `, ${countInWords(count, unit, locale)}` : ` × ${countInWords(count, unit, locale)}`;
}

/** Who sent it, in the reader's language where the body has a name in it. */
export const senderInWords = ({ from, fromEn }: DeploymentRecord, locale: string): string =>
  (locale === "en" && fromEn) || from;

/** Where it serves: a whole province by its name in the reader's language, other places as they were written. */
export function placesInWords({ places, place }: DeploymentRecord, locale: string): string {
  const name = (one: DeploymentRecord["places"][number]) =>
    one.adcode?.endsWith("0000") && one.name === provinceName(one.adcode, "zh")
      ? provinceName(one.adcode, locale)
      : one.name;
  return places.length ? places.map(name).join(joinerOf(locale)) : place;
}
