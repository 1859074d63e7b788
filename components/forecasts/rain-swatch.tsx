import type { RainGrade } from "@/lib/forecasts/grades";
import styles from "./rain.module.css";
import { RAIN_STYLE } from "./rain-style";

const strokes = (gap: number) =>
  Array.from({ length: Math.ceil(40 / gap) }, (_, i) => `M${i * gap - 14} 14l14 -14`).join("");

/** The pattern of a grade as the map draws it. */
export function RainSwatch({ grade }: { grade: RainGrade | null }) {
  if (!grade) return null;
  const { gap, weight } = RAIN_STYLE[grade];
  return (
    <svg className={styles.swatch} viewBox="0 0 24 14" aria-hidden="true">
      <path d={strokes(gap)} strokeWidth={weight} />
    </svg>
  );
}
