// The only home of Intl. Every time on screen is Asia/Shanghai; every time in JSON carries its offset.
const ZONE = "Asia/Shanghai";
const OFFSET_MS = 8 * 3_600_000;

/** ISO 8601 in China Standard Time with offset: 2024-07-04T20:00:00+08:00, milliseconds only where there are any. */
export function isoTime(ms: number): string {
  if (ms === lastMs) return lastText;
  lastText = `${new Date(ms + OFFSET_MS).toISOString().replace(".000Z", "Z").slice(0, -1)}+08:00`;
  lastMs = ms;
  return lastText;
}
/** Gauges read at the same moments, so that the same one is asked for again and again. */
let lastMs = Number.NaN;
let lastText = "";

/** The calendar day in China of an instant: 2024-07-04. */
export const isoDay = (ms: number) => isoTime(ms).slice(0, 10);

/** Reads an ISO date (taken as its first minute in China) or time with offset; undefined when it is neither. */
export function parseTime(text: string): { ms: number; precision: "DAY" | "MINUTE" } | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const ms = Date.parse(`${text}T00:00:00+08:00`);
    return Number.isNaN(ms) || isoDay(ms) !== text ? undefined : { ms, precision: "DAY" };
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : { ms, precision: "MINUTE" };
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const found =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", { timeZone: ZONE, ...options });
  formats.set(key, found);
  return found;
}

const part = (ms: number, locale: string, options: Intl.DateTimeFormatOptions) =>
  formatter(locale, options).format(ms);

/** 7月4日 20:00 · 4 Jul 20:00 CST; with DAY precision the hour is left out because no source printed it. */
export function showTime(ms: number, locale: string, precision: "DAY" | "MINUTE" = "MINUTE"): string {
  const day = part(
    ms,
    locale,
    locale === "en" ? { day: "numeric", month: "short" } : { month: "long", day: "numeric" },
  );
  if (precision === "DAY") return day;
  const hour = part(ms, locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return locale === "en" ? `${day} ${hour} CST` : `${day} ${hour}`;
}

/** The same with the year, for tables and for times far from now. */
export function showFullTime(ms: number, locale: string, precision: "DAY" | "MINUTE" = "MINUTE"): string {
  const year = part(ms, locale, { year: "numeric" });
  if (locale !== "en") return `${year}${showTime(ms, locale, precision)}`;
  const [day, rest] = [
    showTime(ms, locale, "DAY"),
    showTime(ms, locale).slice(showTime(ms, locale, "DAY").length),
  ];
  return precision === "DAY" ? `${day} ${year}` : `${day} ${year}${rest}`;
}

/** 3 小时前 · 3 hours ago. Both arguments are epoch milliseconds. */
export function showAge(ms: number, now: number, locale: string): string {
  const minutes = Math.round((ms - now) / 60_000);
  const format = new Intl.RelativeTimeFormat(locale === "en" ? "en-GB" : "zh-CN", { numeric: "auto" });
  if (Math.abs(minutes) < 60) return format.format(minutes, "minute");
  if (Math.abs(minutes) < 48 * 60) return format.format(Math.round(minutes / 60), "hour");
  return format.format(Math.round(minutes / 1440), "day");
}

/** A number with a true minus sign and grouped thousands; `decimals` fixed. */
export function showNumber(value: number, locale: string, decimals = 0): string {
  return new Intl.NumberFormat(locale === "en" ? "en-GB" : "zh-CN", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(value)
    .replace("-", "−");
}

/** A day as a date field holds it (2024-07-04) in words; what is no day stays as it is. */
export function showDayText(day: string, locale: string): string {
  const time = parseTime(day);
  return time ? showTime(time.ms, locale, "DAY") : day || "—";
}

/** What stands between the parts of a list: 湖北、湖南 · Hubei, Hunan. */
export const joinerOf = (locale: string) => (locale === "en" ? ", " : "、");
