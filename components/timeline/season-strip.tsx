"use client";
import { Pause, Play } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { showFullTime, showTime } from "@/lib/format";
import { LEVEL_CODES } from "@/lib/responses/words";
import type { Timeline } from "@/lib/timeline/build";
import { HIGHEST, type View } from "@/lib/view/view";
import { readTimeline } from "./read-timeline";
import styles from "./strip.module.css";

interface Props {
  className?: string;
  initial: Timeline | null;
  view: View;
  now: number;
  version: number;
  failed: boolean;
  /** Chooses a world time, epoch ms; null goes back to the clock. */
  onAt: (at: number | null) => void;
}

const HOUR = 3_600_000;
const STEP_MS = 250;
const LEVELS = [...LEVEL_CODES].reverse();

/** The season under the map: provinces under response by day, a handle for the time shown, and play. */
export function SeasonStrip({ className, initial, view, now, version, failed, onAt }: Props) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const [strip, setStrip] = useState(initial);
  const [playing, setPlaying] = useState(false);
  const track = useRef<HTMLDivElement>(null);
  const key = `${view.issuer}|${view.hazards.join()}|${version}`;
  const loaded = useRef(initial ? key : "");
  useEffect(() => {
    if (loaded.current === key) return;
    loaded.current = key;
    return readTimeline(
      { issuer: view.issuer === HIGHEST ? undefined : view.issuer, hazards: view.hazards },
      setStrip,
    );
  }, [key, view.issuer, view.hazards]);

  const from = strip ? Date.parse(strip.from) : 0;
  const to = strip ? Math.max(Date.parse(strip.to), now) : 1;
  const shown = view.at ?? now;
  const place = (time: number) => `${Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100))}%`;
  const clamp = (time: number) => Math.round(Math.min(to, Math.max(from, time)) / HOUR) * HOUR;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = shown + 6 * HOUR;
      if (next >= to) setPlaying(false);
      onAt(Math.min(next, to));
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, shown, to, onAt]);

  const point = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box) onAt(clamp(from + ((event.clientX - box.left) / box.width) * (to - from)));
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -24,
      PageUp: 24,
    };
    const step = steps[event.key];
    if (step !== undefined) onAt(clamp(shown + step * HOUR));
    else if (event.key === "Home") onAt(from);
    else if (event.key === "End") onAt(to);
    else return;
    event.preventDefault();
  };
  if (!strip) return <div className={`${styles.strip} ${className ?? ""}`}>{t("unavailable")}</div>;
  const most = Math.max(1, ...strip.days.map(([, ...counts]) => counts.reduce((a, b) => a + b, 0)));
  return (
    <section className={`${styles.strip} ${className ?? ""} no-print`} aria-label={t("heading")}>
      <div className={styles.head}>
        <button type="button" className="button" aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          {playing ? t("pause") : t("play")}
        </button>
        <strong data-testid="shown" suppressHydrationWarning>
          {view.at === null
            ? t("current", { time: showFullTime(now, locale) })
            : t("shown", { time: showFullTime(view.at, locale) })}
        </strong>
        {view.at === null ? null : (
          <button
            type="button"
            className="button"
            onClick={() => {
              setPlaying(false);
              onAt(null);
            }}
          >
            {t("now")}
          </button>
        )}
        <span className={styles.caption}>
          {failed ? <span className="stale">{t("unavailable")}</span> : t("byDay")}
        </span>
      </div>
      <div
        className={styles.track}
        ref={track}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setPlaying(false);
          point(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event);
        }}
      >
        <svg
          className={styles.bars}
          viewBox={`0 0 ${strip.days.length} ${most}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {strip.days.map(([day, ...counts], x) => {
            let y = most;
            const byLevel = { I: counts[0], II: counts[1], III: counts[2], IV: counts[3] };
            return LEVELS.map((level) => {
              const height = byLevel[level];
              y -= height;
              return height ? (
                <rect
                  key={day + level}
                  x={x + 0.06}
                  y={y}
                  width={0.88}
                  height={height}
                  fill={`var(--level-${level})`}
                />
              ) : null;
            });
          })}
        </svg>
        <span className={styles.clockLine} style={{ left: place(now) }} suppressHydrationWarning />
        <div
          className={styles.handle}
          role="slider"
          tabIndex={0}
          aria-label={t("stripLabel")}
          aria-valuemin={from}
          aria-valuemax={to}
          aria-valuenow={shown}
          aria-valuetext={showFullTime(shown, locale)}
          style={{ left: place(shown) }}
          onKeyDown={press}
          data-testid="handle"
          suppressHydrationWarning
        />
      </div>
      <Ticks from={from} to={to} place={place} locale={locale} />
    </section>
  );
}

function Ticks({
  from,
  to,
  place,
  locale,
}: {
  from: number;
  to: number;
  place: (time: number) => string;
  locale: string;
}) {
  const every = Math.max(1, Math.ceil((to - from) / (86_400_000 * 9)));
  const ticks: number[] = [];
  for (let time = from + 86_400_000; time < to - 43_200_000; time += every * 86_400_000) ticks.push(time);
  return (
    <div className={styles.ticks} aria-hidden="true">
      {ticks.map((time) => (
        <span key={time} style={{ left: place(time) }}>
          {showTime(time, locale, "DAY")}
        </span>
      ))}
    </div>
  );
}
