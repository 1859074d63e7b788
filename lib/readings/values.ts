/** A value that is not there, and one that cannot be read; both are numbers, so that a million rows stay quick. */
export const BLANK = Number.POSITIVE_INFINITY;
export const BAD = Number.NaN;

const ZERO = 48;
const MINUS = 45;
const DOT = 46;

/**
 * A plain decimal as hundredths, rounded half away from zero: "33.1" → 3310. No exponent, no sign but a minus, no
 * NaN, no Infinity: what a gauge does not write is BAD.
 */
export function hundredths(text: string): number {
  const end = text.length;
  if (end === 0) return BLANK;
  const negative = text.charCodeAt(0) === MINUS;
  let value = 0;
  let decimals = -1;
  let digits = 0;
  let up = false;
  for (let i = negative ? 1 : 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT && decimals < 0) {
      decimals = 0;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) return unusual(text);
    digits++;
    if (decimals >= 2) {
      if (decimals === 2) up = digit >= 5;
      decimals++;
      continue;
    }
    value = value * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0 || digits > 15) return BAD;
  if (decimals < 1) value *= 100;
  else if (decimals === 1) value *= 10;
  if (up) value += 1;
  return negative ? -value : value;
}

/** Spaces around, full-width digits, a true minus sign: read once they are put plainly. */
function unusual(text: string): number {
  const plain = text.normalize("NFKC").replace("−", "-").trim();
  return plain === text ? BAD : hundredths(plain);
}

/** A flow, m³/s, in plain decimals. */
export function decimal(text: string): number {
  if (text === "") return BLANK;
  const plain = /^-?\d{1,12}(\.\d{1,9})?$/.test(text)
    ? text
    : text.normalize("NFKC").replace("−", "-").trim();
  if (plain === "") return BLANK;
  return /^-?\d{1,12}(\.\d{1,9})?$/.test(plain) ? Number(plain) : BAD;
}

const days = new Map<string, number>();
const DAYS_KEPT = 4000;

/** Midnight UTC of a date written 2024-07-04, epoch ms; BAD when the calendar has no such day. */
function dayOf(text: string): number {
  const found = days.get(text);
  if (found !== undefined) return found;
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : BAD;
  const real = Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? BAD : ms;
  if (days.size >= DAYS_KEPT) days.clear();
  days.set(text, real);
  return real;
}

const two = (text: string, at: number) => {
  const [high, low] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : BAD;
};

/** "Z", "+08:00", "+0800" or "+08" as minutes; BAD when it is none. */
export function zoneMinutes(text: string): number {
  if (text === "Z" || text === "z") return 0;
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!found) return BAD;
  const [hours, minutes] = [Number(found[2]), Number(found[3] ?? 0)];
  if (hours > 14 || minutes > 59) return BAD;
  return (found[1] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

const LOOSE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]?\s*(\d{1,2})[:时](\d{1,2})?分?(?::(\d{1,2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?$/i;

export type MomentProblem = "bad_time" | "time_without_zone";

/**
 * A moment as epoch ms, whole seconds. The zone must be in the text, or be given as minutes for the whole delivery:
 * "2024-07-04 08:00" alone may be anybody's eight o'clock.
 */
export function moment(text: string, zone: number | undefined): number | MomentProblem {
  const quick = quickMoment(text);
  if (!Number.isNaN(quick)) return quick;
  const found = LOOSE.exec(text.normalize("NFKC").trim());
  if (!found) return "bad_time";
  const [, year, month, day, hour, minute, second, offset] = found;
  const date = dayOf(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`);
  const [h, m, s] = [Number(hour), Number(minute ?? 0), Number(second ?? 0)];
  if (Number.isNaN(date) || h > 23 || m > 59 || s > 59) return "bad_time";
  const minutes = offset ? zoneMinutes(offset) : zone;
  if (minutes === undefined) return "time_without_zone";
  if (Number.isNaN(minutes)) return "bad_time";
  return date + ((h * 60 + m - minutes) * 60 + s) * 1000;
}

/** The form that machines write: 2024-07-04T08:00:00+08:00, with or without seconds, or with Z. */
function quickMoment(text: string): number {
  const { length } = text;
  if (length < 17 || length > 25 || text.charCodeAt(13) !== 58) return BAD;
  const between = text.charCodeAt(10);
  if (between !== 84 && between !== 32) return BAD;
  const seconds = text.charCodeAt(16) === 58;
  const zoneAt = seconds ? 19 : 16;
  const sign = text.charCodeAt(zoneAt);
  let minutes: number;
  if (sign === 90 && length === zoneAt + 1) minutes = 0;
  else if ((sign === 43 || sign === MINUS) && length === zoneAt + 6 && text.charCodeAt(zoneAt + 3) === 58)
    minutes = (two(text, zoneAt + 1) * 60 + two(text, zoneAt + 4)) * (sign === MINUS ? -1 : 1);
  else return BAD;
  const [h, m, s] = [two(text, 11), two(text, 14), seconds ? two(text, 17) : 0];
  if (!(h <= 23 && m <= 59 && s <= 59 && minutes <= 840 && minutes >= -840)) return BAD;
  return dayOf(text.slice(0, 10)) + ((h * 60 + m - minutes) * 60 + s) * 1000;
}
