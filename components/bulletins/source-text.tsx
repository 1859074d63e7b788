"use client";
import { useTranslations } from "next-intl";
import { Fragment, useEffect, useRef } from "react";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import type { TextPiece } from "@/lib/bulletins/windows";
import styles from "./bulletins.module.css";

interface Props {
  pieces: readonly TextPiece[];
  proposals: readonly ReviewedProposal[];
  active: string | null;
  onActive: (id: string) => void;
  /** Called with the place of the words that were selected; left out where nothing may be added. */
  onSelect?: (selection: { start: number; end: number; words: string }) => void;
}

interface Run {
  start: number;
  words: string;
  of: ReviewedProposal[];
  begins: ReviewedProposal[];
}

/** Cuts a piece of text where facts begin and end; each run knows the facts that it states. */
function runsOf({ start, text }: TextPiece, proposals: readonly ReviewedProposal[]): Run[] {
  const end = start + text.length;
  const here = proposals.filter(({ span }) => span[0] < end && span[1] > start);
  const cuts = new Set([start, end]);
  for (const { span } of here) for (const cut of span) cuts.add(Math.min(Math.max(cut, start), end));
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    return {
      start: from,
      words: text.slice(from - start, to - start),
      of: here.filter(({ span }) => span[0] <= from && to <= span[1]),
      begins: here.filter(({ span }) => Math.max(span[0], start) === from),
    };
  });
}

/** One letter a kind, with the number of facts where several begin with the same word. */
function lettersOf(letters: readonly string[]): string {
  return [...new Set(letters)]
    .map((letter) => {
      const count = letters.filter((one) => one === letter).length;
      return count > 1 ? `${letter}${count}` : letter;
    })
    .join(" ");
}

/** The place in the whole text of one end of a selection. */
function placeOf(node: Node | null, offset: number): number | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const run = element?.closest("[data-start]");
  const start = run instanceof HTMLElement ? Number(run.dataset.start) : Number.NaN;
  if (Number.isNaN(start)) return undefined;
  return start + (node instanceof Element ? 0 : offset);
}

/** The bulletin as it came, with the words of each fact underlined in the colour and line of its kind. */
export function SourceText({ pieces, proposals, active, onActive, onSelect }: Props) {
  const t = useTranslations("bulletin");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = active && box.current?.querySelector(`[data-of~="${active}"]`);
    // What lies under the pointer stays there.
    if (mark instanceof HTMLElement && box.current && !box.current.matches(":hover"))
      box.current.scrollTo({ top: mark.offsetTop - box.current.clientHeight / 3 });
  }, [active]);
  const onSelected = () => {
    const selection = window.getSelection();
    const words = selection?.toString() ?? "";
    if (!onSelect || !selection || !words.trim() || !box.current?.contains(selection.anchorNode)) return;
    const ends = [
      placeOf(selection.anchorNode, selection.anchorOffset),
      placeOf(selection.focusNode, selection.focusOffset),
    ];
    const [a, b] = ends;
    if (a === undefined || b === undefined || a === b) return;
    onSelect({ start: Math.min(a, b), end: Math.max(a, b), words: words.trim() });
  };
  return (
    <section
      ref={box}
      className={styles.text}
      aria-label={t("source")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keyboard
      tabIndex={0}
      data-testid="source-text"
      onMouseUp={onSelected}
      onKeyUp={(event) => {
        if (event.shiftKey || event.key === "Shift") onSelected();
      }}
      onTouchEnd={onSelected}
    >
      {pieces.map((piece, index) => {
        const before = pieces[index - 1];
        const cut = before ? piece.start - before.start - before.text.length : 0;
        return (
          <Fragment key={piece.start}>
            {cut ? <p className={styles.cut}>{t("cut", { count: cut })}</p> : null}
            {runsOf(piece, proposals).map(({ start, words, of, begins }) => {
              const [first] = of;
              if (!first)
                return (
                  <span key={start} data-start={start}>
                    {words}
                  </span>
                );
              const opening = begins.find((one) => of.includes(one));
              return (
                <mark
                  key={start}
                  className={styles.mark}
                  data-start={start}
                  data-kind={first.kind}
                  data-letter={lettersOf(begins.map((one) => t(`letter.${one.kind}`))) || undefined}
                  data-of={of.map((one) => one.id).join(" ")}
                  data-active={of.some((one) => one.id === active) || undefined}
                  // Focus on the words shows the fact, as focus on the fact shows the words.
                  tabIndex={opening ? 0 : undefined}
                  onFocus={opening ? () => onActive(opening.id) : undefined}
                  // A mark that scrolls under a resting pointer is not meant.
                  onMouseMove={() => onActive((opening ?? first).id)}
                >
                  {words}
                </mark>
              );
            })}
          </Fragment>
        );
      })}
    </section>
  );
}
