"use client";
import { useEffect, useRef, useState } from "react";
import { isoTime } from "@/lib/format";
import { inTurn } from "./in-turn";
import { pathOf, type Spark } from "./spark-path";
import styles from "./sparkline.module.css";

const WIDTH = 96;
const HEIGHT = 24;
const POINTS = 60;

/** The stage of the last days, small; read only when its row comes into view, a few at a time. */
export function Sparkline({ id, to, span }: { id: string; to: string; span: number }) {
  const box = useRef<HTMLSpanElement>(null);
  const [spark, setSpark] = useState<Spark | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const from = isoTime(Date.parse(to) - span);
    const query = new URLSearchParams({ from, to, points: String(POINTS) });
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      inTurn(async () => {
        if (leaving.signal.aborted) return;
        const response = await fetch(`/api/v1/waters/${encodeURIComponent(id)}/readings?${query}`, {
          signal: leaving.signal,
        });
        const { SparkSeries } = await import("@/lib/waters/spark");
        if (response.ok) setSpark(SparkSeries.parse(await response.json()));
      }).catch(() => undefined);
    });
    if (box.current) watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      leaving.abort();
    };
  }, [id, to, span]);
  const end = Date.parse(to);
  const drawn = spark && pathOf(spark, { from: end - span, to: end, width: WIDTH, height: HEIGHT });
  return (
    <span ref={box} className={styles.box} aria-hidden="true">
      {drawn ? (
        <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
          <path d={drawn.line} className={styles.line} />
          {drawn.dots.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="1.8" className={styles.dot} />
          ))}
        </svg>
      ) : null}
    </span>
  );
}
