"use client";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { Timeline } from "@/lib/timeline/build";
import styles from "./province.module.css";

const Chart = dynamic(() => import("./step-chart-recharts"), { ssr: false });

/** The level over time of each track; the chart's code is fetched only when its place comes into view. */
export function StepChart(props: { timeline: Timeline; at: number }) {
  const [seen, setSeen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <div ref={box} className={styles.chart} aria-hidden="true">
      {seen ? <Chart {...props} /> : null}
    </div>
  );
}
