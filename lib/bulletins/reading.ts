import { articlesOf } from "./articles";
import { type Facts, parseBulletin } from "./parse";
import { clean } from "./parse/text";
import { type Head, proposedHead } from "./publisher";

/** One article of a received page: its place in the text as received, and how many facts it states. */
export interface Article {
  start: number;
  end: number;
  title: string;
  facts: number;
}

export interface Reading {
  head: Head;
  articles: Article[];
  /** The part that was read as the bulletin, [start, end) of the text as received. */
  start: number;
  end: number;
  /** Spans are places of the text as received. */
  facts: Facts;
  /** What the officer must be told: no Chinese in it, no fact of ours, no day printed. */
  notices: Notice[];
}

export type Notice = "other_language" | "no_fact" | "no_date";

const LISTS = [
  "responses",
  "deployments",
  "waters",
  "forecasts",
  "comms",
  "consultations",
  "directives",
  "outages",
  "dangers",
] as const;
const ALMOST_NO_CHINESE = 0.05;

/** The facts of one part of a text, with their places in the whole text. Days are counted from `day`, YYYY-MM-DD. */
export function factsIn(text: string, start: number, end: number, day: string | null): Facts {
  const { clean: cleaned, ...facts } = parseBulletin(text.slice(start, end), day);
  const place = (index: number) => start + (cleaned.at[Math.min(index, cleaned.at.length - 1)] ?? 0);
  const moved = <T extends { span: [number, number] }>(list: readonly T[]): T[] =>
    list.map((fact) => {
      const [from, to] = fact.span;
      return { ...fact, span: [place(from), place(Math.max(from, to - 1)) + 1] as [number, number] };
    });
  return {
    ...facts,
    responses: moved(facts.responses),
    deployments: moved(facts.deployments),
    waters: moved(facts.waters),
    forecasts: moved(facts.forecasts),
    comms: moved(facts.comms),
    consultations: moved(facts.consultations),
    directives: moved(facts.directives),
    outages: moved(facts.outages),
    dangers: moved(facts.dangers),
    notes: moved(facts.notes),
  };
}

const spansOf = (facts: Facts) => LISTS.flatMap((list) => facts[list].map((fact) => fact.span));

/** The articles of a page with the number of facts in each, and the cleaned text's short lines. */
function survey(text: string, day: string | null) {
  const cleaned = clean(text);
  const spans = spansOf(factsIn(text, 0, text.length, day));
  const at = (index: number) => cleaned.at[Math.min(index, cleaned.at.length - 1)] ?? 0;
  const articles = articlesOf(cleaned).map(({ start, end, title }): Article => {
    const [from, to] = [at(start), at(end - 1) + 1];
    const facts = spans.filter((span) => span[0] >= from && span[0] < to).length;
    return {
      start: from,
      end: to,
      title: title || cleaned.text.slice(start, Math.min(end, start + 24)).replaceAll("\n", " "),
      facts,
    };
  });
  const titles = articlesOf(cleaned).map((piece) => piece.title);
  const headlines = cleaned.paragraphs
    .filter((paragraph) => paragraph.headline)
    .slice(0, 200)
    .map(({ start, end }) => cleaned.text.slice(start, end));
  const chinese = cleaned.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return { articles, titles, headlines, foreign: chinese < cleaned.text.length * ALMOST_NO_CHINESE };
}

/**
 * Reads a received text: which article of the page is the bulletin (the one that states most), who published it and
 * when, and its facts. `published` is what the sender says (YYYY-MM-DD or a time with offset); `today` is used when
 * nothing is said or printed. Pure; a page of 5 MB takes seconds: call it away from the event loop.
 */
export function readText(text: string, published: string | null, today: string): Reading {
  const { articles, titles, headlines, foreign } = survey(text, published?.slice(0, 10) ?? null);
  const best = articles.reduce((most, one, i) => (one.facts > (articles[most]?.facts ?? 0) ? i : most), 0);
  const chosen = articles.length > 1 && articles[best]?.facts ? articles[best] : undefined;
  const [start, end] = chosen ? [chosen.start, chosen.end] : [0, text.length];
  const head = proposedHead(
    {
      article: text.slice(start, end),
      page: text,
      title: chosen || articles.length === 1 ? (titles[best] ?? "") : "",
      headlines: chosen ? [] : headlines,
    },
    today,
  );
  const facts = factsIn(text, start, end, (published ?? head.published).slice(0, 10));
  const found = spansOf(facts).length;
  return {
    head: published ? { ...head, published, dated: true } : head,
    articles: articles.length > 1 ? articles : [],
    start,
    end,
    facts,
    notices: [
      ...(found ? [] : [foreign ? ("other_language" as const) : ("no_fact" as const)]),
      ...(published || head.dated ? [] : ["no_date" as const]),
    ],
  };
}
