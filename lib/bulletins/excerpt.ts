/** The words of a fact with a little of the text around them; `openStart` and `openEnd` say that the text goes on. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
  openStart: boolean;
  openEnd: boolean;
}

/** So many UTF-16 units of the text are shown at most on either side of a fact's words. */
export const AROUND = 60;
/** Words longer than this are shown by their beginning and their end. */
export const WORDS = 240;
const TAIL = 60;
export const GAP = "……";

const isSentenceEnd = (unit: string | undefined) => unit !== undefined && "。！？!?；;<>".includes(unit);
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Where a paragraph ends, or a sentence. A single line break may stand inside a word of a newspaper page. */
const endsAt = (text: string, place: number) =>
  isSentenceEnd(text[place - 1]) || /\n[^\S\n]*\n$/.test(text.slice(Math.max(0, place - 20), place));

/** A place that does not cut a character of two units in half, moved to the right (1) or the left (-1). */
const whole = (text: string, place: number, way: 1 | -1) =>
  place > 0 && place < text.length && isLow(text.charCodeAt(place)) ? place + way : place;

/**
 * The piece of `text` that shows the words [start, end): back to where their sentence begins and on to where it
 * ends, at most AROUND units on either side. Offsets outside the text are drawn in; nothing else of it is given out.
 */
export function excerptOf(text: string, [start, end]: readonly [number, number]): Excerpt {
  const from = whole(text, Math.min(Math.max(0, start), text.length), -1);
  const to = whole(text, Math.min(Math.max(from, end), text.length), 1);
  const first = whole(text, Math.max(0, from - AROUND), 1);
  const last = whole(text, Math.min(text.length, to + AROUND), -1);
  let open = from;
  while (open > first && !endsAt(text, open)) open--;
  let close = to;
  while (close < last && !(close > from && endsAt(text, close))) close++;
  open = whole(text, open, 1);
  close = whole(text, close, -1);
  return {
    before: text.slice(open, from).trimStart(),
    words: shortened(text, from, to),
    after: text.slice(to, close).trimEnd(),
    openStart: text.slice(0, open).trim() !== "",
    openEnd: text.slice(close).trim() !== "",
  };
}

function shortened(text: string, from: number, to: number): string {
  if (to - from <= WORDS) return text.slice(from, to);
  return (
    text.slice(from, whole(text, from + WORDS - TAIL, -1)) + GAP + text.slice(whole(text, to - TAIL, 1), to)
  );
}

/** The words as they are read: no tags, no breaks inside Chinese, no runs of blanks. */
export const readable = (text: string) =>
  text
    .replace(/<[^<>]*>/g, "")
    .replace(/[<>]/g, "")
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])/g, "")
    .replace(/\s+/g, " ");
