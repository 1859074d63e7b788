import { type Duty, type DutyCategory, dutiesIn } from "./duties";
import type { PlaceName } from "./memory";
import { bodiesBefore } from "./orderers";
import { clauseMark } from "./phrases";
import { placesFrom, type Sentence } from "./sentences";

import type { Clean } from "./text";
import { is, type Token } from "./tokens";

/** What the bulletin orders 部署要求: one record for each duty. */
export interface DirectiveFact {
  category: DutyCategory;
  /** Further duties that the same words name (加大对…转移安置等情况的督查). */
  also: DutyCategory[];
  /** The clause that orders it, as the text says. */
  text: string;
  /** Who orders it, as the text says; two bodies that order together with 、 between. */
  issuer: string;
  /** The places it is said to; none when it is said to all. */
  addressed: PlaceName[];
  span: [number, number];
  doubt: string | null;
}

/** An order that the next sentences of the paragraph go on with: 要坚决…, 受影响地区要…. */
export interface OrderMemory {
  issuer: string | null;
  addressed: PlaceName[];
}

/** How many words of ordering in one sentence may turn out to order nothing. */
const TRIES = 8;
const MODAL = /^(要|必须|须|务必|应当)$/;
/** Words that may stand before the modal verb of a sentence that goes on: 各地要, 受影响地区还要. */
const MODAL_WITHIN = 10;
const TOLD = /已|累计|共(?:转移|出动|投入)|截至|目前/;

interface Order {
  issuer: string;
  addressed: PlaceName[];
  /** Index of the first word that is ordered. */
  from: number;
}

/** Where a sentence begins to order: after 要求, 强调 …要, 部署; or it goes on with 要 from the sentence before. */
function orderIn(tokens: readonly Token[], memory: OrderMemory): Order | undefined {
  let tries = 0;
  for (let i = 0; i < tokens.length && tries < TRIES; i++) {
    const asked = is(tokens[i], "order");
    const said = is(tokens[i], "saying") && modalAfter(tokens, i + 1) >= 0;
    if (!asked && !said) continue;
    tries++;
    // 落实总书记要求, 按照…部署: the order is a reason, not given here.
    if (tokens.slice(Math.max(0, i - 6), i).some((token) => /^(按照|根据|落实|贯彻|依据)$/.test(token.text)))
      continue;
    const issuer =
      bodiesBefore(tokens, i) ?? (/^(会议|通知)$/.test(tokens[i - 1]?.text ?? "") ? memory.issuer : null);
    if (!issuer) continue;
    const from = said ? modalAfter(tokens, i + 1) + 1 : i + 1;
    let to = i + 1;
    while (is(tokens[to], "mark") || /^[对有关]$/.test(tokens[to]?.text ?? "")) to++;
    return { issuer, addressed: named(tokens, to), from };
  }
  const modal = memory.issuer === null ? -1 : modalAfter(tokens, 0, true);
  return modal >= 0 && memory.issuer !== null
    ? { issuer: memory.issuer, addressed: named(tokens, 0), from: modal + 1 }
    : undefined;
}

const named = (tokens: readonly Token[], at: number): PlaceName[] =>
  (is(tokens[at], "place") ? (placesFrom(tokens, at)?.names ?? []) : []).map(({ name, adcode }) => ({
    name,
    adcode,
  }));

/** The modal verb near the beginning of a clause: of the first one from `from`, or with `later` of any. */
function modalAfter(tokens: readonly Token[], from: number, later = false): number {
  let begin = from;
  for (let i = from; i < tokens.length; i++) {
    if (i - begin < MODAL_WITHIN && MODAL.test(tokens[i]?.text ?? "")) return i;
    if (i > from && clauseMark(tokens[i])) {
      if (!later) return -1;
      begin = i + 1;
    }
  }
  return -1;
}

/** Every duty that the sentence orders. `memory` is brought up to date for the sentences after it. */
export function directivesIn(sentence: Sentence, memory: OrderMemory, clean: Clean): DirectiveFact[] {
  const { tokens } = sentence;
  if (sentence.apart) return [];
  const order = orderIn(tokens, memory);
  if (!order) {
    memory.issuer = null;
    return [];
  }
  Object.assign(memory, { issuer: order.issuer, addressed: order.addressed });
  const facts: DirectiveFact[] = [];
  let begin = order.from;
  for (let i = begin; i <= tokens.length; i++) {
    if (i < tokens.length && !clauseMark(tokens[i]) && tokens[i]?.text !== "。") continue;
    facts.push(...clauseDuties(tokens.slice(begin, i), order, clean));
    begin = i + 1;
  }
  return joined(facts, clean);
}

/** The duties of one clause: what stands before 的 serves its head (堤防等重点部位的巡查防守); a list gives one each. */
function clauseDuties(tokens: readonly Token[], { issuer, addressed }: Order, clean: Clean): DirectiveFact[] {
  const start = tokens[0]?.start ?? 0;
  const text = clean.text.slice(start, tokens.at(-1)?.end ?? start);
  if (TOLD.test(text)) return [];
  const duties = dutiesIn(text);
  const head = duties.at(-1);
  if (!head) return [];
  const served = duties.length > 1 && serves(text, duties.at(-2), head);
  const each = served
    ? [head]
    : duties.filter((duty, i) => duties.findIndex((one) => one.category === duty.category) === i);
  return each.map((duty) => ({
    category: duty.category,
    also: served
      ? [...new Set(duties.map((one) => one.category))].filter((one) => one !== duty.category)
      : [],
    text,
    issuer,
    addressed,
    span: each.length > 1 ? [start + duty.start, start + duty.end] : [start, start + text.length],
    doubt: null,
  }));
}

/** 堤防等重点部位的巡查防守, 病险水库安全巡查守护: what goes before is the object of the last. */
function serves(text: string, before: Duty | undefined, head: Duty): boolean {
  if (text.slice(0, head.start).includes("的")) return true;
  return head.category === "巡查防守" && !text.slice(before?.end ?? 0, head.start).includes("、");
}

/** 落实责任，加强值守: clauses of one sentence that order the same duty are one record. */
function joined(facts: readonly DirectiveFact[], clean: Clean): DirectiveFact[] {
  const list: DirectiveFact[] = [];
  for (const fact of facts) {
    const last = list.at(-1);
    const whole =
      last && clean.text.slice(...last.span) === last.text && clean.text.slice(...fact.span) === fact.text;
    if (last && whole && last.category === fact.category && fact.span[0] - last.span[1] === 1) {
      last.span = [last.span[0], fact.span[1]];
      last.text = clean.text.slice(...last.span);
      last.also = [...new Set([...last.also, ...fact.also])];
    } else list.push({ ...fact });
  }
  return list;
}
