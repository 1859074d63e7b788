"use client";
import { Download, Image as ImageIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { isoTime, showFullTime } from "@/lib/format";
import { datumWords } from "@/lib/waters/datums";
import styles from "./hydrograph.module.css";
import { savePng } from "./png";
import type { Curves } from "./use-hydrograph";

interface Props {
  id: string;
  name: string;
  curves: Curves;
  chart: React.RefObject<HTMLElement | null>;
}

export function Downloads({ id, name, curves: { span, answer }, chart }: Props) {
  const t = useTranslations("hydrograph");
  const locale = useLocale();
  const query = new URLSearchParams({ from: isoTime(span.from), to: isoTime(span.to), format: "csv" });
  const title = `${name} ${showFullTime(span.from, locale)} – ${showFullTime(span.to, locale)}`;
  return (
    <p className={`${styles.downloads} no-print`}>
      <a className="button" href={`/api/v1/waters/${encodeURIComponent(id)}/readings?${query}`} download>
        <Download size={14} aria-hidden /> {t("csv", { count: answer.reduction.of })}
      </a>
      {answer.readings.length ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            const svg = chart.current?.querySelector("svg.recharts-surface");
            const note = answer.synthetic
              ? t("synthetic")
              : t("datum", { datum: datumWords(answer.datum, locale) });
            if (svg instanceof SVGSVGElement) void savePng(svg, { file: `${id}.png`, title, note });
          }}
        >
          <ImageIcon size={14} aria-hidden /> {t("png")}
        </button>
      ) : null}
    </p>
  );
}
