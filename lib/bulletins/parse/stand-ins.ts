import type { Memory, PlaceName } from "./memory";
import { type Body, bodyAt } from "./orderers";
import type { Subject } from "./subjects";
import { listsIn } from "./targets";
import { as, is, type Token, textOf } from "./tokens";

/** 武汉市防指研究决定，武汉市于9时起将…: the body of that place that decided in the clause before. */
export function deciding(
  tokens: readonly Token[],
  at: number,
  adcode: string | null | undefined,
): Subject | undefined {
  if (tokens[at - 1]?.text !== "，") return undefined;
  if (tokens[at - 2]?.text !== "决定") return undefined;
  for (let i = at - 3; i >= 0 && !/^[，；]$/.test(tokens[i]?.text ?? ""); i--) {
    const own = as(tokens[i], "place_issuer");
    if (own?.place.adcode === adcode && own)
      return { issuers: [own.name], regions: [own.place], perIssuer: false };
  }
  return undefined;
}

/** 据重庆市水利局消息，自2日20时起启动…: who tells it acts, when nobody else is named. */
export function teller(tokens: readonly Token[], to: number): Body | undefined {
  for (let i = to - 1; i > 0; i--) {
    const body = bodyAt(tokens[i]);
    const told = /^(?:消息|通报|发布|介绍|官网|网站)/.test(textOf(tokens, i + 1, i + 3));
    if (body) return body.flood && told && tokens[i - 1]?.text === "据" ? body : undefined;
  }
  return undefined;
}

const AT_ONCE = /^(?:已|已经|现已|紧急|迅速|立即|随即|当即|连夜|及时)$/;
/** No title or lead that tells what befell a place is longer, in words. */
const LEAD = 40;

/** 河南南阳遭遇暴雨，商铺被淹，已启动…: from its place to the act at `to`, weather and nobody else that could act. */
export function overtaken(tokens: readonly Token[], from: number, to: number): boolean {
  if (!AT_ONCE.test(tokens[to - 1]?.text ?? "") || to - from > LEAD) return false;
  const between = tokens.slice(from, to);
  const others = [
    "place",
    "place_issuer",
    "issuer",
    "headquarters",
    "org",
    "here",
    "unnamed",
    "many",
  ] as const;
  return (
    between.some((token) => is(token, "rain", "cause", "status")) &&
    !between.some(
      (token) =>
        is(token, ...others, "water", "order", "saying", "future", "act", "response") ||
        /^[；。]$|^国家$/.test(token.text),
    )
  );
}

const WHOLE: Record<string, RegExp> = {
  全省: /0000$/,
  全区: /^(?:15|45|54|64|65)0000$/,
  全市: /^(?:11|12|31|50)0000$|(?!00)\d\d00$/,
  全县: /(?!00)\d\d$/,
};

/** 江苏今天仍有雨。全省启动…: the one place of that rank that was spoken of last. */
export function wholePlace(
  tokens: readonly Token[],
  start: number,
  to: number,
  memory: Memory,
): PlaceName | undefined {
  let i = start;
  while (i < to && is(tokens[i], "time", "adverb", "same") && !WHOLE[tokens[i]?.text ?? ""]) i++;
  const fits = WHOLE[tokens[i]?.text ?? ""];
  if (!fits || i >= to) return undefined;
  const lists = [...memory.lists, ...listsIn(tokens.slice(0, start), true)].reverse();
  const last = lists.flat().find((place) => place.adcode && fits.test(place.adcode));
  // Of two provinces named together nothing says which is meant.
  return lists.some((list) => last && list.includes(last) && list.length > 1) ? undefined : last;
}
