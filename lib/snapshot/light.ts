import type { Layer } from "@/lib/view/view";
import type { Snapshot } from "./schema";

/** What the first map needs of the picture: lists that have pages of their own stay away, gaps until they are asked for. */
export function lightSnapshot(snapshot: Snapshot, layers: readonly Layer[]): Snapshot {
  return {
    ...snapshot,
    forecasts: snapshot.forecasts.filter((forecast) => forecast.current),
    geohazards: [],
    directives: [],
    consultations: [],
    patrols: [],
    dangers: [],
    gaps: layers.includes("gaps") ? snapshot.gaps : [],
  };
}
