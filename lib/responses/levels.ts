import { z } from "zod";

/** The four response levels, gravest first; their colours live in app/tokens.css. */
export const LEVELS = {
  I: { rank: 1, numeral: "Ⅰ", term: "一级", pattern: "cross" },
  II: { rank: 2, numeral: "Ⅱ", term: "二级", pattern: "diagonal" },
  III: { rank: 3, numeral: "Ⅲ", term: "三级", pattern: "dots" },
  IV: { rank: 4, numeral: "Ⅳ", term: "四级", pattern: "wide" },
} as const;

export const ResponseLevel = z.enum(["I", "II", "III", "IV"]);
export type ResponseLevel = z.infer<typeof ResponseLevel>;

export const isGraver = (a: ResponseLevel, b: ResponseLevel) => LEVELS[a].rank < LEVELS[b].rank;

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
