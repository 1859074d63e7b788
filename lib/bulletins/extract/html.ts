import { Parser } from "htmlparser2";

/** Elements whose words are no text of the page. */
const SILENT = new Set(
  "script style noscript template iframe object svg head title select textarea".split(" "),
);
const BLOCK = new Set(
  "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer main nav aside figure figcaption blockquote pre hr dd dt td th".split(
    " ",
  ),
);

/** The words of an HTML page, one block a line; scripts, styles and everything else that is not read aloud is left out. */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let silent = 0;
  const breakLine = (name: string) => {
    if (BLOCK.has(name) && parts.at(-1) !== "\n") parts.push("\n");
  };
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent++;
      breakLine(name);
    },
    ontext(text) {
      // A line end inside an element is a blank to the reader.
      if (!silent) parts.push(text.replace(/\s+/g, " "));
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      breakLine(name);
      if (/^(p|h[1-6]|article|section|tr)$/.test(name)) parts.push("\n");
    },
  });
  parser.write(html);
  parser.end();
  return parts
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
