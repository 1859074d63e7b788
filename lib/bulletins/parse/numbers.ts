const DIGITS = "零一二三四五六七八九";

/** A number written in Chinese or Arabic figures up to 999; null for 多 and 数. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  // 1.2万.
  if (/^\d+(?:\.\d+)?万$/.test(text)) return Math.round(Number(text.slice(0, -1)) * 10_000);
  if (text === "多" || text === "数") return null;
  let total = 0;
  let digit = 0;
  for (const sign of text.replaceAll("两", "二")) {
    if (sign === "百") total += (digit || 1) * 100;
    else if (sign === "十") total += (digit || 1) * 10;
    else {
      digit = DIGITS.indexOf(sign);
      continue;
    }
    digit = 0;
  }
  return total + digit;
}
