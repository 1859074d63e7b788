import { parseTime } from "@/lib/format";
import type { EventLog } from "@/lib/snapshot/log";
import { latestTo } from "./read";

const DAY = 86_400_000;
const DEFAULT_DAYS = 30;
const MOST_YEARS = 11;
export const MOST_POINTS = 5000;
const DEFAULT_POINTS = 2000;

export interface ReadingsQuery {
  from: number;
  to: number;
  points: number;
  csv: boolean;
}

/** A plus sign in an address means a space: an offset written plainly is read all the same. */
const time = (text: string) => parseTime(text.trim().replace(/ (?=\d{2}:\d{2}$)/, "+"));

/** What a request asks for: by default the 30 days up to the clock's now. `to` given as a day includes that day. */
export function readQuery(
  query: URLSearchParams,
  log: EventLog,
): ReadingsQuery | { refusal: "bad_time" | "bad_input"; detail: string } {
  const [fromText, toText] = [query.get("from"), query.get("to")];
  const [from, to] = [fromText ? time(fromText) : undefined, toText ? time(toText) : undefined];
  if ((fromText && !from) || (toText && !to))
    return {
      refusal: "bad_time",
      detail: `${fromText && !from ? "from" : "to"} must be an ISO 8601 date or time with offset, such as 2024-07-04T20:00:00+08:00`,
    };
  const end = to ? to.ms + (to.precision === "DAY" ? DAY - 1 : 0) : latestTo(log);
  const start = from ? from.ms : end - DEFAULT_DAYS * DAY;
  if (start > end) return { refusal: "bad_time", detail: "from must not be later than to" };
  if (end - start > MOST_YEARS * 366 * DAY)
    return { refusal: "bad_time", detail: `from and to may be ${MOST_YEARS} years apart at most` };
  const points = query.get("points");
  if (points && !/^\d{1,6}$/.test(points))
    return { refusal: "bad_input", detail: "points must be a whole number" };
  const wanted = points ? Number(points) : DEFAULT_POINTS;
  if (wanted < 10 || wanted > MOST_POINTS)
    return { refusal: "bad_input", detail: `points must be between 10 and ${MOST_POINTS}` };
  return { from: start, to: end, points: wanted, csv: query.get("format") === "csv" };
}
