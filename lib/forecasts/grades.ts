import { z } from "zod";

export const RainGrade = z.enum(["LIGHT", "MODERATE", "HEAVY", "STORM", "HEAVY_STORM", "EXTREME_STORM"]);
export type RainGrade = z.infer<typeof RainGrade>;

/** Rain in 24 h by GB/T 28592-2012, table 1: `from` ≤ mm < `below` (null: no upper bound). */
export const GRADES: Record<RainGrade, { rank: number; term: string; from: number; below: number | null }> = {
  LIGHT: { rank: 1, term: "小雨", from: 0.1, below: 10 },
  MODERATE: { rank: 2, term: "中雨", from: 10, below: 25 },
  HEAVY: { rank: 3, term: "大雨", from: 25, below: 50 },
  STORM: { rank: 4, term: "暴雨", from: 50, below: 100 },
  HEAVY_STORM: { rank: 5, term: "大暴雨", from: 100, below: 250 },
  EXTREME_STORM: { rank: 6, term: "特大暴雨", from: 250, below: null },
};

const BY_RANK = [...RainGrade.options].sort((a, b) => GRADES[b].rank - GRADES[a].rank);

/** The grades that words of a forecast name, mildest first: 大到暴雨 → HEAVY, STORM; 强降雨 names none. */
export function gradesIn(words: string): RainGrade[] {
  let rest = words.replace(/([小中大])到([中大])?(?=大?暴?雨)/g, (_, first, second) =>
    second ? `${first}雨到${second}` : `${first}雨到`,
  );
  const found: RainGrade[] = [];
  for (const grade of BY_RANK) {
    const { term } = GRADES[grade];
    if (!rest.includes(term)) continue;
    found.unshift(grade);
    rest = rest.replaceAll(term, "·");
  }
  return found;
}

/** The gravest grade that the words name; null when they name none. */
export const gradeOf = (words: string): RainGrade | null => gradesIn(words).at(-1) ?? null;

/** The grade of a measured or foretold amount of rain, in mm in 24 h; null for less than 0.1 mm. */
export const gradeOfRain = (mm: number): RainGrade | null =>
  BY_RANK.find((grade) => mm >= GRADES[grade].from) ?? null;
