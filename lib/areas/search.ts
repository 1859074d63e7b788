import { provinceName } from "@/lib/provinces/list";
import rows from "@/prisma/data/areas.json";

/** A prefecture or county to choose from; degrees (WGS 84) of a point inside it. */
export interface AreaChoice {
  adcode: string;
  name: string;
  /** The names of what it lies in, widest first: 湖北 荆州市. */
  within: string;
  province: string;
  lat: number;
  lon: number;
}

const byCode = new Map(rows.map((row) => [row.adcode, row]));

function choice(row: (typeof rows)[number], locale: string): AreaChoice {
  const prefecture = row.kind === "county" ? byCode.get(`${row.adcode.slice(0, 4)}00`) : undefined;
  return {
    adcode: row.adcode,
    name: row.name,
    within: [provinceName(row.province, locale), prefecture?.name].filter(Boolean).join(" "),
    province: row.province,
    lat: row.lat,
    lon: row.lon,
  };
}

/** Prefectures and counties by the beginning of their name or code, then by any part of it; at most `limit`. */
export function searchAreas(
  typed: string,
  options: { province?: string; locale: string; limit: number },
): AreaChoice[] {
  const key = typed.trim();
  if (!key) return [];
  const own = rows.filter((row) => !options.province || row.province === options.province);
  const starts = own.filter((row) => row.name.startsWith(key) || row.adcode.startsWith(key));
  const inside = own.filter((row) => !starts.includes(row) && row.name.includes(key));
  return [...starts, ...inside].slice(0, options.limit).map((row) => choice(row, options.locale));
}
