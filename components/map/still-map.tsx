import { OUTLINE } from "@/components/areas/outline";
import { inkOf, WATER_STYLE } from "@/components/waters/water-style";
import type { ResponseRecord } from "@/lib/snapshot/schema";
import type { SectionBrief } from "@/lib/waters/section";
import { isOver } from "@/lib/waters/states";
import styles from "./map.module.css";
import { levelFill, waterFill } from "./patterns";

interface Props {
  levels: ReadonlyMap<string, ResponseRecord>;
  waters: readonly SectionBrief[];
  patterns: boolean;
  label: string;
  numeral: (level: ResponseRecord["level"]) => string;
  name: (adcode: string) => string;
}

/** The map as it stands in the page before any script runs. */
export function StillMap({ levels, waters, patterns, label, numeral, name }: Props) {
  const [width, height] = OUTLINE.size;
  const marked = waters.filter((water) => water.geometry && isOver(water.state));
  return (
    <svg
      className={styles.still}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMidYMid meet"
    >
      <g className={styles.land}>
        {Object.entries(OUTLINE.provinces).map(([adcode, path]) => {
          const record = levels.get(adcode);
          return (
            <path
              key={adcode}
              id={`p${adcode}`}
              d={path}
              data-level={record?.level}
              data-stale={record?.stale || undefined}
              style={
                record
                  ? {
                      fill: levelFill(record.level, { patterns, uncertain: record.certainty === "INFERRED" }),
                    }
                  : undefined
              }
            >
              <title>{record ? `${name(adcode)} ${numeral(record.level)}` : name(adcode)}</title>
            </path>
          );
        })}
      </g>
      <g>
        {Object.entries(OUTLINE.lakes).map(([id, path]) => (
          <path key={id} d={path} className={styles.lake} />
        ))}
        {Object.entries(OUTLINE.rivers).map(([id, path]) =>
          id.includes("-") ? null : <path key={id} d={path} className={styles.river} />,
        )}
        {marked.map((water) => {
          const path = OUTLINE.rivers[water.geometry ?? ""] ?? OUTLINE.lakes[water.geometry ?? ""];
          const { weight, dash } = WATER_STYLE[water.state];
          return path ? (
            <path
              key={water.id}
              d={path}
              fill={water.kind === "reach" ? "none" : waterFill(water.state)}
              stroke={inkOf(water.state)}
              strokeWidth={weight}
              strokeDasharray={dash}
            />
          ) : null;
        })}
        <path d={OUTLINE.lines} className={styles.dash} />
      </g>
      <g className={styles.labels}>
        {[...levels].map(([adcode, record]) => {
          const point = OUTLINE.labels[adcode];
          return point ? (
            <text key={adcode} x={point[0]} y={point[1]} data-level={record.level}>
              {name(adcode)} {numeral(record.level)}
            </text>
          ) : null;
        })}
      </g>
    </svg>
  );
}

/** The South China Sea in its own frame, from the same shapes. */
export function SouthSea({
  levels,
  title,
  patterns,
}: {
  levels: Props["levels"];
  title: string;
  patterns: boolean;
}) {
  const { viewBox } = OUTLINE.inset;
  return (
    <svg className={styles.inset} viewBox={viewBox.join(" ")} role="img" aria-label={title}>
      <g className={styles.land}>
        {[
          "440000",
          "450000",
          "460000",
          "350000",
          "530000",
          "710000",
          "430000",
          "360000",
          "520000",
          "810000",
          "820000",
        ].map((adcode) => {
          const record = levels.get(adcode);
          return (
            <path
              key={adcode}
              d={OUTLINE.provinces[adcode]}
              style={
                record
                  ? {
                      fill: levelFill(record.level, { patterns, uncertain: record.certainty === "INFERRED" }),
                    }
                  : undefined
              }
            />
          );
        })}
      </g>
      <path d={OUTLINE.lines} className={styles.dash} />
      <text x={viewBox[0] + viewBox[2] / 2} y={viewBox[1] + viewBox[3] - 14} className={styles.insetTitle}>
        {title}
      </text>
    </svg>
  );
}
