import { clauseMark } from "./phrases";
import { type Sentence, timeOf } from "./sentences";
import { type Day, isoDay, resolveOrder, type TimeWords } from "./times";
import { is, type Token } from "./tokens";

/** Nothing but a time and small words between two marks: it belongs to what follows. */
function onlyTime(tokens: readonly Token[], from: number, to: number): boolean {
  // 国家防总今天11时30分，针对…: the body, then the time.
  let begin = from;
  // （某市水利局）25日9时，…: whose news it is.
  if (tokens[from]?.text === "（") {
    const close = tokens.findIndex((token, i) => i > from && token.text === "）");
    if (close > 0 && close < to) begin = close + 1;
  }
  while (
    begin < to &&
    (is(tokens[begin], "issuer", "place_issuer", "place", "joint", "seat", "headquarters") ||
      (/^[省市州县区]$/.test(tokens[begin]?.text ?? "") && is(tokens[begin + 1], "headquarters")))
  )
    begin++;
  return tokens.slice(begin > from && timeOf(tokens[to - 1]) ? begin : from, to).every(
    (token, i, part) =>
      is(token, "time", "adverb", "same", "from") ||
      /^[起自于，“”【】开始]$/.test(token.text) ||
      // 【湖北】4日12时，…: whose news it is.
      (is(token, "place") && part[i - 1]?.text === "【"),
  );
}

export const clauseStart = (tokens: readonly Token[], at: number) => {
  let i = at;
  while (i > 0 && !clauseMark(tokens[i - 1])) i--;
  return i;
};

/** The time attached to the act at `at`: in its own clause, or alone in the clause before. */
export function timeBefore(tokens: readonly Token[], at: number, end: number): TimeWords | undefined {
  let start = clauseStart(tokens, at);
  const find = (from: number, to: number) => {
    for (let i = to - 1; i >= from; i--) {
      const time = timeOf(tokens[i]);
      if (
        time &&
        !time.vague &&
        time.shiftEnd === undefined &&
        tokens[i - 1]?.text !== "截至" &&
        // 新华社北京7月4日电: when it was written.
        !/^[电讯]$/.test(tokens[i + 1]?.text ?? "") &&
        !isSince(tokens, i)
      )
        return time;
    }
    return undefined;
  };
  const own = find(start, end);
  if (own) return own;
  while (start > 0) {
    const previous = clauseStart(tokens, start - 1);
    // 决定今天14时起，将…: the time ends its clause.
    const endsWithTime = tokens[start - 2]?.text === "起" && timeOf(tokens[start - 3]);
    if (endsWithTime) return endsWithTime;
    // 新华社广州9月23日电 23日17时，广东省防总…: after its dateline a piece begins with the time.
    const opening = timeOf(tokens[start - 2]);
    const dated = opening?.shift !== undefined && opening.day !== undefined;
    const fresh =
      is(tokens[start - 3], "time", "response") || /^[电讯道息悉]$/.test(tokens[start - 3]?.text ?? "");
    if (opening && (dated || fresh)) return opening;
    // 昨天下午，受降雨影响，水利部启动…: a cause between the time and its act.
    if (isReason(tokens, previous) && !find(previous, start - 1)) {
      start = previous;
      continue;
    }
    // 北京今天发布暴雨红色预警，启动…: a warning and the order that goes with it.
    if (warns(tokens, previous, start, at)) {
      const told = find(previous, start - 1);
      if (told) return told;
      start = previous;
      continue;
    }
    // 今天，国家防总经会商研判，决定维持…: what led to the act, of the same body.
    const led = leadsTo(tokens, previous, start, at);
    if (led && !find(previous, start - 1)) {
      start = previous;
      continue;
    }
    if (led) return find(previous, start - 1);
    // 今天，国家防总决定，针对…: the body and that it decided, between the time and the act.
    if (onlyDecides(tokens, previous, start - 1) && !find(previous, start - 1)) {
      start = previous;
      continue;
    }
    if (!onlyTime(tokens, previous, start - 1))
      return decision(tokens, previous, start - 1) ? find(previous, start - 1) : undefined;
    const time = find(previous, start - 1);
    if (time) return time;
    start = previous;
  }
  return undefined;
}

/** 分别于11时、13时启动: a moment for each, in the order of those who act; none when they are not as many. */
export function timesEach(tokens: readonly Token[], at: number, count: number): TimeWords[] | undefined {
  if (count < 2) return undefined;
  for (let i = clauseStart(tokens, at); i < at; i++) {
    if (!timeOf(tokens[i]) || !/^(分别|于|在|自|从)$/.test(tokens[i - 1]?.text ?? "")) continue;
    const times: TimeWords[] = [];
    let next = i;
    for (let time = timeOf(tokens[next]); time; time = timeOf(tokens[next])) {
      times.push(time);
      next++;
      if (!is(tokens[next], "joint")) break;
      next++;
    }
    if (times.length !== count) continue;
    // 分别于4日8时、10时: the day is said once.
    const [first] = times;
    return times.map((time) =>
      first && time.day === undefined && time.shift === undefined
        ? { ...time, year: first.year, month: first.month, day: first.day, shift: first.shift }
        : time,
    );
  }
  return undefined;
}

/** …提升至三级，自7月4日18时起生效; …应急响应（4日12时起）: the time told after the act. */
export function timeAfter(tokens: readonly Token[], end: number): TimeWords | undefined {
  const opens = tokens[end]?.text;
  if (opens !== "，" && opens !== "（") return undefined;
  let i = end + 1;
  while (is(tokens[i], "from", "adverb") || tokens[i]?.text === "时" || tokens[i]?.text === "间") i++;
  const time = timeOf(tokens[i]);
  if (!time || time.vague || time.shiftEnd !== undefined) return undefined;
  i++;
  const begins = tokens[i]?.text === "起";
  if (begins) i++;
  const words = `${tokens[i]?.text ?? ""}${tokens[i + 1]?.text ?? ""}`;
  const closes = opens === "（" ? words.startsWith("）") : /^(?:开始)?(?:生效|执行|实施|施行)/.test(words);
  return closes && (begins || opens === "，") ? time : undefined;
}

/** A clause of conferring before an act whose clauses up to it name nobody else: the body, or what it went on to order. */
function leadsTo(tokens: readonly Token[], from: number, to: number, act: number): boolean {
  const named = (token: Token) => is(token, "issuer", "place_issuer", "org", "here");
  if (tokens.slice(to, act).some(named)) return false;
  const clause = tokens.slice(from, to);
  return (
    clause.some((token) => is(token, "meeting", "order") || /^(研判|会商|研究)$/.test(token.text)) &&
    !clause.some((token) => is(token, "act", "response", "saying", "from") && !is(token, "meeting"))
  );
}

const WARNS = /预警|通报|公告|通告|防汛令|动员令|一号令/;

/** A clause that tells a warning of the same body, before an act whose own clause names nobody and no other moment. */
function warns(tokens: readonly Token[], from: number, to: number, act: number): boolean {
  const own = tokens.slice(to, act);
  if (
    own.some(
      (token) =>
        is(token, "issuer", "place_issuer", "org", "here", "place", "toward") || NOW.test(token.text),
    )
  )
    return false;
  const clause = tokens.slice(from, to - 1);
  return (
    clause.some((token) => is(token, "act")) &&
    !clause.some((token) => is(token, "response", "org", "saying")) &&
    WARNS.test(clause.map((token) => token.text).join(""))
  );
}

/** 黄冈已率先启动: before, and nobody says when. */
const ALREADY = /^(?:已|已经|现已|均已|此前|早已)$/;

/** Of these nothing says since when. */
const NOW = /^(目前|当前|现|已|已经|近日|日前|现已)$/;

const CAUSE = /^(受|随着|由于|因|针对|鉴于|根据|按照|为|面对|经|随|考虑)$/;

/** 受降雨影响, 综合考虑雨情: a clause that says why. */
const isReason = (tokens: readonly Token[], from: number) =>
  CAUSE.test(tokens[from]?.text ?? "") ||
  /^(?:综合|结合|基于|依据|考虑|鉴于)/.test(`${tokens[from]?.text ?? ""}${tokens[from + 1]?.text ?? ""}`);

/** 7月2日以来 is a span, no time of an act; 获悉 is the reporter's. */
const isSince = (tokens: readonly Token[], i: number) =>
  tokens[i + 1]?.text === "以" || tokens[i + 1]?.text === "来";
const onlyDecides = (tokens: readonly Token[], from: number, to: number) =>
  /^(决定|宣布|命令)$/.test(tokens[to - 1]?.text ?? "") &&
  from > 0 &&
  tokens
    .slice(from, to - 1)
    .every((token) => is(token, "issuer", "place_issuer", "joint", "adverb", "place"));
const decision = (tokens: readonly Token[], from: number, to: number) =>
  /^(决定|宣布|命令|通知|通告|通报)$/.test(tokens[to - 1]?.text ?? "") && from < to;

export function resolveTime(words: TimeWords | undefined, sentence: Sentence, same: Day): string | null {
  if (!words) return null;
  const day = resolveOrder(words, sentence.base, same);
  if (day === undefined) return null;
  if (words.hour === undefined) return isoDay(day);
  const two = (value: number) => String(value).padStart(2, "0");
  const midnight = words.hour === 24;
  return `${isoDay(midnight ? day + 1 : day)}T${two(midnight ? 0 : words.hour)}:${two(words.minute ?? 0)}`;
}

/** The time of an act, for those after it in the sentence. */
export interface AttachedTime {
  words: TimeWords;
  same: Day;
  issuers: readonly string[];
  /** It stands before a comma, for the whole sentence: 今天，…，…. */
  leads: boolean;
}

export function attached(
  tokens: readonly Token[],
  words: TimeWords,
  same: Day,
  issuers: readonly string[],
): AttachedTime {
  let after = tokens.findIndex((token) => timeOf(token) === words) + 1;
  while (/^(起|开始)$/.test(tokens[after]?.text ?? "")) after++;
  return { words, same, issuers, leads: tokens[after]?.text === "，" };
}

/** 12时启动…，维持…: of a confirmation the day counts, though only the hour was said. */
export const dayOnly = (words: TimeWords): TimeWords => ({
  ...words,
  hour: undefined,
  shift: words.day === undefined ? (words.shift ?? "same") : words.shift,
});

/** 同日，国家减灾委启动…，珠江防总将…: a time before the sentence's first comma, for each of the acts it lists. */
function openingTime(tokens: readonly Token[], start: number): TimeWords | undefined {
  const time = timeOf(tokens[0]);
  const alone = time && tokens[1]?.text === "，" && !time.vague && time.shiftEnd === undefined;
  if (!alone || tokens.slice(1, start).some((token) => timeOf(token))) return undefined;
  let acts = false;
  for (const token of tokens.slice(2, start)) {
    if (is(token, "act", "send")) acts = true;
    else if (clauseMark(token)) {
      if (!acts) return undefined;
      acts = false;
    }
  }
  return time;
}

/**
 * The time that an act shares with the one before: of the same body, or 同时, or said for the whole sentence.
 * 今天12时启动…，继续维持…: the hour is the order's, not the confirmation's.
 */
export function sharedTime(
  last: AttachedTime | undefined,
  issuers: readonly string[],
  action: string,
  tokens: readonly Token[],
  at: number,
): TimeWords | undefined {
  const start = clauseStart(tokens, at);
  const since = action === "maintain" ? /^(目前|当前|现)$/ : ALREADY;
  if (tokens.slice(start, at).some((token) => since.test(token.text))) return undefined;
  if (!last) {
    const opening = openingTime(tokens, start);
    return opening && action === "maintain" ? dayOnly(opening) : opening;
  }
  const both = (token: Token | undefined) => /^同[时步]$/.test(token?.text ?? "");
  // 同时，长江委启动…: the word may stand alone before its clause.
  const opens = tokens[start - 3]?.text === "此" ? start - 5 : start - 3;
  const together =
    tokens.slice(start, at).some(both) || (both(tokens[start - 2]) && clauseMark(tokens[opens]));
  // 长江委同日提升…，太湖局启动…: the day is the sentence's.
  const day = last.words.shift === "same" && last.words.hour === undefined;
  if (!together && !last.leads && !day && last.issuers.join() !== issuers.join()) return undefined;
  return action === "maintain" ? dayOnly(last.words) : last.words;
}
