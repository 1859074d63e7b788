import { UNSTATED } from "@/lib/responses/source-words";

/** What the text itself says of who published it, under which title and when (Beijing time). */
export interface Head {
  publisher: string;
  title: string;
  /** YYYY-MM-DD, or with the hour where the page prints one: 2024-07-04T19:30:00+08:00. */
  published: string;
  /** Whether the page prints the day; else `published` is the day of receipt and must be looked at. */
  dated: boolean;
}

const PUBLISHERS: [RegExp, string][] = [
  [/新华社/, "新华社"],
  [/央视网消息|新闻联播/, "央视网"],
  [/人民日报/, "人民日报"],
  [/中新社|中新网/, "中国新闻社"],
  [/应急管理部消息|应急管理部获悉/, "应急管理部"],
  [/水利部消息|水利部获悉/, "水利部"],
  [/国家防总办公室?(?:消息|通报)/, "国家防总办公室"],
];
const two = (value: string | number) => String(value).padStart(2, "0");
const TITLE_MAX = 60;
const OF_FLOODS = /汛|洪|涝|台风|暴雨|强降雨|应急响应|巡堤|旱|水位|超警/;
const ONLY_DATE = /^[\d年月日—\-./：:\s]+(?:要闻)?$/;
const STAMP =
  /(20\d{2})[-年./](\d{1,2})[-月./](\d{1,2})日?\s*(?:T|星期[一二三四五六日天])?\s*(\d{1,2})[:：时](\d{2})/;

interface Page {
  /** The words of the article that is the bulletin, and of the page it stands on. */
  article: string;
  page: string;
  /** The title found with the article, and all short lines of the page that may be one. */
  title: string;
  headlines: readonly string[];
}

/** Proposals for the head of a bulletin, from its words; `today` (YYYY-MM-DD) is used when the text prints no day. */
export function proposedHead({ article, page, title, headlines }: Page, today: string): Head {
  const found = (text: string) => PUBLISHERS.find(([pattern]) => pattern.test(text))?.[1];
  const bare = (line: string) => line.replace(/^\[[^\]]*\]/, "");
  const named = headlines.map(bare).filter((line) => !ONLY_DATE.test(line));
  const printed = printedTime(article, page) ?? printedDay(article, page) ?? compactDay(page);
  const first =
    bare(title) ||
    named.find((line) => OF_FLOODS.test(line)) ||
    named[0] ||
    (article.trim().split(/[\n。]/, 1)[0] ?? "");
  return {
    publisher: found(article) ?? found(page) ?? UNSTATED,
    title: first.trim().slice(0, TITLE_MAX) || UNSTATED,
    published: printed ?? today,
    dated: printed !== undefined,
  };
}

const real = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** A stamp with the hour, as web pages print it under the title. */
function printedTime(article: string, page: string): string | undefined {
  const [, year, month, day, hour, minute] = STAMP.exec(article) ?? STAMP.exec(page) ?? [];
  if (!year || !month || !day || !hour || !minute || Number(hour) > 23 || Number(minute) > 59)
    return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  return real(date) ? `${date}T${two(hour)}:${minute}:00+08:00` : undefined;
}

/** The dateline's day with the year of the page: a newspaper prints the year once, in another place. */
function printedDay(article: string, page: string): string | undefined {
  const full = /(20\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
  const near = full.exec(article) ?? full.exec(page);
  const dateline = /(?:新华社|本报|中新社|电)\s*\S{0,8}?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*[电讯]/;
  const line = dateline.exec(article) ?? (near ? null : dateline.exec(page));
  const [month, day] = line ? [line[1], line[2]] : [near?.[2], near?.[3]];
  if (!near?.[1] || !month || !day) return undefined;
  const date = `${near[1]}-${two(month)}-${two(day)}`;
  return real(date) ? date : undefined;
}

/** 《新闻联播》（20260619）: the day of a broadcast in one run of figures. */
function compactDay(page: string): string | undefined {
  const [, year, month, day] = /[（(](20\d{2})(\d{2})(\d{2})[）)]/.exec(page) ?? [];
  const date = `${year}-${month}-${day}`;
  return year && real(date) ? date : undefined;
}
