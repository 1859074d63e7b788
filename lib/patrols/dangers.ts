import { z } from "zod";

/** Dangers 险情 found on dikes: 管涌 渗漏 滑坡 漫溢 裂缝 漏洞 跌窝 崩岸 穿堤建筑物 决口 其他. */
export const DangerKind = z.enum([
  "PIPING",
  "SEEPAGE",
  "SLIDE",
  "OVERTOPPING",
  "CRACK",
  "LEAK",
  "SUBSIDENCE",
  "BANK_COLLAPSE",
  "STRUCTURE",
  "BREACH",
  "OTHER",
]);
export type DangerKind = z.infer<typeof DangerKind>;

/** 一般, 较大, 重大. */
export const DangerGrade = z.enum(["GENERAL", "LARGE", "MAJOR"]);
export type DangerGrade = z.infer<typeof DangerGrade>;

/** 发现, 处置中, 已控制, 已排除. */
export const DangerState = z.enum(["FOUND", "IN_HAND", "CONTROLLED", "CLEARED"]);
export type DangerState = z.infer<typeof DangerState>;

/** The states a danger may go to from each: what was under control may break out again, what is cleared is new when it returns. */
export const NEXT_DANGER_STATES: Record<DangerState, readonly DangerState[]> = {
  FOUND: ["IN_HAND", "CONTROLLED", "CLEARED"],
  IN_HAND: ["IN_HAND", "CONTROLLED", "CLEARED"],
  CONTROLLED: ["IN_HAND", "CLEARED"],
  CLEARED: [],
};
