import type { WaterRecord } from "@/lib/snapshot/schema";

interface Stroke {
  color: string;
  weight: number;
  dash?: string;
  mark: string;
}

/** Water states in blue-violet with weight, dash and mark, so that they cannot be taken for levels. */
export const WATER_STYLE: Partial<Record<WaterRecord["status"], Stroke>> = {
  above_warning: { color: "var(--water-warning)", weight: 3, dash: "8 4", mark: "▲" },
  above_flood_limit: { color: "var(--water-warning)", weight: 3, dash: "3 3", mark: "△" },
  above_guarantee: { color: "var(--water-guarantee)", weight: 4, mark: "▲▲" },
  above_record: { color: "var(--water-record)", weight: 5, mark: "●" },
};
