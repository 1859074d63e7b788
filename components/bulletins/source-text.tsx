"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import styles from "./bulletins.module.css";

interface Props {
  text: string;
  proposals: readonly ReviewedProposal[];
  active: string | null;
  onActive: (id: string) => void;
}

/** Cuts the text where facts begin and end; each piece knows the facts that it states. */
function pieces(text: string, proposals: readonly ReviewedProposal[]) {
  const cuts = new Set([0, text.length]);
  for (const { span } of proposals) for (const cut of span) cuts.add(Math.min(cut, text.length));
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? text.length;
    return {
      start,
      words: text.slice(start, end),
      of: proposals.filter(({ span }) => span[0] <= start && end <= span[1]),
    };
  });
}

/** The bulletin as it came, with the words of each fact underlined in the colour of its kind. */
export function SourceText({ text, proposals, active, onActive }: Props) {
  const t = useTranslations("bulletin");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = active && box.current?.querySelector(`[data-of~="${active}"]`);
    if (mark instanceof HTMLElement && box.current)
      box.current.scrollTo({ top: mark.offsetTop - box.current.clientHeight / 3 });
  }, [active]);
  return (
    <section
      ref={box}
      className={styles.text}
      aria-label={t("source")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keyboard
      tabIndex={0}
      data-testid="source-text"
    >
      {pieces(text, proposals).map(({ start, words, of }) => {
        const [first] = of;
        if (!first) return <span key={start}>{words}</span>;
        return (
          <mark
            key={start}
            className={styles.mark}
            data-kind={first.kind}
            data-of={of.map((one) => one.id).join(" ")}
            data-active={of.some((one) => one.id === active) || undefined}
            onMouseEnter={() => onActive(first.id)}
          >
            {words}
          </mark>
        );
      })}
    </section>
  );
}
