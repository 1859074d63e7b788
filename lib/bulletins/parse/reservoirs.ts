import { WATERS } from "./gazetteer";
import { as, is, type Token, textOf } from "./tokens";

/** No list of reservoirs that share their word is longer. */
const SHARED = 8;
const NAME = /^[\u3400-\u9fff]{2,4}$/;
const NO_NAME = /[的了在与和及于由受从往向是有为以将被到使致条座各等其该对令]|水|^[上下]游$|支流|干流/;

/** 向家坝 before 、溪洛渡水库: the name that ends before `end`, when the words before it are no part of it. */
function nameBefore(tokens: readonly Token[], end: number): { from: number; name: string } | undefined {
  const own = tokens[end - 1];
  const water = as(own, "water")?.water;
  if (own && water && water.kind !== "reservoir") return { from: end - 1, name: own.text };
  if (own && as(own, "place")?.place.rank === "county") return { from: end - 1, name: own.text };
  let from = end;
  while (from > 0 && end - from < 5 && tokens[from - 1]?.readings.length === 0) from--;
  for (const begin of [from - 1, from]) {
    const name = begin < 0 ? "" : textOf(tokens, begin, end);
    // 向家坝: the list of reservoirs says that its first character is part of it.
    if (WATERS.has(`${name}水库`)) return { from: begin, name };
  }
  const name = textOf(tokens, from, end);
  const before = tokens[from - 1];
  const opens =
    before === undefined || is(before, "mark", "place", "joint", "time", "reach", "adverb", "send", "same");
  return opens && NAME.test(name) && !NO_NAME.test(name) ? { from, name } : undefined;
}

/** 向家坝、溪洛渡水库; 五强溪、凤滩等大型水库: the last word is each one's. `end` is the index after the last shared head. */
function shareFrom(tokens: Token[], end: number): void {
  let to = end;
  for (let more = 0; more < SHARED; more++) {
    const found = nameBefore(tokens, to);
    if (!found) return;
    const start = tokens[found.from]?.start ?? 0;
    tokens.splice(found.from, to - found.from, {
      text: found.name,
      start,
      end: start + found.name.length,
      readings: [{ kind: "water", water: { name: `${found.name}水库`, kind: "reservoir" } }],
    });
    if (!is(tokens[found.from - 1], "joint")) return;
    to = found.from - 1;
  }
}

const SIZE = /^[大中小型]$/;

/** When the word just read is a reservoir, those listed before it that leave the word out are reservoirs too. */
export function shareReservoirs(tokens: Token[]): void {
  const last = tokens[tokens.length - 1];
  if (!last?.text.endsWith("库")) return;
  let end = tokens.length - 1;
  if (as(last, "water")?.water.kind === "reservoir") {
    if (is(tokens[end - 1], "joint")) shareFrom(tokens, end - 1);
    return;
  }
  if (last.text !== "库" || tokens[end - 1]?.text !== "水") return;
  end--;
  while (is(tokens[end - 1], "count", "many") || SIZE.test(tokens[end - 1]?.text ?? "")) end--;
  // One alone (凤滩等水库) is left to the list of waters; two and more are sure to be names.
  if (
    is(tokens[end - 1], "etc") &&
    tokens.slice(Math.max(0, end - 7), end - 1).some((token) => is(token, "joint"))
  )
    shareFrom(tokens, end - 1);
}
