/** The words of a time, before it is known which day the text speaks from. */
export interface TimeWords {
  length: number;
  year?: number;
  month?: number;
  day?: number;
  /** Days from the day of the text: 今天 0, 昨天 −1; "same" for 当日, the day named before, "next" for the one after it. */
  shift?: number | "same" | "next";
  /** 今明两天: the last day, counted like shift. */
  shiftEnd?: number;
  /** 周日: 0 for Sunday to 6. */
  weekday?: number;
  hour?: number;
  minute?: number;
  part?: string;
  /** 15—17日: the last day of the month's days. */
  dayEnd?: number;
  /** 未来三天: a length without a first day. */
  vague?: boolean;
}

const RELATIVE: Record<string, number | "same" | "next"> = {
  今天: 0,
  今日: 0,
  即日: 0,
  今晨: 0,
  今早: 0,
  今晚: 0,
  今夜: 0,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  前天: -2,
  前晚: -2,
  明天: 1,
  明日: 1,
  明晨: 1,
  明晚: 1,
  后天: 2,
  次日: "next",
  翌日: "next",
  当天: "same",
  当日: "same",
  当晚: "same",
  同日: "same",
};
const DAY =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号](?!—)|([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]|(?:(\d{1,2})月)?(\d{1,2})(?:日?—|至|到)(\d{1,2})日|(\d{1,2})(?:日(?![前后内])|号(?=[凌清早上中下午傍晚夜深\d起至到晚，]))|(今（\d{1,2}月\d{1,2}日）明两天|今明两天|明后两天|今明后三天|今明两日|明后两日|今明天|明后天)|(今天|今日|即日(?=起)|今晨|今早|今晚|今夜|昨天|昨日|昨晚|昨夜|前天|前晚|明天|明日|明晨|明晚|后天|次日|翌日|当天|当日|当晚|同日)|((?:未来|今后)(?:[几数]|[一二两三四五六七八九十\d]{1,2}(?:至|到|—)?[一二两三四五六七八九十\d]{0,2})(?:[天日周]|个?小时))/y;
/** 周日, 星期四; not 每周一次, 四周一片. */
const WEEKDAY =
  /(?<![一二两三四五六七八九十几每上下前后这])(?:本?周|星期|礼拜)([日天一二三四五六])(?![次个均线片带期周])/y;
const APPOSITION = /（(?:(\d{1,2})月)?(\d{1,2})日）/y;
const HOUR =
  /(凌晨|清晨|早晨|早上|上午|中午|下午|午后|傍晚|晚上|晚间|夜间|深夜|夜里|晚|早)?(?:(\d{1,2})(?:时|点)(?!许可)(?:(\d{1,2})分|(半))?(?!间|期|刻|段|代|长|速)|(\d{1,2})：(\d{2})(?!\d)|([零一二三四五六七八九十]{1,3})(?:时|点)(?=[，起许启终左整将对针由把二三半解结停取撤维保提降调宣转继同决均分并])|(?<=凌晨|清晨|早晨|早上|上午|中午|下午|午后|傍晚|晚上|晚间|夜间|深夜|晚))/y;
const PART = /(凌晨|清晨|早晨|早上|上午|中午|下午|午后|傍晚|晚上|晚间|夜间|深夜)/y;
/** 3日晚，: of a day only. */
const SHORT_PART = /[晚早夜](?![间上些点于\d])/y;
const NUMERALS = "〇一二三四五六七八九十";
const STARTS = /[本周星礼\d今次翌即昨前明后当同未凌清早上中下午傍晚夜深零一二三四五六七八九十]/;

const at = (pattern: RegExp, text: string, from: number) => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

const spoken = (words: string) => {
  const text = words.replaceAll("零", "〇");
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens ? NUMERALS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? NUMERALS.indexOf(ones) : 0);
};

/** 下午4时 is 16, 晚8时 is 20, 凌晨12时 is 0. */
function onClock(hour: number, part: string): number {
  if (/凌晨|清晨|早/.test(part)) return hour === 12 ? 0 : hour;
  if (/下午|午后|傍晚|晚|夜/.test(part) && hour < 12) return hour + 12;
  if (/中午/.test(part) && hour < 3) return hour + 12;
  return hour;
}

/** The time that begins at this place of the text, if one does. */
export function readTime(text: string, from: number): TimeWords | undefined {
  if (!STARTS.test(text.charAt(from))) return undefined;
  if (/\d/.test(text.charAt(from)) && /[\d.第]/.test(text.charAt(from - 1))) return undefined;
  const words: TimeWords = { length: 0 };
  let end = from;
  const weekday = at(WEEKDAY, text, from);
  const day = weekday ? null : at(DAY, text, from);
  const apposition = () => {
    const also = at(APPOSITION, text, end);
    if (!also) return;
    end += also[0].length;
    if (also[1]) words.month = Number(also[1]);
    words.day = Number(also[2]);
  };
  if (weekday) {
    end += weekday[0].length;
    words.weekday = "日一二三四五六".indexOf(weekday[1]?.replace("天", "日") ?? "");
    apposition();
  }
  if (day) {
    end += day[0].length;
    const [
      ,
      year,
      month,
      dayOfMonth,
      spokenMonth,
      spokenDay,
      rangeMonth,
      first,
      last,
      alone,
      span,
      relative,
      vague,
    ] = day;
    if (year) words.year = Number(year);
    if (month ?? rangeMonth) words.month = Number(month ?? rangeMonth);
    if (dayOfMonth ?? first ?? alone) words.day = Number(dayOfMonth ?? first ?? alone);
    if (spokenMonth && spokenDay)
      Object.assign(words, { month: spoken(spokenMonth), day: spoken(spokenDay) });
    if (last) words.dayEnd = Number(last);
    if (span) {
      words.shift = span.startsWith("今") ? 0 : 1;
      words.shiftEnd = /^今.*明[两天]/.test(span) ? 1 : 2;
    }
    if (relative) words.shift = RELATIVE[relative];
    if (vague) words.vague = true;
    if (/[晨早晚夜]$/.test(relative ?? "")) words.part = (relative ?? "").slice(-1);
    apposition();
    if (words.month && (words.month > 12 || words.month < 1)) return undefined;
    if (words.day !== undefined && (words.day > 31 || words.day < 1)) return undefined;
    if (vague || span) return { ...words, length: end - from };
  }
  const told = day !== null || weekday !== null;
  const part = at(PART, text, end) ?? (told ? at(SHORT_PART, text, end) : null);
  const hour = at(HOUR, text, end);
  if (hour?.[0]) {
    const [whole, said, figure, minutes, half, clockHour, clockMinute, chinese] = hour;
    const plain = figure ?? clockHour ?? (chinese ? String(spoken(chinese)) : undefined);
    if (plain !== undefined && Number(plain) <= 24 && (told || said || clockHour === undefined)) {
      // A bare figure with 时 counts as an hour only beside a day or a part of the day: 24时 alone may be a span.
      end += whole.length;
      words.part = said ?? words.part ?? "";
      words.hour = onClock(Number(plain), words.part);
      words.minute = half ? 30 : Number(minutes ?? clockMinute ?? 0);
    } else if (part && (told || end === from)) {
      end += part[0].length;
      words.part = part[0];
    }
  } else if (part && (told || end === from)) {
    end += part[0].length;
    words.part = part[0];
  }
  if (words.hour !== undefined) end += /^(?:许|左右|前后)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  // 下午，水利部启动…; 中午起将…: a part of the day alone, when it stands for itself.
  const alone = words.part && /^(?:起|，)/.test(text.slice(end, end + 1));
  return end > from && (told || alone || words.hour !== undefined)
    ? { ...words, length: end - from }
    : undefined;
}

/** A calendar day as the number of days since 1970; no time zone enters. */
export type Day = number;
export const dayOf = (year: number, month: number, day: number): Day =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
export const isoDay = (day: Day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const valid = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day) => (((day + 4) % 7) + 7) % 7;

/** The day that the words mean, seen from the day of the text; `same` is the day named last before. */
export function resolveDay(words: TimeWords, base: Day, same: Day = base): Day | undefined {
  if (words.month !== undefined && words.day !== undefined) {
    const years = words.year
      ? [words.year]
      : [0, -1, 1].map((step) => new Date(base * 86_400_000).getUTCFullYear() + step);
    const days = years
      .filter((year) => valid(year, words.month ?? 0, words.day ?? 0))
      .map((year) => dayOf(year, words.month ?? 0, words.day ?? 0));
    return days.sort((a, b) => Math.abs(a - base) - Math.abs(b - base))[0];
  }
  // The nearest day of that name.
  if (words.weekday !== undefined && words.day === undefined)
    return base + ((((words.weekday - weekdayOf(base)) % 7) + 10) % 7) - 3;
  if (words.shift === "same") return same;
  if (words.shift === "next") return same + 1;
  if (words.shift !== undefined) return base + words.shift;
  if (words.day !== undefined) {
    const now = new Date(base * 86_400_000);
    const days = [-1, 0, 1]
      .map((step) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + step, 1)))
      .filter((first) => valid(first.getUTCFullYear(), first.getUTCMonth() + 1, words.day ?? 0))
      .map((first) => dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, words.day ?? 0));
    return days.sort((a, b) => Math.abs(a - base) - Math.abs(b - base))[0];
  }
  return words.hour !== undefined || words.part ? same : undefined;
}

/** No order begins more days ahead of its bulletin. */
const FAR_AHEAD = 10;

/** The day of an order: on the 22nd 自4日起 is this month's, not the next one's. */
export function resolveOrder(words: TimeWords, base: Day, same: Day): Day | undefined {
  const day = resolveDay(words, base, same);
  const bare = words.day !== undefined && words.month === undefined && words.shift === undefined;
  return bare && day !== undefined && day > base + FAR_AHEAD
    ? resolveDay(words, base - FAR_AHEAD, same)
    : day;
}
