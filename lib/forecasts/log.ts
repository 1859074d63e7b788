import { type Client, type Precision, type Recorded, recorded, type Span } from "@/lib/snapshot/recorded";
import type { ResolvedArea } from "./areas";
import type { RainGrade } from "./grades";

/** A forecast in memory; times are epoch milliseconds. */
export interface ForecastEntry extends Recorded {
  issuedAt: number;
  from: number;
  fromPrecision: Precision;
  to: number | null;
  toPrecision: Precision;
  intensity: string;
  grade: RainGrade | null;
  provinces: string[];
  note: string | null;
  areas: ResolvedArea[];
}

/** Rain forecasts recorded in a span of versions, oldest first; times are epoch ms. */
export async function newForecasts(client: Client, version: Span): Promise<ForecastEntry[]> {
  const rows = await client.rainForecast.findMany({
    where: { version },
    include: { source: true, areas: { orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...recorded(row),
    issuedAt: row.issuedAt.getTime(),
    from: row.fromAt.getTime(),
    fromPrecision: row.fromPrecision,
    to: row.toAt?.getTime() ?? null,
    toPrecision: row.toPrecision,
    intensity: row.intensity,
    grade: row.grade,
    provinces: row.provinceIds,
    note: row.note,
    areas: row.areas.map(({ text, part, adcodes, approximate, rule }) => ({
      text,
      part,
      adcodes,
      approximate,
      rule,
    })),
  }));
}
