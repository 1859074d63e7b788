import { distanceKm } from "@/lib/geo/distance";

interface Position {
  lat: number;
  lon: number;
}

/** A communication asset as the rules see it: where it serves, where it was last seen, and its state. */
export interface Asset {
  id: string;
  status: string;
  places: readonly { adcode: string | null; lat: number | null; lon: number | null }[];
  position: Position | null;
}

export interface CutOff {
  adcode: string;
  lat: number | null;
  lon: number | null;
}

export interface Help {
  there: string[];
  onTheWay: string[];
  nearest: { deployment: string; km: number } | null;
}

const at = (place: { lat: number | null; lon: number | null }): Position | undefined =>
  place.lat === null || place.lon === null ? undefined : { lat: place.lat, lon: place.lon };

/** Whether one area's code is another's or lies in it: a county in its prefecture. Whole provinces are too wide to say. */
const inside = (code: string, area: string) =>
  !area.endsWith("0000") &&
  !code.endsWith("0000") &&
  (code === area || (area.endsWith("00") && code.startsWith(area.slice(0, 4))));

/** Whether the asset serves the place: by codes, or by a point of it within `nearKm`. */
function serves(asset: Asset, place: CutOff, nearKm: number): boolean {
  const point = at(place);
  return asset.places.some((served) => {
    if (served.adcode && (inside(place.adcode, served.adcode) || inside(served.adcode, place.adcode)))
      return true;
    // A province's point is its capital's: no place that anyone was sent to.
    const there = served.adcode?.endsWith("0000") ? undefined : at(served);
    return point !== undefined && there !== undefined && distanceKm(point, there) <= nearKm;
  });
}

const STANDING = new Set(["arrived", "working"]);

/** The communication assets there, under way and nearest to a place that is cut off. */
export function helpFor(place: CutOff, assets: readonly Asset[], nearKm: number): Help {
  const help: Help = { there: [], onTheWay: [], nearest: null };
  const point = at(place);
  for (const asset of assets) {
    const seen = asset.position ?? asset.places.map(at).find((one) => one !== undefined);
    const km = point && seen ? distanceKm(point, seen) : undefined;
    const serving = serves(asset, place, nearKm);
    const near = asset.position !== null && km !== undefined && km <= nearKm;
    if ((serving || near) && STANDING.has(asset.status)) help.there.push(asset.id);
    else if (serving && (asset.status === "sent" || asset.status === "prepositioned"))
      help.onTheWay.push(asset.id);
    else if (km !== undefined && (!help.nearest || km < help.nearest.km))
      help.nearest = { deployment: asset.id, km: Math.round(km * 10) / 10 };
  }
  return help;
}
