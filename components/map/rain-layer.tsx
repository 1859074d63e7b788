"use client";
import { useTranslations } from "next-intl";
import { Polygon } from "react-leaflet";
import { useAreas } from "@/components/areas/use-areas";
import { NO_GRADE, RAIN_STYLE } from "@/components/forecasts/rain-style";
import type { RainGrade } from "@/lib/forecasts/grades";
import type { ForecastRecord } from "@/lib/forecasts/record";
import { RainCaption } from "./rain-caption";

type Named = ForecastRecord["areas"][number];
const rank = (grade: RainGrade | null) => (grade ? Object.keys(RAIN_STYLE).indexOf(grade) : -1);
const patternOf = (grade: RainGrade | null) => `rain-${grade ?? "none"}`;

/** Rain foretold for the time shown: strokes over the levels, closer for more. What is over is never drawn. */
export function RainLayer({ forecasts }: { forecasts: readonly ForecastRecord[] }) {
  const t = useTranslations("map.layer");
  // A forecast outside its period is no picture of the time shown.
  const running = forecasts.filter((forecast) => forecast.current);
  const drawn = running
    .flatMap(({ id, grade, areas }) => areas.map((area) => ({ key: `${id}-${area.text}`, grade, area })))
    .sort((a, b) => rank(a.grade) - rank(b.grade));
  const shapes = useAreas(drawn.flatMap(({ area }) => area.adcodes));
  const rings = (area: Named) =>
    area.adcodes.flatMap((code) => (shapes.get(code) ?? []).map((ring) => [ring]));
  return (
    <>
      <RainPatterns />
      {drawn.map(({ key, grade, area }) => (
        <Polygon
          key={`${key}-${shapes.size}`}
          positions={rings(area)}
          interactive={false}
          pathOptions={{
            fillColor: `url(#${patternOf(grade)})`,
            fillOpacity: 1,
            color: "var(--accent)",
            weight: area.approximate ? 0.8 : 1.6,
            dashArray: area.approximate ? "2 5" : "",
          }}
        />
      ))}
      {running.length ? (
        <RainCaption forecasts={running} />
      ) : (
        <RainCaption forecasts={[]} empty={t("rainNone")} />
      )}
    </>
  );
}

function RainPatterns() {
  const all = [...Object.entries(RAIN_STYLE), ["none", NO_GRADE] as const];
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <defs>
        {all.map(([grade, { gap, weight, fill }]) => (
          <pattern
            key={grade}
            id={`rain-${grade}`}
            width={gap}
            height={gap}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(25)"
          >
            <rect width={gap} height={gap} fill="var(--accent)" opacity={fill} />
            <path
              d={`M${gap / 2} 0V${gap}`}
              stroke="var(--panel)"
              strokeWidth={weight + 1.6}
              opacity="0.55"
            />
            <path d={`M${gap / 2} 0V${gap}`} stroke="var(--accent)" strokeWidth={weight} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
