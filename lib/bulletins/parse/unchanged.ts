import { as, is, type Token, textOf } from "./tokens";

const STILL = /^(?:仍|仍然|继续)$/;
const NOW = /^(?:目前|当前|现|均|都|也|亦)$/;
/** 仍按Ⅱ级执行: what may close it. */
const CARRIED = /^(?:执行|应对|落实|实施|管理|防御)$/;

/** 仍为三级, 仍按Ⅱ级执行, 目前均为Ⅲ级响应: a level that stays, with no verb of its own; where it stands, and the index after it. */
export function stillAt(tokens: readonly Token[], at: number): { level: number; end: number } | undefined {
  const word = tokens[at]?.text ?? "";
  const link = tokens[at + 1]?.text ?? "";
  if (!is(tokens[at + 2], "level")) return undefined;
  const level = at + 2;
  const held = is(tokens[level + 1], "response") ? level + 2 : level + 1;
  if (STILL.test(word) && /^(?:按|按照)$/.test(link)) {
    if (CARRIED.test(tokens[held]?.text ?? "")) return { level, end: held + 1 };
    return held > level + 1 ? { level, end: held } : undefined;
  }
  if (STILL.test(word) && /^(?:[为是在]|执行|实行)$/.test(link)) return { level, end: level + 1 };
  return NOW.test(word) && /^[为是]$/.test(link) ? { level, end: held } : undefined;
}

/** 没有跟着下调, 不作调整, 未随之提升: nothing was changed. */
const LEFT =
  /(?:没有|并未|尚未|暂未|未|暂不|不)(?:跟着|跟随|随之|随即|同步|相应|一并|再|作出|作|做|进行|予以){0,3}(?:调整|下调|上调|提升|提高|升级|降级|变动|变化|改变|跟进)(?:(?:应急)?响应)?(?:级别)?$/;
/** 则反向调整，由Ⅱ级降到Ⅲ级: the change is told in the next clause. */
const CHANGED = /(?:则|也|亦|却|随后|随即|随之|相应|同步|反向|逆向){1,3}(?:作出|作了|做了|进行)?调整$/;
/** Into how many words such a clause may be cut. */
const FEW = 6;

/** What follows it tells the level: 维持Ⅱ级, 仍为Ⅱ级, of a change 由Ⅱ级降到Ⅲ级. */
function tellsLevel(tokens: readonly Token[], at: number, changed: boolean): boolean {
  if (changed) return is(tokens[at], "from") && is(tokens[at + 1], "level");
  return [at, at + 1].some((i) => as(tokens[i], "act")?.act === "maintain" || stillAt(tokens, i));
}

/** 依旧维持: in the one word that the grammar knows. */
function inOneWord(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const before = kept.at(-1);
    if (before?.text === "依" && /^[然旧]$/.test(token.text))
      kept[kept.length - 1] = { ...before, text: "仍", end: token.end, readings: [{ kind: "adverb" }] };
    else kept.push(token);
  }
  return kept;
}

/** 桂林市没有跟着下调，维持防汛Ⅱ级应急响应: without the words that only say that nothing was changed, 桂林市维持…. */
export function withoutUnchanged(sentence: readonly Token[]): Token[] {
  const tokens = inOneWord(sentence);
  const kept: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const told =
      token.text === "，" && [LEFT, CHANGED].find((one) => tellsLevel(tokens, i + 1, one === CHANGED));
    const tail = Math.max(0, kept.length - FEW);
    const found = told ? told.exec(textOf(kept, tail)) : null;
    const begin = found ? (kept[tail]?.start ?? 0) + found.index : -1;
    const from = found ? kept.findIndex((one, k) => k >= tail && one.start === begin) : -1;
    if (found && from > 0 && textOf(kept, from) === found[0]) kept.length = from;
    else kept.push(token);
  }
  return kept;
}
