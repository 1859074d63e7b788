import { useLocale, useTranslations } from "next-intl";
import { showNumber } from "@/lib/format";
import type { MarkRecord } from "@/lib/waters/schema";
import { type StripLine, stripLines } from "@/lib/waters/strip";
import { MARK_INK } from "./mark-ink";
import styles from "./strip.module.css";

interface Props {
  marks: readonly MarkRecord[];
  /** Today's stage in metres above the marks' datum; null when it is not known or not comparable. */
  stage: number | null;
}

const WIDTH = 320;
const HEIGHT = 250;
const BANK = 96;
const LABELS = 168;

/** A cross-section to scale: how high the water stands between the marks. The bank's slope is only drawn for the eye. */
export function LevelStrip({ marks, stage }: Props) {
  const t = useTranslations("waterSection");
  const locale = useLocale();
  const strip = stripLines(marks, stage, HEIGHT);
  if (!strip) return <p className="muted">{t("stripNone")}</p>;
  const { lines } = strip;
  const water = lines.find((line) => line.kind === "water");
  // The bank rises from the river bed at the right to its crest at the left.
  const bankAt = (y: number) => BANK - ((y - 14) / (HEIGHT - 14)) * (BANK - 40);
  const words = <StripWords marks={marks} stage={stage} />;
  return (
    <figure className={styles.strip}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-describedby="strip-words">
        <title>{t("strip")}</title>
        {water ? (
          <rect x="0" y={water.y} width={LABELS - 12} height={HEIGHT - water.y} className={styles.water} />
        ) : null}
        <path d={`M0 14 H24 L${bankAt(HEIGHT)} ${HEIGHT} H0 Z`} className={styles.bank} />
        {lines.map((line) => (
          <Level key={line.kind} line={line} />
        ))}
        <text x="4" y="10" className={styles.bankName}>
          {t("bank")}
        </text>
      </svg>
      <figcaption id="strip-words">
        {words}{" "}
        {t("stripNote", { low: showNumber(strip.low, locale, 1), high: showNumber(strip.high, locale, 1) })}
      </figcaption>
    </figure>
  );
}

function Level({ line }: { line: StripLine }) {
  const t = useTranslations("waterSection");
  const marks = useTranslations("terms.mark");
  const status = useTranslations("hydrograph.status");
  const locale = useLocale();
  const isWater = line.kind === "water";
  const ink = line.kind === "water" ? "var(--accent)" : MARK_INK[line.kind];
  const name = isWater ? t("water") : marks(line.kind.toUpperCase() as "WARNING");
  return (
    <g>
      <line
        x1={isWater ? 30 : 24}
        x2={LABELS - 12}
        y1={line.y}
        y2={line.y}
        stroke={ink}
        strokeWidth={isWater ? 3 : 1.5}
        strokeDasharray={isWater || line.status === "sourced" ? undefined : "5 4"}
      />
      <path d={`M${LABELS - 12} ${line.y} L${LABELS - 4} ${line.labelY}`} stroke={ink} fill="none" />
      <text
        x={LABELS}
        y={line.labelY + 4}
        fill={isWater ? "var(--text)" : ink}
        fontWeight={isWater ? 700 : 400}
        className={styles.label}
      >
        {name} {showNumber(line.stage, locale, 2)}
        {line.status && line.status !== "sourced" ? ` ${status(line.status)}` : ""}
      </text>
    </g>
  );
}

/** The drawing in words. */
function StripWords({ marks, stage }: Props) {
  const t = useTranslations("waterSection");
  const names = useTranslations("terms.mark");
  const waters = useTranslations("waters");
  const locale = useLocale();
  if (stage === null) return <>{t("stripNoWater")}</>;
  const parts = [...marks]
    .sort((a, b) => a.stage - b.stage)
    .map((mark) => {
      const over = Math.round((stage - mark.stage) * 100) / 100;
      return waters(over < 0 ? "under" : "over", {
        mark: names(mark.kind.toUpperCase() as "WARNING"),
        value: showNumber(Math.abs(over), locale, 2),
      });
    });
  return (
    <>
      {t("stripWater", { stage: showNumber(stage, locale, 2) })} {parts.join(t("joiner"))}
      {t("stop")}
    </>
  );
}
