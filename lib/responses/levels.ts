import { z } from "zod";
import { LEVEL_CODES } from "./words";

export { isGraver, LEVELS } from "./words";

export const ResponseLevel = z.enum(LEVEL_CODES);
export type ResponseLevel = z.infer<typeof ResponseLevel>;

const WRITTEN: Record<string, ResponseLevel> = {
  一: "I",
  二: "II",
  三: "III",
  四: "IV",
  "1": "I",
  "2": "II",
  "3": "III",
  "4": "IV",
  I: "I",
  II: "II",
  III: "III",
  IV: "IV",
};

/**
 * Reads a level however it is written: 一级, Ⅰ级, I级, 1级, full-width, lower case, with spaces, 级 optional.
 * NFKC turns Ⅳ, ⅳ, Ｉ and ４ into plain letters and digits. Returns undefined for anything else.
 */
export function normaliseLevel(written: string): ResponseLevel | undefined {
  const plain = written
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[级級]$/, "")
    .toUpperCase();
  return Object.hasOwn(WRITTEN, plain) ? WRITTEN[plain] : undefined;
}
