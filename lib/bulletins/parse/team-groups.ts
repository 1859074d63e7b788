import { isClauseMark } from "./senders";
import { as, is, type Token, textOf } from "./tokens";

/** How far from a group the words for its inspection stand, in words. */
const INSPECTION = 24;

/** 6支省级督导组对在建工地、水库塘坝等开展督导: a counted group at its work. */
export function inspects(tokens: readonly Token[], at: number, group: Group): boolean {
  if (force(group) || group.units === null || tokens[at + 1]?.text !== "对") return false;
  for (let i = at + 2; i < at + INSPECTION && tokens[i] && !isClauseMark(tokens[i]); i++)
    if (/^(?:开展|进行|实施)$/.test(tokens[i]?.text ?? "") && is(tokens[i + 1], "work")) return true;
  return false;
}

/** Kinds that are people who work, and not a group that guides. */
const FORCE = /力量|队伍|队$|指战员|消防员|人员|专家$|技术/;

export const force = (group: Group) => FORCE.test(group.kind);

export interface Group {
  at: number;
  kind: string;
  count: number | null;
  units: string | null;
  provincial: boolean;
}

/** 2个工作组, 7支省级救援队伍, 4个专家组: the team at `at` with the number before it. */
export function groupAt(tokens: readonly Token[], at: number): Group | undefined {
  // 专业消防救援人员: firemen by trade, as all are.
  const team = as(tokens[at], "team")?.team.replace(/^专业(?=消防)/, "");
  if (!team) return undefined;
  let i = at - 1;
  let provincial = /^省级/.test(tokens[at]?.text ?? "");
  for (let steps = 0; steps < 16 && i >= 0; steps++, i--) {
    const token = tokens[i];
    const count = as(token, "count");
    // 一名副部长带队的工作组: the number is not the team's.
    const led = count && tokens[i + 1]?.text !== "由" && LED.test(textOf(tokens, i + 1, at));
    // 第3批工作组: which of them, not how many.
    if (count && tokens[i - 1]?.text === "第") break;
    if (count && !led) return { at, kind: team, count: count.count, units: count.unit, provincial };
    if (/省级|省派/.test(token?.text ?? "")) provincial = true;
    // 3个国家防总工作组: the body stands between.
    if (is(token, "issuer") && i === at - 1 && is(tokens[i - 1], "count")) continue;
    // 10支国家矿山、危化应急救援队伍: one kind of team with two trades.
    if (token?.text === "、" && (tokens[i - 1]?.readings.length === 0 || trades(tokens, i, at))) continue;
    // 2个由水利部派出的工作组: who sent it stands between.
    const told = tokens[i]?.text === "由" ? as(tokens[i - 1], "count") : undefined;
    if (told && tokens[at - 1]?.text === "的")
      return { at, kind: team, count: told.count, units: told.unit, provincial };
    if (tokens[at - 1]?.text === "的" && is(token, "issuer", "send") && byWhom(tokens, i)) continue;
    if (isClauseMark(token) || is(token, "send", "issuer", "joint", "team", "place", "time", "act", "go"))
      break;
  }
  // 应急排涝专业队伍1100余人: the number stands after.
  const after = as(tokens[at + 1 + sumWords(tokens, at + 1)], "count");
  return { at, kind: team, count: after?.count ?? null, units: after?.unit ?? null, provincial };
}

/** 1000名抗洪抢险、水域救援等专业消防指战员: what they can do, up to 等. */
const trades = (tokens: readonly Token[], from: number, at: number): boolean =>
  tokens.slice(from, at).some((token) => token.text === "等") &&
  !tokens.slice(from, at).some((token) => is(token, "place", "send", "go", "team", "issuer"));

/** 由水利部派出: the words of it, up to the verb. */
const byWhom = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === "由" || tokens[at - 2]?.text === "由";

/** 共, 共计 before a number. */
const sumWords = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text !== "共" ? 0 : tokens[at + 1]?.text === "计" ? 2 : 1;

export const LED = /带队|率队|率领|牵头|为组长/;
