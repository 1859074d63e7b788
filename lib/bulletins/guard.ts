import type { Draft } from "./schema";

export interface Mark {
  kind: string;
  /** Metres above the station's datum. */
  stage: number;
}

export interface Flag {
  key: "exceedance_disagrees" | "state_disagrees";
  /** Metres, two decimals. */
  values: { stage: string; mark: string; difference: string; stated: string };
}

const MARK_OF: Record<string, string> = {
  ABOVE_WARNING: "WARNING",
  ABOVE_GUARANTEE: "GUARANTEE",
  ABOVE_RECORD: "RECORD",
  ABOVE_FLOOD_LIMIT: "FLOOD_LIMIT",
  NORMAL: "WARNING",
};
/** Half of the last printed figure: a number printed to the decimetre may be 5 cm off, one to the centimetre none. */
const tolerance = (...printed: number[]) =>
  printed.some((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6) ? 0.051 : 0.006;

/** The arithmetic of a water fact: stage minus mark must be the stated exceedance, and agree with the stated state. */
export function guard(draft: Draft, marks: readonly Mark[]): Flag | null {
  if (draft.kind !== "WATER" || draft.stage === null || !draft.status) return null;
  const mark = marks.find((one) => one.kind === MARK_OF[draft.status ?? ""])?.stage;
  if (mark === undefined) return null;
  const { exceedance: stated } = draft;
  const difference = draft.stage - mark;
  const values = {
    stage: draft.stage.toFixed(2),
    mark: mark.toFixed(2),
    difference: difference.toFixed(2),
    stated: (stated ?? 0).toFixed(2),
  };
  const above = draft.status !== "NORMAL";
  if (above ? difference < -0.005 : difference > 0.005) return { key: "state_disagrees", values };
  if (above && stated !== null && Math.abs(difference - stated) > tolerance(stated, draft.stage))
    return { key: "exceedance_disagrees", values };
  return null;
}
