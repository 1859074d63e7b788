import Papa from "papaparse";
import { z } from "zod";
import { type Refusal, refuse } from "@/lib/errors";

/** A row as it came: text or numbers, not yet judged. */
export interface RawPosition {
  deployment: unknown;
  at: unknown;
  lat: unknown;
  lon: unknown;
}
/** What is no row at all, kept as it came. */
export interface Unread {
  unread: unknown;
}
export type Rows = { ok: true; rows: (RawPosition | Unread)[] } | Refusal;

const NAMES: Record<keyof RawPosition, readonly string[]> = {
  deployment: ["deployment", "deploymentid", "id", "力量", "力量编号", "编号"],
  at: ["at", "time", "timestamp", "时间", "定位时间"],
  lat: ["lat", "latitude", "纬度"],
  lon: ["lon", "lng", "longitude", "经度"],
};
const KEYS = ["deployment", "at", "lat", "lon"] as const;

const Feature = z.object({
  type: z.literal("Feature"),
  geometry: z.object({ type: z.literal("Point"), coordinates: z.array(z.unknown()).min(2).max(3) }),
  properties: z.object({ deployment: z.unknown(), at: z.unknown() }),
});

const fromFeature = (value: unknown): RawPosition | Unread => {
  const feature = Feature.safeParse(value);
  if (!feature.success) return { unread: value };
  const { geometry, properties } = feature.data;
  const [lon, lat] = geometry.coordinates;
  return { deployment: properties.deployment, at: properties.at, lat, lon };
};

const Collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });

/** GeoJSON: one Feature or a FeatureCollection of Points, [lon, lat] in degrees, with `deployment` and `at` as properties. */
export function parseGeoJson(text: string): Rows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("not_json");
  }
  const collection = Collection.safeParse(value);
  if (collection.success) return { ok: true, rows: collection.data.features.map(fromFeature) };
  const single = fromFeature(value);
  return "unread" in single ? refuse("not_geojson") : { ok: true, rows: [single] };
}

/** CSV with a header: deployment, at, lat, lon, or the Chinese names; separated by comma, tab or semicolon. */
export function parseCsv(text: string): Rows {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [header, ...lines] = data;
  const at = KEYS.map((key) =>
    (header ?? []).findIndex((name) => NAMES[key].includes(name.replace(/[\s_-]/g, "").toLowerCase())),
  );
  if (at.some((index) => index < 0)) return refuse("no_columns");
  const [deployment = 0, time = 0, lat = 0, lon = 0] = at;
  return {
    ok: true,
    rows: lines.map((line) =>
      line.length < (header?.length ?? 0)
        ? { unread: line.join(",") }
        : { deployment: line[deployment], at: line[time], lat: line[lat], lon: line[lon] },
    ),
  };
}
