import { type Context, command } from "@/lib/command";
import { correcting, orNation } from "@/lib/corrections";
import { refuse } from "@/lib/errors";
import { parseTime } from "@/lib/format";
import { clockNow } from "@/lib/live/store";
import { PROVINCES } from "@/lib/provinces/list";
import { recordSource } from "@/lib/sources";
import { ForecastInput } from "./schema";

const DAY = 24 * 3_600_000;
const MAX_DAYS = 60;

/** The provinces whose rights a forecast needs: those of its areas, or all where no area could be placed. */
export const forecastProvinces = (input: ForecastInput) =>
  orNation(
    input.provinces,
    PROVINCES.map((row) => row.adcode),
  );

/**
 * Writes a rain forecast with its areas resolved to codes, or the one that puts an earlier right; refuses a period that
 * is too long, and areas that are none. Also what a publication runs.
 */
export async function applyForecast(context: Context, input: ForecastInput) {
  const { tx, version, recordedAt } = context;
  if (input.to && input.to.ms - input.from.ms > MAX_DAYS * DAY)
    return refuse("forecast_too_long", undefined, { to: "forecast_too_long" });
  const published = parseTime(input.source.published ?? "")?.ms ?? Number.POSITIVE_INFINITY;
  const issuedAt = input.issuedAt?.ms ?? Math.min(published, input.from.ms);
  if (issuedAt > clockNow() + 3_600_000)
    return refuse("report_in_future", undefined, { issuedAt: "report_in_future" });
  const codes = input.areas.flatMap((area) => area.adcodes);
  const known = await tx.province.count({ where: { adcode: { in: input.provinces } } });
  const areas = codes.filter((code) => !code.endsWith("0000"));
  const found = await tx.area.count({ where: { adcode: { in: areas } } });
  if (known !== input.provinces.length || found !== new Set(areas).size)
    return refuse("unknown_area", undefined, { areas: "unknown_area" });
  const right = await correcting(context, input.corrects, async (id) => {
    const row = await tx.rainForecast.findUnique({ where: { id }, include: { supersededBy: true } });
    return row && { ...row, provinces: row.provinceIds };
  });
  if (!right.ok) return right;
  const row = await tx.rainForecast.create({
    data: {
      ...right.row,
      version,
      recordedAt,
      issuedAt: new Date(issuedAt),
      fromAt: new Date(input.from.ms),
      fromPrecision: input.from.precision,
      toAt: input.to ? new Date(input.to.ms) : null,
      toPrecision: input.to?.precision ?? "DAY",
      intensity: input.intensity,
      grade: input.grade,
      provinceIds: input.provinces,
      note: input.note ?? null,
      sourceId: await recordSource(context, input.source),
      areas: { create: input.areas },
    },
  });
  return { ok: true as const, value: { forecastId: Number(row.id), provinces: input.provinces } };
}

/** Records a rain forecast: its period, areas and grade. */
export const recordForecast = command({
  name: "forecast.record",
  may: "event:write",
  input: ForecastInput,
  provinces: forecastProvinces,
  run: applyForecast,
});
