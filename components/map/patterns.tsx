import { inkOf } from "@/components/waters/water-style";
import { LEVELS, type ResponseLevel } from "@/lib/responses/words";
import type { WaterState } from "@/lib/waters/schema";
import { isOver } from "@/lib/waters/states";

const DRAW = {
  cross: <path d="M0 0L6 6M6 0L0 6" />,
  diagonal: <path d="M0 6L6 0" />,
  dots: <circle cx="3" cy="3" r="1.1" />,
  wide: <path d="M0 12L12 0" />,
} as const;
/** Hatching of lakes and reservoirs that are over a mark, the denser the graver. */
const HATCH = { above_warning: 9, above_flood_limit: 9, above_guarantee: 6, above_record: 4 } as const;
const HATCHED = ["above_warning", "above_flood_limit", "above_guarantee", "above_record"] as const;
const SIZE = { cross: 6, diagonal: 6, dots: 6, wide: 12 } as const;

/** Fill patterns of the levels (I dense cross-hatch, II diagonal, III dots, IV wide diagonal) and of uncertain times. */
export function Patterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <defs>
        {Object.entries(LEVELS).map(([level, { pattern }]) => (
          <pattern
            key={level}
            id={`pattern-${level}`}
            width={SIZE[pattern]}
            height={SIZE[pattern]}
            patternUnits="userSpaceOnUse"
          >
            <rect width="12" height="12" fill={`var(--level-${level})`} />
            <g
              stroke={`var(--level-${level}-text)`}
              fill={pattern === "dots" ? `var(--level-${level}-text)` : "none"}
              strokeWidth="1"
              opacity="0.75"
            >
              {DRAW[pattern]}
            </g>
          </pattern>
        ))}
        {Object.keys(LEVELS).map((level) => (
          <pattern
            key={level}
            id={`uncertain-${level}`}
            width="10"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="10" height="10" fill={`var(--level-${level})`} />
            <rect width="3" height="10" fill="var(--panel)" opacity="0.7" />
          </pattern>
        ))}
        {HATCHED.map((state) => (
          <pattern
            key={state}
            id={`water-${state}`}
            width={HATCH[state]}
            height={HATCH[state]}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-45)"
          >
            <rect width="10" height="10" fill="var(--panel)" />
            <rect width="3" height="10" fill={inkOf(state)} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** What to fill a province or a bar with. */
export function levelFill(
  level: ResponseLevel,
  options: { patterns?: boolean; uncertain?: boolean },
): string {
  if (options.uncertain) return `url(#uncertain-${level})`;
  return options.patterns ? `url(#pattern-${level})` : `var(--level-${level})`;
}

/** What to fill a lake or reservoir with. */
export const waterFill = (state: WaterState): string =>
  isOver(state) ? `url(#water-${state})` : "var(--accent)";
