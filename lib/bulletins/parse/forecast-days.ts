import { numberOf } from "./numbers";
import { type Day, resolveDay, type TimeWords } from "./times";
import { as, is, type Token, textOf } from "./tokens";

/** A day of the month alone, in a forecast, lies rather ahead: on the 4th, 20日 is this month's and not the last one's. */
const AHEAD_DAYS = 10;
const ahead = (time: TimeWords, base: Day) => {
  const bare = time.day !== undefined && time.month === undefined && time.shift === undefined;
  // 周日 is this or the next one.
  const week = time.weekday !== undefined && time.day === undefined;
  return resolveDay(time, week ? base + 3 : bare ? base + AHEAD_DAYS : base);
};

/** 未来三天 is three days long; 未来两到三天 and 未来24小时 are not counted. */
function daysOf(token: Token | undefined): number | undefined {
  const length = as(token, "time")?.time.vague ? DAYS.exec(token?.text ?? "")?.[1] : undefined;
  return length === undefined ? undefined : (numberOf(length) ?? undefined);
}

const DAYS = /^(?:未来|今后)(\d{1,2}|[一二两三四五六七八九十])[天日]$/;

/** The days of a clause: 4日至6日, 从17日到19日, 今明两天, 明天; "vague" for 未来三天. */
export function periodIn(
  tokens: readonly Token[],
  base: Day,
): { from: Day | null; to: Day | null } | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const time = as(tokens[i], "time")?.time;
    if (!time) continue;
    // 新华社北京7月4日电, 7月4日消息: when it was written.
    if (/^[电讯消|｜]$/.test(tokens[i + 1]?.text ?? "")) continue;
    // 未来三天（5日至7日）: the days themselves follow.
    if (time.vague && tokens[i + 1]?.text === "（" && is(tokens[i + 2], "time")) continue;
    if (time.vague) return { from: null, to: null };
    const from = ahead(time, base);
    // 明天起未来三天: so many days from a day that is told.
    const length = tokens[i + 1]?.text === "起" ? daysOf(tokens[i + 2]) : undefined;
    if (from !== undefined && length) return { from, to: from + length - 1 };
    if (from === undefined || /^(截至|自)$/.test(tokens[i - 1]?.text ?? "")) continue;
    // 至11日，…: from today.
    if (is(tokens[i - 1], "to") && i === 1 && from > base) return { from: base, to: from };
    // 将持续到7日: the last day alone.
    if (tokens[i - 1]?.text === "到" && is(tokens[i - 2], "lasting")) return { from: null, to: from };
    if (time.dayEnd !== undefined) return { from, to: ahead({ ...time, day: time.dayEnd }, base) ?? from };
    if (time.shiftEnd !== undefined) return { from, to: base + time.shiftEnd };
    // 明天起至8日.
    const begins = tokens[i + 1]?.text === "开" && tokens[i + 2]?.text === "始";
    const open = begins || tokens[i + 1]?.text === "起";
    let next = begins ? i + 3 : open ? i + 2 : i + 1;
    // 24日晚到25日白天.
    while (/^[晚早夜白天里间上午下傍]$/.test(tokens[next]?.text ?? "")) next++;
    const until =
      is(tokens[next], "to") || /^[—、和]$/.test(tokens[next]?.text ?? "")
        ? as(tokens[next + 1], "time")?.time
        : undefined;
    // 8月5日至6日: of the month of the first day.
    const bare = until?.day !== undefined && until.month === undefined && until.shift === undefined;
    const to = until ? ahead(until, bare ? from : base) : undefined;
    // 8日之后，….
    const after = /^[之以]后/.test(textOf(tokens, i + 1, i + 3));
    if ((open || after) && !until) return { from, to: null };
    // 明天白天到夜间: the night of the same day.
    return { from, to: to !== undefined && to >= from ? to : from };
  }
  const words = textOf(tokens);
  return weekend(words, base) ?? lastDay(words, base);
}

/** 周末两天: Saturday and Sunday of the week; 周末 alone is not counted. */
function weekend(words: string, base: Day): { from: Day; to: Day } | undefined {
  if (!words.includes("周末两天")) return undefined;
  const sunday = base + ((SUNDAY - (base % 7) + 7) % 7);
  return { from: Math.max(base, sunday - 1), to: sunday };
}
/** What the number of a Sunday leaves when it is divided by seven. */
const SUNDAY = 3;

/** 将持续到10日前后: about how long; 10日前后 alone is no day. */
function lastDay(words: string, base: Day): { from: null; to: Day } | undefined {
  const day = /持续[到至](\d{1,2})[日号](?:前后|左右)/.exec(words)?.[1];
  const to = day ? ahead({ length: 0, day: Number(day) }, base) : undefined;
  return to === undefined ? undefined : { from: null, to };
}
