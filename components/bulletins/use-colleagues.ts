"use client";
import { useEffect, useRef, useState } from "react";
import type { ReviewedProposal } from "@/lib/bulletins/read";
import { provincesIn, sentenceOf, type Words } from "./sentence";

/** The provinces of a response, which its sentence leaves to the lines of what it changes. */
const regionsOf = ({ draft }: ReviewedProposal, { locale }: Words) =>
  draft?.kind === "RESPONSE" ? provincesIn(draft.provinces, locale) : "";

/** Tells what a colleague decided while this page was open: the newest of it, in words. */
export function useColleagues(proposals: readonly ReviewedProposal[], me: string, words: Words): string {
  const known = useRef<Map<string, string | null> | null>(null);
  const [news, setNews] = useState("");
  useEffect(() => {
    const before = known.current;
    known.current = new Map(proposals.map((one) => [one.id, one.seen]));
    const changed = proposals.find((one) => {
      const last = one.decisions.at(-1);
      return before?.has(one.id) && before.get(one.id) !== one.seen && last && last.by !== me;
    });
    const last = changed?.decisions.at(-1);
    if (changed && last)
      setNews(
        words.t("overtaken", {
          name: last.by,
          choice: last.choice,
          what: [regionsOf(changed, words), sentenceOf(changed, words)].filter(Boolean).join(" · "),
        }),
      );
  });
  return news;
}
