import traditional from "@/prisma/data/traditional.json";
import { BODIES } from "./terms";

/** A paragraph of the cleaned text, [start, end). A headline is a short line that ends without a full stop. */
export interface Paragraph {
  start: number;
  end: number;
  headline: boolean;
}

/** The text as the grammar reads it, and for each of its characters the place in the original. */
export interface Clean {
  text: string;
  at: Int32Array;
  paragraphs: Paragraph[];
}

const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i + 1 < traditional.pairs.length; i += 2)
  SIMPLIFIED.set(traditional.pairs[i] ?? "", traditional.pairs[i + 1] ?? "");
// A variant of 陕 that the dictionary does not have.
SIMPLIFIED.set("陜", "陕");

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const BLANK = /[\s\u200b-\u200f\u2060\ufeff\u3000\u00ad]/;
const PUNCTUATION: Record<string, string> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
  "｡": "。",
  "､": "、",
  "-": "—",
  "–": "—",
  "－": "—",
  "~": "—",
  "～": "—",
  "〜": "—",
  '"': "“",
  "'": "“",
  "「": "“",
  "」": "”",
};

/** The forms found so far, by code: a text asks for the same few thousand characters again and again. */
const FORMS: string[] = [];

/** One character of the original in the form the grammar knows; "" for what carries nothing. */
function plain(sign: string): string {
  const code = sign.charCodeAt(0);
  FORMS[code] ??= formOf(sign, code);
  return FORMS[code] ?? sign;
}

function formOf(sign: string, code: number): string {
  if (code < 0x80) return PUNCTUATION[sign] ?? sign;
  if (code >= 0x2160 && code <= 0x216b) return ROMAN[code - 0x2160] ?? "";
  if (code >= 0x2170 && code <= 0x217b) return ROMAN[code - 0x2170] ?? "";
  if (code >= 0xff10 && code <= 0xff5a) {
    const narrow = String.fromCharCode(code - 0xfee0);
    return PUNCTUATION[narrow] ?? narrow;
  }
  return PUNCTUATION[sign] ?? SIMPLIFIED.get(sign) ?? sign;
}

interface Line {
  text: string;
  at: number[];
}

const MAX_TAG = 2000;
const HIDDEN = /^<(script|style)\b/i;
const BREAKING_TAG = /^<\/?(p|br|div|li|tr|h\d|title|figure|section|article)\b/i;

/** Splits into lines, without tags, blanks and Markdown signs. Every step goes forward only: time grows with the length. */
function linesOf(raw: string): Line[] {
  const lines: Line[] = [];
  let line: Line = { text: "", at: [] };
  const parts: string[] = [];
  const close = () => {
    line.text = parts.join("");
    parts.length = 0;
    lines.push(line);
    line = { text: "", at: [] };
  };
  let nextEnd = -1;
  let i = raw.startsWith("---\n") ? Math.max(raw.indexOf("\n---", 4), 0) : 0;
  while (i < raw.length) {
    const sign = raw.charAt(i);
    if (sign === "<" && /[a-z/!]/i.test(raw.charAt(i + 1))) {
      if (nextEnd < i) nextEnd = raw.indexOf(">", i);
      if (nextEnd < 0) nextEnd = raw.length + MAX_TAG;
      const hidden = nextEnd - i < MAX_TAG ? HIDDEN.exec(raw.slice(i, i + 8))?.[1] : undefined;
      if (hidden) {
        // What a page does or how it looks is no text; without its end tag the rest is none either.
        const close = raw.indexOf(`</${hidden}`, nextEnd);
        i = close < 0 ? raw.length : close;
        nextEnd = -1;
        continue;
      }
      if (nextEnd - i < MAX_TAG) {
        if (BREAKING_TAG.test(raw.slice(i, i + 12))) close();
        i = nextEnd + 1;
        continue;
      }
    }
    if (sign === "\n" || sign === "\r") {
      close();
      i += sign === "\r" && raw.charAt(i + 1) === "\n" ? 2 : 1;
      continue;
    }
    if (sign === "&" && raw.startsWith("&nbsp;", i)) {
      i += 6;
      continue;
    }
    if (
      !BLANK.test(sign) &&
      sign !== "*" &&
      sign !== "\u0000" &&
      !(parts.length === 0 && /[#>]/.test(sign))
    ) {
      const form = plain(sign);
      for (const part of form) {
        parts.push(part);
        line.at.push(i);
      }
    }
    i++;
  }
  close();
  return lines;
}

const ENDS = /[。！？；：…”）—]$/;
const GOES_ON = /[、，]$/;
const HEADLINE_MAX = 60;
/** No column of a newspaper page is narrower, in characters. */
const COLUMN = 18;

/** ■, ◆ open a piece of a newspaper page. */
const OPENS = /^[■□◆◇●○▲△▼★☆◎※]/;

/** How the first line under a headline begins. */
const BODY = /^(?:记者|本报|【本报|（本报|新华社|据新华社|央视网|中新社|据.{2,8}(?:消息|报道))/;
/** An item of a list: 1. …, （一）…, • …. */
const ITEM = /^(?:\d{1,2}[.、．](?!\d)|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]、|[•·▶►➤✦])/;
/** An entry of a log: 8:00 …, 7月4日10时 …; a wrapped line may begin so too, two in a row do not. */
const ENTRY = /^(?:(?:\d{1,2}月)?(?:\d{1,2}日)?\d{1,2}(?:：\d{2}|时)|\d{1,2}月\d{1,2}日\d{1,2})/;
/** 目前，水利部维持…: a sentence whose full stop was lost, as at the end of what was copied. */
const TELLS = /^(?:目前|当前|同时|此外|另外|随后)[，,]/;
/** 浙江：…, 江苏：…: headlines, each of its province. */
const HEAD_OF = /^[\u4e00-\u9fff]{2,6}：/;

/** …4日, then 19时…: a line that is more than a date and breaks off within a time. Only its end is looked at. */
const breaksInTime = (text: string) =>
  /\d[年月日]$/.test(text.slice(-2)) && /[^\d年月日]/.test(text.slice(-24, -2));

/** 国家防总, then 4日19时…: a line that is or ends with who acts, before what it does. */
const BROKEN_BODY =
  /(?:国家防总|水利部|应急管理部|防指|防总|指挥部|委员会|管理局|[长黄淮海江辽]委|[省市区县])$/;
const GOES_ON_ACTING =
  /^(?:\d{1,2}[月日时点：]|[今昨]|将|针对|对|于|自|决定|宣布|已|紧急|启动|终止|维持|继续|提升|解除|派出)/;

/** 国家防, then 总4日…: a body's name is broken. */
function straddles(line: string, next: string): boolean {
  for (let head = 1; head <= 6; head++)
    for (let tail = 1; tail <= 6; tail++)
      if (BODIES.has(line.slice(-head) + next.slice(0, tail)) && line.length >= head) return true;
  return false;
}

/** Whether the line break after `line` lies inside a sentence: hard-wrapped prose, not a headline over its text. */
function joins(line: Line, next: Line, first: boolean): boolean {
  if (GOES_ON.test(line.text)) return true;
  if (breaksInTime(line.text) && /^\d/.test(next.text)) return true;
  // 国家防总今天（7月21日）, then 决定…: a date in brackets ends no sentence.
  const ended = ENDS.test(line.text) && !/\d日）$/.test(line.text);
  if (ended || OPENS.test(next.text) || BODY.test(next.text) || ITEM.test(next.text)) return false;
  if (/的(?:通知|公告|通报|决定|命令|紧急通知)$/.test(line.text)) return false;
  if (ENTRY.test(line.text) && ENTRY.test(next.text)) return false;
  if (HEAD_OF.test(line.text) && HEAD_OF.test(next.text)) return false;
  if (OPENS.test(line.text) && line.text.length <= HEADLINE_MAX && !line.text.includes("。")) return false;
  if (BROKEN_BODY.test(line.text) && GOES_ON_ACTING.test(next.text)) return true;
  if (straddles(line.text, next.text)) return true;
  const overText = next.text.length > 1.6 * line.text.length && next.text.length >= COLUMN;
  return !(first && overText);
}

/** Brings raw text (prose, newspaper page, transcript, HTML, Markdown) into paragraphs without breaks inside words. */
export function clean(raw: string): Clean {
  const parts: string[] = [];
  const at: number[] = [];
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let open = 0;
  let pending = false;
  const end = () => {
    if (at.length > start) {
      const line = parts.slice(open).join("");
      const headline =
        at.length - start <= HEADLINE_MAX &&
        !ENDS.test(line) &&
        !line.includes("。") &&
        !ITEM.test(line) &&
        !ENTRY.test(line) &&
        !TELLS.test(line);
      paragraphs.push({ start, end: at.length, headline });
      parts.push("\n");
      at.push(at[at.length - 1] ?? 0);
    }
    start = at.length;
    open = parts.length;
    pending = false;
  };
  const lines = linesOf(raw);
  let previous: Line | undefined;
  let blanks = 0;
  let firstOfBlock = true;
  for (const line of lines) {
    if (!line.text) {
      blanks++;
      continue;
    }
    if (pending && previous) {
      const goesOn: boolean = blanks ? GOES_ON.test(previous.text) : joins(previous, line, firstOfBlock);
      if (!goesOn) end();
      firstOfBlock = !goesOn;
    } else firstOfBlock = true;
    parts.push(line.text);
    for (const place of line.at) at.push(place);
    pending = true;
    previous = line;
    blanks = 0;
  }
  end();
  return { text: parts.join(""), at: Int32Array.from(at), paragraphs };
}
