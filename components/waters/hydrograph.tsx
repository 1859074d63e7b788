"use client";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLive } from "@/components/shell/live";
import { joinerOf } from "@/lib/format";
import { chartRows, withYear } from "@/lib/waters/chart";
import { RANGES, type Range } from "@/lib/waters/ranges";
import { Downloads } from "./downloads";
import styles from "./hydrograph.module.css";
import { HydrographWords } from "./hydrograph-words";
import { ReadingsTable } from "./readings-table";
import { Readout } from "./readout";
import { useCursor } from "./use-cursor";
import { useHydrograph } from "./use-hydrograph";

const Chart = dynamic(() => import("./hydrograph-chart"), { ssr: false, loading: () => <Skeleton /> });

interface Props {
  id: string;
  name: string;
  range: Range;
  compare: boolean;
  /** World time of the page, epoch ms. */
  now: number;
}

/** The curve of a section. Its code and data come when its place does; range and comparison live in the address. */
export function Hydrograph({ id, name, range: first, compare: firstCompare, now }: Props) {
  const t = useTranslations("hydrograph");
  const locale = useLocale();
  const { revision, now: ticking } = useLive();
  const [range, setRange] = useState(first);
  const [compare, setCompare] = useState(firstCompare);
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box);
  const { curves, failed, slow, again } = useHydrograph(
    { id, range, compare, now: ticking || now },
    seen,
    revision,
  );
  const rows = useMemo(
    () =>
      curves
        ? curves.others.reduce(
            (all, { year, shift, answer }) => withYear(all, year, answer, shift, curves.answer.datum),
            chartRows(curves.answer.readings, curves.answer.datum),
          )
        : [],
    [curves],
  );
  const cursor = useCursor(rows);
  const show = (next: { range?: Range; compare?: boolean }) => {
    const [newRange, newCompare] = [next.range ?? range, next.compare ?? compare];
    setRange(newRange);
    setCompare(newCompare);
    const params = new URLSearchParams(window.location.search);
    params.set("range", newRange);
    if (newCompare) params.set("compare", "1");
    else params.delete("compare");
    window.history.replaceState(null, "", `?${params}`);
  };
  return (
    <section className={styles.hydrograph} aria-label={t("heading")} aria-busy={slow}>
      <div className={styles.bar}>
        <h2>{t("heading")}</h2>
        <fieldset className={styles.ranges}>
          <legend className="visually-hidden">{t("range")}</legend>
          {RANGES.map((choice) => (
            <button
              key={choice}
              type="button"
              className="button"
              aria-pressed={range === choice}
              onClick={() => show({ range: choice })}
            >
              {t(`ranges.${choice}`)}
            </button>
          ))}
        </fieldset>
        {curves?.years.length ? (
          <button
            type="button"
            className="button"
            aria-pressed={compare}
            onClick={() => show({ compare: !compare })}
          >
            {t("compare", { years: curves.years.join(joinerOf(locale)) })}
          </button>
        ) : null}
      </div>
      {failed ? (
        <p className="stale" role="alert">
          {t("failed")}{" "}
          <button type="button" className="button" onClick={again}>
            {t("again")}
          </button>
        </p>
      ) : null}
      <Readout curves={curves} cursor={cursor.row} />
      {/* biome-ignore lint/a11y/useSemanticElements: a chart that arrow keys walk along has no element of its own */}
      <div
        ref={box}
        className={styles.chart}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reads the curve here
        tabIndex={0}
        role="group"
        aria-label={t("keys", { name })}
        aria-describedby="hydrograph-words"
        onKeyDown={cursor.onKeyDown}
        data-testid="hydrograph"
        data-points={curves?.answer.readings.length}
      >
        {curves ? (
          curves.answer.readings.length ? (
            <Chart
              width={box.current?.clientWidth ?? 360}
              curves={curves}
              rows={rows}
              cursor={cursor.row}
              now={now}
              onHover={cursor.onHover}
            />
          ) : (
            <p className={styles.empty}>{t("empty")}</p>
          )
        ) : slow || seen ? (
          <Skeleton />
        ) : null}
      </div>
      {curves ? (
        <>
          <HydrographWords curves={curves} />
          <Downloads id={id} name={name} curves={curves} chart={box} />
          <ReadingsTable answer={curves.answer} />
        </>
      ) : null}
    </section>
  );
}

const Skeleton = () => <div className={styles.skeleton} aria-hidden="true" />;

/** Whether a place has come into view, or nearly. */
function useSeen(box: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [box]);
  return seen;
}
