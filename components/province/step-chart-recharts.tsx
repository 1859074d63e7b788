"use client";
import { useLocale, useTranslations } from "next-intl";
import { Legend, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { showFullTime, showTime } from "@/lib/format";
import { LEVEL_CODES, LEVELS } from "@/lib/responses/words";
import type { Timeline, TrackTimeline } from "@/lib/timeline/build";

const DASHES = ["", "6 3", "2 3", "8 3 2 3"];
const SHADES = ["var(--accent)", "var(--water-warning)", "var(--muted)", "var(--water-record)"];
const SHOWN = 8;

/** The gravity of a track at a time: 4 for level I down to 1 for IV, 0 for none. */
function gravity(track: TrackTimeline, time: number): number {
  const span = track.spans.find(
    (s) => Date.parse(s.from) <= time && (s.to === null || time < Date.parse(s.to)),
  );
  return span ? 5 - LEVELS[span.level].rank : 0;
}

export default function StepChartRecharts({ timeline, at }: { timeline: Timeline; at: number }) {
  const locale = useLocale();
  const t = useTranslations("terms.numeral");
  const hazards = useTranslations("terms.hazard");
  const tracks = timeline.tracks.slice(0, SHOWN);
  const label = (track: TrackTimeline) =>
    [
      locale === "en" ? track.issuerEn : track.issuer,
      track.area,
      track.hazard === "FLOOD" ? null : hazards(track.hazard as "FLOOD"),
    ]
      .filter(Boolean)
      .join(" · ");
  const times = [
    ...new Set([
      timeline.from,
      timeline.to,
      ...tracks.flatMap((track) =>
        track.spans.flatMap((span) => (span.to ? [span.from, span.to] : [span.from])),
      ),
    ]),
  ]
    .map((time) => Date.parse(time))
    .sort((a, b) => a - b);
  const data = times.map((time) => ({
    time,
    ...Object.fromEntries(tracks.map((track) => [track.track, gravity(track, time)])),
  }));
  return (
    <ResponsiveContainer width="100%" height={240}>
      <LineChart accessibilityLayer={false} data={data} margin={{ top: 8, right: 16, bottom: 0, left: -24 }}>
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={["dataMin", "dataMax"]}
          tickFormatter={(time: number) => showTime(time, locale, "DAY")}
          stroke="var(--muted)"
          fontSize={12}
        />
        <YAxis
          type="number"
          domain={[0, 4]}
          ticks={[0, 1, 2, 3, 4]}
          tickFormatter={(value: number) => {
            const level = LEVEL_CODES[4 - value];
            return level ? t(level) : "—";
          }}
          stroke="var(--muted)"
          fontSize={12}
        />
        <Tooltip
          labelFormatter={(time) => showFullTime(Number(time), locale)}
          formatter={(value) => {
            const level = LEVEL_CODES[4 - Number(value)];
            return level ? t(level) : "—";
          }}
          contentStyle={{ background: "var(--panel)", borderColor: "var(--line)" }}
        />
        <Legend wrapperStyle={{ fontSize: 12 }} />
        <ReferenceLine x={at} stroke="var(--text)" strokeDasharray="3 3" />
        {tracks.map((track, index) => (
          <Line
            key={track.track}
            type="stepAfter"
            dataKey={track.track}
            name={label(track)}
            stroke={SHADES[index % SHADES.length]}
            strokeDasharray={DASHES[Math.floor(index / SHADES.length) % DASHES.length]}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
