/** What the text itself says of who published it, under which title and on which day (YYYY-MM-DD, Beijing time). */
export interface Head {
  publisher: string;
  title: string;
  published: string;
}

const PUBLISHERS: [RegExp, string][] = [
  [/新华社/, "新华社"],
  [/央视网消息|新闻联播/, "央视网"],
  [/人民日报/, "人民日报"],
  [/应急管理部消息|应急管理部获悉/, "应急管理部"],
  [/水利部消息/, "水利部"],
];
const two = (value: string | number) => String(value).padStart(2, "0");
const TITLE_MAX = 60;
const OF_FLOODS = /汛|洪|涝|台风|暴雨|强降雨|应急响应|巡堤|旱|水位|超警/;

/** Proposals for the head of a bulletin, from its words; `today` is used when the text prints no day. */
export function proposedHead(text: string, headlines: readonly string[], today: string): Head {
  const publisher = PUBLISHERS.find(([pattern]) => pattern.test(text))?.[1] ?? "未注明";
  const named = headlines.map((line) => line.replace(/^\[[^\]]*\]/, ""));
  const first =
    named.find((line) => OF_FLOODS.test(line)) ?? named[0] ?? text.trim().split(/[\n。]/, 1)[0] ?? "";
  return { publisher, title: first.slice(0, TITLE_MAX) || "未注明", published: printedDay(text, today) };
}

function printedDay(text: string, today: string): string {
  const dateline = /(?:新华社|本报|电)\s*\S{0,8}?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*电/.exec(text);
  const full = /(20\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text);
  const year = full?.[1] ?? today.slice(0, 4);
  const [month, day] = dateline ? [dateline[1], dateline[2]] : [full?.[2], full?.[3]];
  if (!month || !day || Number(month) > 12 || Number(day) > 31) return today;
  const iso = `${year}-${two(month)}-${two(day)}`;
  return Number.isNaN(Date.parse(iso)) ? today : iso;
}
