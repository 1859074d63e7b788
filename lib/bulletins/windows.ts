/** A run of the text that is shown, with its place in the whole. */
export interface TextPiece {
  start: number;
  text: string;
}

const WHOLE = 120_000;
const AROUND = 1500;

/** The part of a text to show; of a very long part only the words around its spans, so that a page stays light. */
export function piecesOf(
  text: string,
  part: { start: number; end: number },
  spans: readonly (readonly [number, number])[],
): TextPiece[] {
  if (part.end - part.start <= WHOLE) return [{ start: part.start, text: text.slice(part.start, part.end) }];
  const wanted = [[part.start, part.start] as const, ...spans]
    .map(([from, to]) => [Math.max(part.start, from - AROUND), Math.min(part.end, to + AROUND)] as const)
    .sort((a, b) => a[0] - b[0]);
  const runs: [number, number][] = [];
  for (const [from, to] of wanted) {
    const last = runs.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else runs.push([from, to]);
  }
  return runs.map(([from, to]) => ({ start: from, text: text.slice(from, to) }));
}
