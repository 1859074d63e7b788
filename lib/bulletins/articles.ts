import type { Clean, Paragraph } from "./parse/text";

/** One article of a page: its place in the cleaned text, [start, end), and the title printed with it. */
export interface Piece {
  start: number;
  end: number;
  title: string;
}

const TITLE_MIN = 6;
const DATELINE =
  /^（?(?:据)?(?:新华社|本报|中新社|中新网|央视网|人民网|光明网)[^，。]{0,14}?(?:\d{1,2}月)?\d{1,2}日?(?:电|讯|消息)|^(?:央视网消息|本报讯|[^，。]{2,8}讯（)/;
/** （新华社北京7月4日电） closes an article; a photograph's caption ends in （新华社发）. */
const CLOSED = /（[^（）]{0,24}(?:\d日电|发|摄)）$/;
/** A dateline that stands alone in brackets ends what came before. */
const begins = (words: string) => DATELINE.test(words) && !/^（[^（）]*）$/.test(words);
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]|第[一二三四五六七八九十\d]{1,3}[章节条版])/;

/**
 * Cuts a page into its articles by their datelines: 新华社北京7月4日电 opens one, the headline before it belongs to it,
 * and where a page prints the headline behind the words, that headline closes it. Subheadings cut nothing: a text
 * without a second dateline is one article. Linear in the number of paragraphs.
 */
export function articlesOf({ text, paragraphs }: Clean): Piece[] {
  const words = (one: Paragraph | undefined) => (one ? text.slice(one.start, one.end) : "");
  const pieces: (Piece & { dated: boolean; open: boolean; body: boolean })[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const own = words(paragraph);
    const last = pieces.at(-1);
    const current = last?.open ? last : undefined;
    const dated = begins(own);
    const nextDated = begins(words(paragraphs[index + 1]));
    const title =
      paragraph.headline &&
      !dated &&
      !NUMBERED.test(own) &&
      (nextDated || (own.length >= TITLE_MIN && !own.includes("，")));
    const begin = (named: string) =>
      pieces.push({
        start: paragraph.start,
        end: paragraph.end,
        title: named,
        dated,
        open: true,
        body: !named,
      });
    if (!current) begin(title ? own : "");
    else if (dated && current.body) begin("");
    else if (title && nextDated && current.body) begin(own);
    else {
      current.end = paragraph.end;
      current.dated ||= dated;
      if (title && current.body && current.dated && !current.title) {
        current.title = own;
        current.open = false;
      } else if (!title) current.body = true;
    }
    const now = pieces.at(-1);
    if (now?.body && CLOSED.test(own)) now.open = false;
  }
  return pieces.map(({ start, end, title }) => ({ start, end, title }));
}
