import type { Context } from "@/lib/command";
import { type Refusal, refuse } from "@/lib/errors";
import { misplaced } from "@/lib/geo/land";
import type { DeployInput } from "./schema";

interface Place {
  name: string;
  provinceId: string | null;
  areaId: string | null;
  lat: number | null;
  lon: number | null;
  approximate: boolean;
}

const bare = (name: string, provinceId: string | null): Place => ({
  name,
  provinceId,
  areaId: null,
  lat: null,
  lon: null,
  approximate: true,
});

/** The places of the codes given, in their order; undefined when one of them is unknown. */
async function named({ tx }: Context, codes: readonly string[]): Promise<Place[] | undefined> {
  const areas = await tx.area.findMany({ where: { adcode: { in: [...codes] } } });
  const provinces = await tx.province.findMany({ where: { adcode: { in: [...codes] } } });
  if (areas.length + provinces.length !== new Set(codes).size) return undefined;
  const places = [
    ...areas.map(({ name, provinceId, adcode, lat, lon }) => ({
      ...bare(name, provinceId),
      areaId: adcode,
      lat,
      lon,
    })),
    ...provinces.map(({ name, adcode }) => bare(name, adcode)),
  ];
  const order = (place: Place) => codes.indexOf(place.areaId ?? place.provinceId ?? "");
  return places.sort((a, b) => order(a) - order(b));
}

/**
 * Where a deployment serves: the named areas, else the point chosen on the map, else the longest area name found in
 * the words; no point is invented. An empty list is a reserve that stands ready for the nation.
 */
export async function placesOf(
  context: Context,
  input: DeployInput,
): Promise<{ ok: true; places: Place[] } | Refusal> {
  const { place, province, lat, lon } = input;
  const point = lat === null || lon === null ? null : { lat, lon };
  const wrong = point && misplaced(point, province);
  if (wrong) return refuse(wrong, undefined, { lat: wrong });
  if (input.areas?.length) {
    const places = await named(context, input.areas);
    if (!places) return refuse("unknown_area", undefined, { place: "unknown_area" });
    const [only] = places;
    return {
      ok: true,
      places: point && only && places.length === 1 ? [{ ...only, ...point, approximate: false }] : places,
    };
  }
  if (!province) return { ok: true, places: place ? [bare(place, null)] : [] };
  const areas = await context.tx.area.findMany({ where: { provinceId: province } });
  const area = areas
    .filter((one) => place?.includes(one.short))
    .sort((a, b) => b.short.length - a.short.length || (a.kind < b.kind ? -1 : 1))[0];
  const found = {
    ...bare(place ?? area?.name ?? "", province),
    areaId: area?.adcode ?? null,
    lat: area?.lat ?? null,
    lon: area?.lon ?? null,
  };
  return { ok: true, places: [point ? { ...found, ...point, approximate: false } : found] };
}
