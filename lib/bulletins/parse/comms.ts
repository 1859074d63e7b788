import { numberOf } from "./numbers";
import { bodiesBefore } from "./orderers";
import { codesIn, type Sentence } from "./sentences";

import type { Clean } from "./text";
import { is, type Token } from "./tokens";

/** Communication assets put in place or sent: 大中型无人机通信平台, 专网通信基站, 卫星便携站 … */
export interface CommsFact {
  kind: string;
  count: number | null;
  units: string | null;
  /** Who put it there, as the text says; null when it does not. */
  from: string | null;
  /** Where, as the text says. */
  to: string | null;
  /** Codes of the places named in `to`, with commas between. */
  adcode: string | null;
  posture: "prepositioned" | "sent";
  span: [number, number];
  doubt: string | null;
}

/** 今年汛期尚未出现长时间应急指挥通信不畅: a statement that stands beside the computed one. */
export interface NoteFact {
  kind: "no_long_command_outage";
  text: string;
  span: [number, number];
  doubt: string | null;
}

const ASSET =
  /^(.{0,12}?(?:通信平台|通信基站|便携站|卫星便携基站|通信车|卫星站|通信保障车|卫星电话|系留无人机|翼龙无人机|翼龙—2H.{0,6}无人机|通信指挥车|便携式?基站|应急基站|宽窄带自组网.{0,4}|公网基站|专网基站))(?:等.{0,12})?$/;
const COUNTED = /^(\d{1,5}|[一二两三四五六七八九十百]{1,4})(?:余|多)?([架套辆部台个座])/;
const PREPOSITIONED = /^(预置|前置|布设|部署)$/;
const SENDS = /^(调派|派出|出动|投入|调集|携带|加派|调度|派遣|增派|配备|架设|搭建)$/;

const textOf = (tokens: readonly Token[], from: number, to: number, clean: Clean) =>
  from < to ? clean.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) : "";
const breaks = (token: Token | undefined) => /^[，。；：]$/.test(token?.text ?? "");

/** 在重点省份预置, 向湖北预置: the place before the verb. */
function placeBefore(tokens: readonly Token[], verb: number, clean: Clean) {
  for (let i = verb - 1; i >= 0 && !breaks(tokens[i]); i--)
    if (/^(在|向|赴|于)$/.test(tokens[i]?.text ?? ""))
      return { text: textOf(tokens, i + 1, verb, clean), tokens: tokens.slice(i + 1, verb) };
  return undefined;
}

/** 派出3辆通信车赴湖北: the place after the list. */
function placeAfter(tokens: readonly Token[], from: number, clean: Clean) {
  let i = from;
  while (i < tokens.length && !breaks(tokens[i]) && !is(tokens[i], "go")) i++;
  if (!is(tokens[i], "go")) return undefined;
  let end = i + 1;
  while (end < tokens.length && !breaks(tokens[end]) && !is(tokens[end], "work")) end++;
  return { text: textOf(tokens, i + 1, end, clean), tokens: tokens.slice(i + 1, end) };
}

/** Every communication asset that the sentence says was put in place or sent. */
export function commsIn(sentence: Sentence, clean: Clean): CommsFact[] {
  const { tokens } = sentence;
  if (sentence.apart) return [];
  const facts: CommsFact[] = [];
  for (let verb = 0; verb < tokens.length; verb++) {
    const text = tokens[verb]?.text ?? "";
    const placed = PREPOSITIONED.test(text);
    if (!placed && !SENDS.test(text)) continue;
    if (tokens.slice(0, verb).some((token) => is(token, "unreal", "order"))) continue;
    let begin = verb + 1;
    const found: CommsFact[] = [];
    for (let i = begin; i <= tokens.length; i++) {
      const stops = i === tokens.length || breaks(tokens[i]) || is(tokens[i], "go", "send");
      if (!stops && !/^[、和及]$|^以及$/.test(tokens[i]?.text ?? "")) continue;
      const one = assetIn(textOf(tokens, begin, i, clean), tokens[begin]?.start ?? 0, placed);
      if (one) found.push(one);
      begin = i + 1;
      if (stops) {
        const to = placeBefore(tokens, verb, clean) ?? placeAfter(tokens, i, clean);
        const codes = codesIn(to?.tokens ?? []);
        for (const fact of found)
          Object.assign(fact, {
            from: bodiesBefore(tokens, verb),
            to: to?.text || null,
            adcode: codes.length ? codes.join(",") : null,
          });
        break;
      }
    }
    facts.push(...found);
  }
  return facts;
}

function assetIn(item: string, start: number, placed: boolean): CommsFact | undefined {
  const counted = COUNTED.exec(item);
  const lead = counted?.[0].length ?? 0;
  const asset = ASSET.exec(item.slice(lead));
  if (!asset?.[1]) return undefined;
  return {
    kind: asset[1],
    count: counted ? numberOf(counted[1] ?? "") : null,
    units: counted?.[2] ?? null,
    from: null,
    to: null,
    adcode: null,
    posture: placed ? "prepositioned" : "sent",
    span: [start, start + lead + asset[1].length],
    doubt: null,
  };
}

const NO_OUTAGE =
  /(?:未|没有)(?:出现|发生|有).{0,6}长时间.{0,16}通信.{0,6}(?:不畅|中断)|(?:未|没有)(?:出现|发生|有).{0,10}通信.{0,6}长时间.{0,4}(?:不畅|中断)/;

export function notesIn({ tokens, apart }: Sentence, clean: Clean): NoteFact[] {
  const text = textOf(tokens, 0, tokens.length, clean);
  if (apart || !NO_OUTAGE.test(text)) return [];
  const span: [number, number] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  return [{ kind: "no_long_command_outage", text, span, doubt: null }];
}
