import type { MarkKind } from "@/lib/waters/schema";

/** The ink of each mark, the same on chart and cross-section. */
export const MARK_INK: Record<MarkKind, string> = {
  guard: "var(--muted)",
  warning: "var(--water-warning)",
  flood_limit: "var(--water-warning)",
  guarantee: "var(--water-guarantee)",
  record: "var(--water-record)",
};
