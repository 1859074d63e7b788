import type { Hazard, ResponseLevel } from "@/lib/responses/words";

/** All that a person chose to see; it lives in the address, so that it can be shared. */
export interface View {
  provinces: string[];
  levels: ResponseLevel[];
  hazards: Hazard[];
  /** An issuer's short name, or "highest" for the gravest of all issuers. */
  issuer: string;
  /** World time shown, epoch ms; null follows the clock. */
  at: number | null;
  /** Map position: zoom, latitude, longitude. */
  position: { zoom: number; lat: number; lon: number } | null;
  patterns: boolean;
  /** What lies on the map beside levels, waters and teams. */
  layers: Layer[];
}

export const LAYERS = ["rain", "gaps"] as const;
export type Layer = (typeof LAYERS)[number];

export const DEFAULT_ISSUER = "国家防总";
export const HIGHEST = "highest";
export const DEFAULT_HAZARDS: Hazard[] = ["FLOOD", "FLOOD_TYPHOON"];
export const DEFAULT_VIEW: View = {
  provinces: [],
  levels: [],
  hazards: DEFAULT_HAZARDS,
  issuer: DEFAULT_ISSUER,
  at: null,
  position: null,
  patterns: false,
  layers: [],
};

/** The address parameters of a view; defaults are left out. `time` writes an instant as ISO 8601. */
export function viewParams(view: View, time: (ms: number) => string): URLSearchParams {
  const params = new URLSearchParams();
  if (view.provinces.length) params.set("province", view.provinces.join(","));
  if (view.levels.length) params.set("level", view.levels.join(","));
  if (view.hazards.join() !== DEFAULT_HAZARDS.join()) params.set("hazard", view.hazards.join(","));
  if (view.issuer !== DEFAULT_ISSUER) params.set("issuer", view.issuer);
  if (view.at !== null) params.set("at", time(view.at));
  if (view.position)
    params.set(
      "map",
      `${view.position.zoom}/${view.position.lat.toFixed(3)}/${view.position.lon.toFixed(3)}`,
    );
  if (view.patterns) params.set("patterns", "1");
  if (view.layers.length) params.set("layer", view.layers.join(","));
  return params;
}
