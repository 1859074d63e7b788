import { type CommsFact, commsIn, type NoteFact, notesIn } from "./comms";
import { type ConsultationFact, consultationsIn } from "./consultations";
import { type DangerFact, dangersIn } from "./dangers";
import { type DeploymentFact, deploymentsIn, mergedTeams } from "./deployments";
import { type DirectiveFact, directivesIn, type OrderMemory } from "./directives";
import { type ForecastFact, forecastsIn } from "./forecasts";
import type { Memory } from "./memory";
import { mergedOutages, type OutageFact, outagesIn } from "./outages";
import { type ResponseFact, responsesIn } from "./responses";
import { type Sentence, sentencesOf } from "./sentences";
import { listsIn } from "./targets";
import { type Clean, clean } from "./text";
import { type Day, dayOf } from "./times";
import { stateOf, type WaterFact, type WaterMemory, watersIn } from "./waters";

export interface Facts {
  responses: ResponseFact[];
  deployments: DeploymentFact[];
  waters: WaterFact[];
  forecasts: ForecastFact[];
  comms: CommsFact[];
  consultations: ConsultationFact[];
  directives: DirectiveFact[];
  outages: OutageFact[];
  dangers: DangerFact[];
  notes: NoteFact[];
}

/** The day printed on the page when none is given: a full date, else a month and day with the page's year. */
function printedDay(text: string): Day | undefined {
  const full =
    /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text) ?? /(20\d{2})[—./](\d{1,2})[—./](\d{1,2})/.exec(text);
  return full ? dayOf(Number(full[1]), Number(full[2]), Number(full[3])) : undefined;
}

const parseDay = (published: string | null | undefined): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? "");
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};

/** 湖北省防汛抗旱指挥部 and 湖北省防指 are one body. */
const SPELLED = /(?:防汛|三防|抗旱).*指挥部(?:办公室)?$|防[汛指]?办(?:公室)?$|防指$/;

/** 市防指决定，武汉市将…: one order, told of the body and of its place. */
const ofItsBody = (own: ResponseFact, fact: ResponseFact) =>
  own !== fact &&
  fact.region !== null &&
  own.region === fact.region &&
  own.hazard === fact.hazard &&
  own.level === fact.level &&
  own.action === fact.action &&
  fact.issuer?.replace(/[省市]$/, "") === fact.region &&
  SPELLED.test(own.issuer ?? "") &&
  (own.issuer ?? "").startsWith(fact.region);

const saysWhere = (other: ResponseFact, fact: ResponseFact) =>
  other !== fact &&
  fact.region === null &&
  other.region !== null &&
  other.issuer === fact.issuer &&
  other.hazard === fact.hazard &&
  other.level === fact.level;

const sameOrder = (one: ResponseFact, fact: ResponseFact) =>
  one.level === fact.level &&
  one.hazard === fact.hazard &&
  one.region === fact.region &&
  one.issuer?.replace(SPELLED, "防指") === fact.issuer?.replace(SPELLED, "防指");

/** One record per issuer, hazard and region: a second mention adds only what the first left out; a later order replaces. */
function merged(facts: readonly ResponseFact[]): ResponseFact[] {
  const byKey = new Map<string, ResponseFact>();
  for (const fact of facts) {
    // Two acts on one response (提升至Ⅱ级，12时再提升至Ⅰ级) are two orders.
    const key = [
      fact.issuer?.replace(SPELLED, "防指"),
      fact.hazard,
      fact.region,
      fact.action,
      fact.level,
    ].join("|");
    const known = byKey.get(key);
    if (!known) byKey.set(key, fact);
    else {
      known.effective ??= fact.effective;
      known.fromLevel ??= fact.fromLevel;
    }
  }
  // 启动防汛Ⅲ级应急响应 … 目前处于防汛Ⅲ级应急响应状态: told again, no second act. A level of nobody for nowhere is no fact.
  const all = [...byKey.values()];
  const list = all.filter(
    (fact, i) =>
      (fact.issuer !== null || fact.region !== null) &&
      !(fact.action === "maintain" && all.slice(0, i).some((one) => sameOrder(one, fact))),
  );
  for (const fact of list) {
    const own = list.find((one) => ofItsBody(one, fact));
    if (own) {
      own.effective ??= fact.effective;
      own.fromLevel ??= fact.fromLevel;
    }
  }
  // An order told again without its regions, or as its place's own, is no second order.
  return list.filter((fact) => !list.some((other) => ofItsBody(other, fact) || saysWhere(other, fact)));
}

/** How many lists of places 上述三省 may reach back over. */
const LISTS = 12;

function factsOf(sentences: readonly Sentence[], cleaned: Clean, published: Day): Facts {
  const memory: Memory = {
    same: published,
    issuers: [],
    places: [],
    lists: [],
    last: [],
    home: null,
    sender: null,
    hazards: new Map(),
  };
  const responses: ResponseFact[] = [];
  const deployments: DeploymentFact[] = [];
  const waters: WaterFact[] = [];
  const forecasts: ForecastFact[] = [];
  const comms: CommsFact[] = [];
  const consultations: ConsultationFact[] = [];
  const directives: DirectiveFact[] = [];
  const outages: OutageFact[] = [];
  const dangers: DangerFact[] = [];
  const notes: NoteFact[] = [];
  const order: OrderMemory = { issuer: null, addressed: [] };
  let paragraph = sentences[0]?.paragraph;
  const water: WaterMemory = { last: null, river: null, reach: null };
  const forecast = { from: null as Day | null, to: null as Day | null, open: false };
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      memory.issuers = [];
      memory.places = [];
      memory.lists = [];
      memory.last = [];
      memory.sender = null;
      memory.same = sentence.base;
      Object.assign(forecast, { from: null, to: null, open: false });
      Object.assign(water, { last: null, river: null, reach: null });
      order.issuer = null;
    }
    memory.home = sentence.home;
    responses.push(...responsesIn(sentence, memory));
    memory.lists = [...memory.lists, ...listsIn(sentence.tokens)].slice(-LISTS);
    deployments.push(...deploymentsIn(sentence, memory, cleaned));
    waters.push(...watersIn(sentence, water, cleaned));
    comms.push(...commsIn(sentence, cleaned));
    consultations.push(...consultationsIn(sentence, cleaned));
    directives.push(...directivesIn(sentence, order, cleaned));
    outages.push(...outagesIn(sentence, cleaned));
    dangers.push(...dangersIn(sentence, cleaned));
    notes.push(...notesIn(sentence, cleaned));
    forecasts.push(...forecastsIn(sentence, forecast, cleaned));
  }
  return {
    responses: merged(responses),
    deployments: mergedTeams(deployments),
    waters: stateOf(waters),
    forecasts,
    comms,
    consultations,
    directives,
    outages: mergedOutages(outages),
    dangers,
    notes,
  };
}

/** Days counted from a day that nobody told are none. */
const undated = (facts: Facts): Facts => ({
  ...facts,
  responses: facts.responses.map((fact) => ({ ...fact, effective: null })),
  forecasts: facts.forecasts.map((fact) => ({ ...fact, from: null, to: null })),
  consultations: facts.consultations.map((fact) => ({ ...fact, on: null })),
  outages: facts.outages.map((fact) => ({ ...fact, on: null, hour: null })),
  dangers: facts.dangers.map((fact) => ({ ...fact, on: null, hour: null })),
});

/**
 * Reads a bulletin's text. Pure: no clock, no network; linear in the length.
 * `published` is YYYY-MM-DD, Beijing time; without it the first full date in the text; with neither, every day is null.
 */
export function parseBulletin(raw: string, published?: string | null): Facts & { clean: Clean } {
  const cleaned = clean(raw);
  const day = parseDay(published) ?? printedDay(cleaned.text);
  const base = day ?? 0;
  const facts = factsOf(sentencesOf(cleaned, base, false), cleaned, base);
  const empty = Object.values(facts).every((list) => list.length === 0);
  // A text that is only a headline is read as a sentence.
  const hasBody = cleaned.paragraphs.some((paragraph) => !paragraph.headline);
  const found = empty && !hasBody ? factsOf(sentencesOf(cleaned, base, true), cleaned, base) : facts;
  return { ...(day === undefined ? undated(found) : found), clean: cleaned };
}
