"use client";
import { useLocale, useTranslations } from "next-intl";
import {
  Brush,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { showNumber, showTime } from "@/lib/format";
import {
  type ChartRow,
  markLines,
  sameDatum,
  spellSpan,
  spreadLabels,
  stageDomain,
  stageTicks,
  timeTicks,
} from "@/lib/waters/chart";
import { datumWords } from "@/lib/waters/datums";
import { MARK_INK } from "./mark-ink";
import type { Curves } from "./use-hydrograph";

interface Props {
  /** Pixels the chart has across. */
  width: number;
  curves: Curves;
  rows: readonly ChartRow[];
  /** The row the cursor stands on. */
  cursor: ChartRow | null;
  now: number;
  onHover: (time: number | null) => void;
}

const SHADES = ["var(--muted)", "var(--border)"];
const DASHES = ["6 3", "2 3", "10 3 2 3", "4 6"];
const DAY = 86_400_000;
const HEIGHT_PX = 408;
/** About what the plot itself has of that, and what a line of words needs. */
const PLOT_PX = 310;
const LABEL_PX = 16;
const PX_A_TICK = 110;

/** Stage and flow over time with the marks as lines; everything it draws is also in the words and table beside it. */
export default function HydrographChart({ width, curves, rows, cursor, now, onHover }: Props) {
  const t = useTranslations("hydrograph");
  const marks = useTranslations("terms.mark");
  const locale = useLocale();
  const { answer, span, others } = curves;
  const lines = markLines(answer.marks, span).filter(({ mark }) => sameDatum(mark.datum, answer.datum));
  const stages = rows
    .flatMap((row) => [row.stage, ...Object.values(row.others)])
    .filter((stage) => stage !== null);
  const domain = stageDomain([...stages, ...lines.map(({ mark }) => mark.stage)]);
  const apart = spreadLabels(
    lines.map(({ mark }) => mark.stage),
    ((domain[1] - domain[0]) * LABEL_PX) / PLOT_PX,
  );
  const hasFlow = rows.some((row) => row.flow !== null);
  const hours = span.to - span.from <= 3 * DAY;
  const tick = (time: number) => showTime(time, locale, hours ? "MINUTE" : "DAY");
  return (
    <ResponsiveContainer width="100%" height={HEIGHT_PX}>
      <ComposedChart
        accessibilityLayer={false}
        data={[...rows]}
        margin={{ top: 44, right: hasFlow ? 0 : 16, bottom: 0, left: 0 }}
        onMouseMove={(state) => onHover(typeof state.activeLabel === "number" ? state.activeLabel : null)}
        onMouseLeave={() => onHover(null)}
      >
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={[span.from, span.to]}
          allowDataOverflow
          tickFormatter={tick}
          ticks={timeTicks(span, Math.max(3, Math.floor(width / PX_A_TICK)))}
          stroke="var(--muted)"
          fontSize={12}
        />
        <YAxis
          yAxisId="stage"
          domain={domain}
          ticks={stageTicks(domain)}
          tickFormatter={(stage: number) => showNumber(stage, locale, 1)}
          width={52}
          stroke="var(--muted)"
          fontSize={12}
          label={{
            value: t("stageAxis", { datum: datumWords(answer.datum, locale) }),
            position: "insideTopLeft",
            dy: -34,
            dx: 8,
            fontSize: 12,
            fill: "var(--muted)",
          }}
        />
        {hasFlow ? (
          <YAxis
            yAxisId="flow"
            orientation="right"
            tickFormatter={(flow: number) => showNumber(flow, locale)}
            width={64}
            stroke="var(--muted)"
            fontSize={12}
            label={{
              value: t("flowAxis"),
              position: "insideTopRight",
              dy: -34,
              fontSize: 12,
              fill: "var(--muted)",
            }}
          />
        ) : null}
        {answer.spells.map((spell) => {
          const covered = spellSpan(spell);
          return covered ? (
            <ReferenceArea
              key={`${spell.mark}-${covered.to}`}
              yAxisId="stage"
              x1={Math.max(span.from, covered.from)}
              x2={Math.min(span.to, covered.to)}
              fill={MARK_INK[spell.mark]}
              fillOpacity={0.13}
              ifOverflow="hidden"
            />
          ) : null;
        })}
        {lines.map(({ mark, from, to }, i) => (
          <ReferenceLine
            key={`${mark.kind}-${mark.validFrom}`}
            yAxisId="stage"
            segment={[
              { x: from, y: mark.stage },
              { x: to, y: mark.stage },
            ]}
            stroke={MARK_INK[mark.kind]}
            strokeWidth={1.5}
            strokeDasharray={mark.status === "sourced" ? undefined : "6 4"}
            label={{
              value: `${marks(mark.kind.toUpperCase() as "WARNING")} ${showNumber(mark.stage, locale, 2)}${mark.status === "sourced" ? "" : ` ${t(`status.${mark.status}`)}`}`,
              position: "insideBottomLeft",
              dy: -Math.round(((apart.get(i) ?? 0) * PLOT_PX) / (domain[1] - domain[0])),
              fontSize: 12,
              fill: MARK_INK[mark.kind],
            }}
          />
        ))}
        {now > span.from && now < span.to ? (
          <ReferenceLine
            yAxisId="stage"
            x={now}
            stroke="var(--muted)"
            strokeDasharray="2 3"
            label={{ value: t("now"), position: "insideTopRight", fontSize: 12, fill: "var(--muted)" }}
          />
        ) : null}
        {others.map(({ year }, i) => (
          <Line
            key={year}
            yAxisId="stage"
            dataKey={(row: ChartRow) => row.others[year]}
            name={year}
            stroke={SHADES[i % SHADES.length]}
            strokeDasharray={DASHES[i % DASHES.length]}
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {hasFlow ? (
          <Line
            yAxisId="flow"
            dataKey="flow"
            stroke="var(--muted)"
            strokeWidth={1.25}
            strokeDasharray="4 2"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ) : null}
        <Line
          yAxisId="stage"
          dataKey="stage"
          stroke="var(--accent)"
          strokeWidth={2}
          dot={Point}
          activeDot={false}
          isAnimationActive={false}
        />
        {cursor && cursor.stage !== null ? (
          <ReferenceDot
            yAxisId="stage"
            x={cursor.time}
            y={cursor.stage}
            r={5}
            fill="var(--text)"
            stroke="var(--panel)"
          />
        ) : null}
        {cursor ? (
          <ReferenceLine yAxisId="stage" x={cursor.time} stroke="var(--text)" strokeWidth={1} />
        ) : null}
        {rows.length > 2 ? (
          <Brush
            dataKey="time"
            height={28}
            travellerWidth={10}
            stroke="var(--muted)"
            fill="var(--page)"
            tickFormatter={tick}
            ariaLabel={t("brush")}
          />
        ) : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** A dot only where no line joins the reading to another. */
function Point({ cx, cy, payload, index }: { cx?: number; cy?: number; payload?: ChartRow; index?: number }) {
  if (!payload?.alone || payload.stage === null || cx === undefined || cy === undefined)
    return <g key={index} />;
  return (
    <circle key={index} cx={cx} cy={cy} r={4} fill="var(--accent)" stroke="var(--panel)" strokeWidth={1.5} />
  );
}
