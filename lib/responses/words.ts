/** What a browser needs to know of levels and hazards, with no schema library behind it. */
export const LEVELS = {
  I: { rank: 1, numeral: "Ⅰ", term: "一级", pattern: "cross" },
  II: { rank: 2, numeral: "Ⅱ", term: "二级", pattern: "diagonal" },
  III: { rank: 3, numeral: "Ⅲ", term: "三级", pattern: "dots" },
  IV: { rank: 4, numeral: "Ⅳ", term: "四级", pattern: "wide" },
} as const;

/** The four response levels, gravest first; their colours live in app/tokens.css. */
export const LEVEL_CODES = ["I", "II", "III", "IV"] as const;
export type ResponseLevel = (typeof LEVEL_CODES)[number];

export const HAZARDS = ["FLOOD", "FLOOD_TYPHOON", "TYPHOON", "DROUGHT", "GEOHAZARD"] as const;
export type Hazard = (typeof HAZARDS)[number];

export const isGraver = (a: ResponseLevel, b: ResponseLevel) => LEVELS[a].rank < LEVELS[b].rank;
