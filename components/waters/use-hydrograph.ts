"use client";
import { useEffect, useState } from "react";
import { isoTime } from "@/lib/format";
import type { HydrographAnswer } from "@/lib/waters/hydrograph-schema";
import { otherYears, type Range, type Span, shifted, spanOf } from "@/lib/waters/ranges";

const POINTS = 1200;
const OTHER_POINTS = 400;
const OTHER_YEARS = 4;
const SLOW_MS = 200;

export interface Curves {
  span: Span;
  answer: HydrographAnswer;
  /** Years that could be laid over this one, and those that were asked for. */
  years: readonly string[];
  others: readonly { year: string; shift: number; answer: HydrographAnswer }[];
}

async function ask(id: string, span: Span, points: number, signal: AbortSignal): Promise<HydrographAnswer> {
  const query = new URLSearchParams({
    from: isoTime(span.from),
    to: isoTime(span.to),
    points: String(points),
  });
  const response = await fetch(`/api/v1/waters/${encodeURIComponent(id)}/readings?${query}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  const { HydrographAnswer: schema } = await import("@/lib/waters/hydrograph-schema");
  return schema.parse(await response.json());
}

const extentOf = ({ extent }: HydrographAnswer) =>
  extent && { first: Date.parse(extent.first), last: Date.parse(extent.last) };
const yearOf = (ms: number) => isoTime(ms).slice(0, 4);

async function read(
  what: { id: string; range: Range; compare: boolean; now: number },
  signal: AbortSignal,
): Promise<Curves> {
  const { id, range, now } = what;
  let span = spanOf(range, now, null);
  if (!span) {
    // Only the server knows how far "all" reaches.
    const first = await ask(id, { from: now - 3_600_000, to: now }, 10, signal);
    span = spanOf(range, now, extentOf(first)) ?? { from: now - 3_600_000, to: now };
  }
  const answer = await ask(id, span, POINTS, signal);
  const wanted = span;
  const back = otherYears(span, extentOf(answer), OTHER_YEARS);
  const years = back.map((by) => yearOf(shifted(wanted.from, by)));
  const others = what.compare
    ? await Promise.all(
        back.map(async (by, i) => {
          const moved = { from: shifted(wanted.from, by), to: shifted(wanted.to, by) };
          const found = await ask(id, moved, OTHER_POINTS, signal);
          return { year: years[i] ?? "", shift: wanted.from - moved.from, answer: found };
        }),
      )
    : [];
  return { span, answer, years, others };
}

/** The curves of a section for a range, asked for anew when the picture changes; the last ones stay while new ones come. */
export function useHydrograph(
  what: { id: string; range: Range; compare: boolean; now: number },
  wanted: boolean,
  revision: string,
) {
  const { id, range, compare } = what;
  const [curves, setCurves] = useState<Curves | null>(null);
  const [failed, setFailed] = useState(false);
  const [slow, setSlow] = useState(false);
  const [tries, setTries] = useState(0);
  // A running clock must not ask every second: only a range, a new picture or a person does.
  const [asked, setAsked] = useState({ now: what.now, revision });
  if (asked.revision !== revision) setAsked({ now: what.now, revision });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is how a person asks again
  useEffect(() => {
    if (!wanted) return;
    const leaving = new AbortController();
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    read({ id, range, compare, now: asked.now }, leaving.signal)
      .then((found) => {
        setCurves(found);
        setFailed(false);
      })
      .catch(() => {
        if (!leaving.signal.aborted) setFailed(true);
      })
      .finally(() => {
        clearTimeout(timer);
        if (!leaving.signal.aborted) setSlow(false);
      });
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [id, range, compare, wanted, asked, tries]);
  return { curves, failed, slow, again: () => setTries((count) => count + 1) };
}
