import { showNumber } from "@/lib/format";

/** English needs no measure word but these. */
const UNITS: Record<string, string> = { 人: " people", 件: " items", 套: " sets", 万元: " × 10,000 CNY" };

/** 5 个 · 5; nothing when the source gives no number. */
export function countInWords(count: number | null, unit: string, locale: string): string {
  if (count === null) return "";
  const number = showNumber(count, locale);
  return locale === "en" ? `${number}${UNITS[unit] ?? ""}` : `${number} ${unit}`;
}
