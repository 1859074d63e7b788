import { snapshotNow, store } from "@/lib/live/store";
import { buildSnapshot } from "@/lib/snapshot/build";

/** The picture of the clock's now; throws while nothing is in memory. */
export const now = () => {
  const snapshot = snapshotNow();
  if (!snapshot) throw new Error("no snapshot");
  return snapshot;
};

/** The picture of a time (ISO 8601), with what was recorded by `known` (ms). */
export const at = (time: string, known?: number) => {
  const { log } = store();
  if (!log) throw new Error("no log");
  return buildSnapshot(log, { at: Date.parse(time), known });
};
